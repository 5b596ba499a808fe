import ArgumentParser
import Bilingual
import CivilTime
import RoadmapModel
import RoadmapService

extension Vekha {
  /// `vekha status [MEASURE]`: show where the run stands.
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Show where the run stands, or one measure of it.",
        ru: "Показать, где исполнение или одно его мероприятие."))

    @Argument(help: .measure, completion: .measures) var measure: String?

    @Option(
      help: help(
        en: "Judge terms as of this day, if not today.", ru: "Судить о сроках на этот день.",
        valueName: "time"))
    var at: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let time = try at.map { try Moment.parse($0) } ?? Moment.now
      let session = try place.openForReading()
      let report = StatusReport(session: session, time: time, measures: try measures(of: session))
      switch output.format {
      case .json: Console.print(report.json)
      case .text where measure == nil:
        Console.print(StatusTable(report).text(width: Console.width))
        for line in MandateSheet(session: session, today: time.date).holding {
          Console.print(harmless(line))
        }
      case .text:
        for measure in report.measures {
          let status = session.status(of: measure, at: time)
          Console.print(StatusSheet(session: session, status: status).text)
        }
      }
    }

    private func measures(of session: RunSession) throws -> [MeasureIndex] {
      guard let measure else { return Array(session.roadmap.measures.indices) }
      return [
        try answering { () throws(ServiceError) in try session.roadmap.knownMeasure(measure) }
      ]
    }
  }
}

/// What `status` shows.
struct StatusReport {
  let session: RunSession
  /// When terms and conditions are judged.
  let time: Instant
  let measures: [MeasureIndex]
}

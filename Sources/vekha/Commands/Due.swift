import ArgumentParser
import Bilingual
import CivilTime
import RoadmapService

extension Vekha {
  /// `vekha due [--within DAYS]`: list what is late and what is due soon.
  struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "List what is late and what is due soon: measures and steps of open rounds.",
        ru: "Показать просроченное и то, чему скоро срок: мероприятия и открытые этапы."))

    @Option(
      help: help(
        en: "How many days ahead, such as \"10 working days\"; else as the roadmap reminds.",
        ru: "На сколько дней вперёд, например «10 рабочих дней»; иначе как напоминает карта.",
        valueName: "days"))
    var within: String?

    @Option(
      help: help(
        en: "Judge as of this day, if not today.", ru: "Судить на этот день, если не на сегодня.",
        valueName: "time"))
    var at: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let days = try within.map { try Self.days($0) }
      let today = try (at.map { try Moment.parse($0) } ?? Moment.now).date
      let report = DueReport(session: try place.openForReading(), today: today, within: days)
      switch output.format {
      case .text: Console.print(report.text(width: Console.width))
      case .json: Console.print(report.json)
      }
    }

    private static func days(_ text: String) throws -> DayCount {
      do {
        let days = try DayCount(reading: text)
        if days.count >= 0 { return days }
        throw Failure(
          Text(en: "`\(text)` leads back", ru: "`\(text)` — это назад"),
          help: Text(en: "what is late is listed anyway", ru: "просроченное показано и так"),
          exit: ExitStatus.usage)
      } catch let error as DayCountError {
        throw Failure(error.message, help: error.help, exit: ExitStatus.usage)
      }
    }
  }
}

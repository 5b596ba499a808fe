import ArgumentParser
import Bilingual
import CivilTime
import RoadmapJournal
import RoadmapModel
import RoadmapService

extension Vekha {
  /// `vekha history [MEASURE]`: print the journal, one event a line.
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Print the journal, one event a line.", ru: "Напечатать журнал, по событию на строку."))

    @Argument(help: .measure, completion: .measures) var measure: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let session = try place.openForReading()
      let index = try measure.map { name in
        try answering { () throws(ServiceError) in try session.roadmap.knownMeasure(name) }
      }
      var lines: [String] = []
      try answering { () throws(ServiceError) in
        try session.history(of: index) { entry in
          lines.append(output.format == .json ? json(entry) : text(entry, session.roadmap))
          if lines.count == 1000 {
            Console.print(lines.joined(separator: "\n"))
            lines = []
          }
        }
      }
      if !lines.isEmpty { Console.print(lines.joined(separator: "\n")) }
    }

    private func text(_ entry: HistoryEntry, _ roadmap: Roadmap) -> String {
      let record = entry.record
      let sentence = roadmap.sentence(for: record.event, route: record.route)[Speech.language]
      let label = record.event.measure.map { roadmap.label(of: $0) + ": " } ?? ""
      return harmless("\(record.number)  \(record.stamp.effective.seconds)  \(label)\(sentence)")
    }

    /// The event as the journal keeps it, with its hash.
    private func json(_ entry: HistoryEntry) -> String {
      let object = String(decoding: entry.stored.bytes, as: UTF8.self)
      return object.dropLast() + ",\"hash\":\"\(entry.stored.hash)\"}"
    }
  }
}

extension Instant {
  /// The time to the second, such as `2018-03-05T09:00:00Z`; a day alone where a day was said.
  fileprivate var seconds: String {
    let text = rfc3339
    if text.hasSuffix("T00:00:00Z") { return String(text.prefix { $0 != "T" }) }
    return text.utf8.contains(UInt8(ascii: ".")) ? text.prefix { $0 != "." } + "Z" : text
  }
}

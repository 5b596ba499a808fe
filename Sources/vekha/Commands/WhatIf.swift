import ArgumentParser
import Bilingual
import CivilTime
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension Vekha {
  /// `vekha whatif FILE --delay MEASURE=20d`: what slips and what breaks; exit 1 where something
  /// breaks.
  struct WhatIf: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "whatif",
      abstract: say(
        en: "Try what slips and what breaks when measures are delayed.",
        ru: "Проверить, что сдвинется и что сорвётся, если мероприятия задержать."))

    @Argument(help: help(en: "The roadmap file.", ru: "Файл дорожной карты.", valueName: "file"))
    var file: String

    @Option(
      help: help(
        en: "A measure and by how much it begins later, such as plan=20d or plan=10wd; repeatable.",
        ru: "Мероприятие и его задержка, например plan=20d или plan=10wd; можно повторять.",
        valueName: "measure=days"))
    var delay: [String]

    @OptionGroup var output: OutputOptions

    func run() throws {
      guard !delay.isEmpty else {
        throw Failure(
          Text(en: "no delay to try", ru: "не указано, что задержать"),
          help: Text(en: "write `--delay MEASURE=20d`", ru: "напишите `--delay МЕРОПРИЯТИЕ=20d`"),
          exit: ExitStatus.usage)
      }
      let compiled = try compiledRoadmap(file)
      let delays = try delay.map { try Self.delay($0, in: compiled.roadmap) }
      let outcome = Delays(of: compiled.roadmap, delays)
      switch output.format {
      case .text: Console.print(outcome.text(compiled))
      case .json: Console.print(outcome.json(compiled))
      }
      if !outcome.conflicts.isEmpty { throw ExitCode(ExitStatus.refused) }
    }

    private static func delay(
      _ words: String, in roadmap: Roadmap
    ) throws -> (measure: MeasureIndex, days: DayCount) {
      guard let sign = words.lastIndex(of: "=") else {
        throw Failure(
          Text(en: "`\(words)` is no delay", ru: "`\(words)` — не задержка"),
          help: Text(en: "write `MEASURE=20d`", ru: "напишите `МЕРОПРИЯТИЕ=20d`"),
          exit: ExitStatus.usage)
      }
      let days: DayCount
      do {
        days = try DayCount(reading: words[words.index(after: sign)...])
      } catch {
        throw Failure(error.message, help: error.help, exit: ExitStatus.usage)
      }
      return (try measure(String(words[..<sign]), in: roadmap), days)
    }

    private static func measure(_ name: String, in roadmap: Roadmap) throws -> MeasureIndex {
      let found = roadmap.measures(named: name)
      if found.count == 1 { return found[0] }
      guard found.isEmpty else {
        throw Failure(
          Text(
            en: "the number `\(name)` names several measures",
            ru: "номер `\(name)` есть у нескольких мероприятий"),
          details: found.map { Text(verbatim: "`\(roadmap.id(of: $0))`") },
          help: Text(en: "use an id", ru: "укажите id"), exit: ExitStatus.refused)
      }
      let ids = roadmap.measures.indices.map { roadmap.id(of: $0) }
      throw Failure(
        Text(en: "no measure named `\(name)`", ru: "нет мероприятия `\(name)`"),
        help: didYouMean(name, in: ids), exit: ExitStatus.refused)
    }
  }
}

import ArgumentParser
import Bilingual
import CivilTime
import RoadmapDocuments
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension Vekha {
  /// `vekha schedule FILE`: windows, slack, critical path; exit 1 where terms cannot be kept.
  struct Schedule: ParsableCommand {
    /// How a schedule can be printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case json
      case svg
    }

    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Show when measures may and must be done, and what holds them.",
        ru: "Показать, когда мероприятия можно и нужно выполнить и что их держит."))

    @Argument(help: help(en: "The roadmap file.", ru: "Файл дорожной карты.", valueName: "file"))
    var file: String

    @Option(help: help(en: "Print text, json or svg.", ru: "Вид: text, json или svg."))
    var format = Format.text

    @Option(
      help: help(
        en: "The day that the drawing marks as today; else that of the clock.",
        ru: "Какой день отметить на рисунке как сегодняшний; иначе по часам.",
        valueName: "date"))
    var at: String?

    @OptionGroup var language: LanguageOptions

    func run() throws {
      let today = try at.map(Moment.parseDate) ?? Moment.now.date
      let compiled = try scheduledRoadmap(file)
      let schedule = RoadmapProof.Schedule(of: compiled.roadmap)
      if !schedule.isComplete {
        Console.note(
          say(
            en: "the search was cut short: there may be conflicts that it missed",
            ru: "поиск прерван: могли остаться ненайденные противоречия"))
      }
      if !schedule.conflicts.isEmpty, format != .json {
        compiled.printProblems()
        throw ExitCode(ExitStatus.refused)
      }
      switch format {
      case .text: Console.print(schedule.table(width: Console.width))
      case .json: Console.print(schedule.json(compiled))
      case .svg:
        Console.print(Gantt(schedule, today: today, language: Speech.language).svg)
      }
      if !schedule.conflicts.isEmpty { throw ExitCode(ExitStatus.refused) }
    }
  }
}

/// Compiles a roadmap whose terms may be impossible to keep, but which is otherwise without errors.
func scheduledRoadmap(_ file: String) throws -> CompiledRoadmap {
  let compiled = try readRoadmap(file)
  let others = compiled.diagnostics.filter {
    $0.severity == .error && $0.code.name != FindingCode.scheduleConflict.name
  }
  guard others.isEmpty else {
    compiled.printProblems()
    throw ExitCode(ExitStatus.refused)
  }
  return compiled
}

extension CompiledRoadmap {
  /// Shows what is wrong with the roadmap.
  func printProblems() {
    let renderer = TextRenderer(
      files: files, language: Speech.language, color: Console.colorsProblems)
    Console.problems(renderer.render(problems))
  }
}

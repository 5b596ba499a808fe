import ArgumentParser
import Bilingual
import RoadmapLanguage
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha validate FILE…`: report every problem; exit 0 clean, 1 problems.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Check roadmaps and report every problem found.",
        ru: "Проверить дорожные карты и показать все найденные ошибки."))

    @Argument(
      help: help(en: "Roadmap files.", ru: "Файлы дорожных карт.", valueName: "file"))
    var files: [String]

    @Flag(help: help(en: "Count warnings as errors.", ru: "Считать предупреждения ошибками."))
    var strict = false

    @OptionGroup var output: OutputOptions

    func run() throws {
      try refuseStandardInput()
      let report = ValidationReport(files)
      switch output.format {
      case .text: report.printText(strict: strict)
      case .json: report.printJSON()
      }
      for problem in report.unreadable {
        Console.report(Failure(problem.message, exit: ExitStatus.input))
      }
      if !report.unreadable.isEmpty { throw ExitCode(ExitStatus.input) }
      if report.isNegative(strict: strict) { throw ExitCode(ExitStatus.refused) }
    }

    private func refuseStandardInput() throws {
      guard files.contains("-") else { return }
      throw Failure(
        Text(en: "standard input is not read", ru: "стандартный ввод не читается"),
        help: Text(
          en: "name a file: a roadmap includes others from its folder",
          ru: "укажите файл: дорожная карта включает другие из своей папки"),
        exit: ExitStatus.usage)
    }
  }
}

/// What checking several roadmaps found.
private struct ValidationReport {
  private(set) var checked: [(file: String, roadmap: CompiledRoadmap)] = []
  private(set) var unreadable: [FileProblem] = []

  init(_ files: [String]) {
    var seen: Set<[UInt8]> = []
    for file in files where seen.insert(Array(file.utf8)).inserted {
      do throws(FileProblem) {
        checked.append((file, try RoadmapFile(path: file).compiled()))
      } catch {
        unreadable.append(error)
      }
    }
  }

  func isNegative(strict: Bool) -> Bool {
    checked.contains { $0.roadmap.hasErrors || (strict && !$0.roadmap.diagnostics.isEmpty) }
  }

  func printText(strict: Bool) {
    for (file, roadmap) in checked {
      let renderer = TextRenderer(
        files: roadmap.files, language: Speech.language, color: Console.colorsProblems)
      if !roadmap.diagnostics.isEmpty { Console.problems(renderer.render(roadmap.problems)) }
      guard !roadmap.hasErrors else { continue }
      Console.print("\(harmless(file)): \(Self.praise(roadmap))")
    }
    let warnings = checked.contains { !$0.roadmap.hasErrors && !$0.roadmap.diagnostics.isEmpty }
    guard strict, warnings else { return }
    Console.note(
      say(
        en: "with `--strict`, warnings count as errors",
        ru: "с ключом `--strict` предупреждения считаются ошибками"))
  }

  private static func praise(_ roadmap: CompiledRoadmap) -> String {
    let measures = CountedNoun(
      en: "measure", "measures", ru: "мероприятие", "мероприятия", "мероприятий")
    let parts = CountedNoun(en: "part", "parts", ru: "подпункт", "подпункта", "подпунктов")
    let dependencies = CountedNoun(
      en: "dependency", "dependencies", ru: "зависимость", "зависимости", "зависимостей")
    let counts = roadmap.counts
    let all = [
      measures(counts.measures), counts.parts > 0 ? parts(counts.parts) : nil,
      dependencies(counts.dependencies),
    ].compactMap { $0?[Speech.language] }.joined(separator: ", ")
    return roadmap.diagnostics.isEmpty
      ? say(en: "no problems (\(all))", ru: "замечаний нет (\(all))")
      : say(en: "no errors (\(all))", ru: "ошибок нет (\(all))")
  }

  func printJSON() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("diagnostics")
      writer.array { writer in
        for (_, roadmap) in checked {
          let renderer = JSONRenderer(files: roadmap.files, language: Speech.language)
          for diagnostic in roadmap.diagnostics { renderer.write(diagnostic, to: &writer) }
        }
      }
      writer.key("roadmaps")
      writer.array { writer in
        for (_, roadmap) in checked { roadmap.write(to: &writer) }
      }
    }
    Console.print(writer.text)
  }
}

extension CompiledRoadmap {
  /// How much the roadmap declares; parts are counted apart.
  fileprivate var counts: (measures: Int, parts: Int, dependencies: Int) {
    let parts = roadmap.measures.entries.count { $0.parent != nil }
    return (
      roadmap.measures.count - parts, parts, roadmap.measures.dependencies.values.count
    )
  }

  fileprivate func write(to writer: inout JSONWriter) {
    let counts = counts
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.heading.id)
      writer.key("measures")
      writer.integer(counts.measures)
      writer.key("parts")
      writer.integer(counts.parts)
      writer.key("dependencies")
      writer.integer(counts.dependencies)
    }
  }
}

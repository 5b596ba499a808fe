import Bilingual
import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics

/// Nouns that more than one place counts.
enum Nouns {
  static let problem = CountedNoun(
    en: "problem", "problems", ru: "замечание", "замечания", "замечаний")
}

extension Validation {
  /// Reports to people: problems to standard error, what passed to standard output.
  func printText(strict: Bool) {
    for checked in checked {
      let renderer = TextRenderer(
        files: checked.roadmap.files, language: Speech.language, color: Console.colorsProblems)
      var problems = Diagnostics()
      problems.append(contentsOf: checked.problems.map(\.diagnostic))
      if !problems.isEmpty { Console.problems(renderer.render(problems)) }
      guard !checked.hasErrors else { continue }
      Console.print("\(harmless(checked.file)): \(checked.praise)")
    }
    let warnings = checked.contains { !$0.hasErrors && !$0.problems.isEmpty }
    guard strict, warnings else { return }
    Console.note(
      say(
        en: "with `--strict`, warnings count as errors",
        ru: "с ключом `--strict` предупреждения считаются ошибками"))
  }
}

extension Validation.Checked {
  fileprivate var praise: String {
    let counts = counts[Speech.language]
    let hidden = hiddenCount
    let more = say(
      en: hidden > 0 ? "; \(Nouns.problem(hidden).en) not shown" : "",
      ru: hidden > 0 ? "; не показано: \(Nouns.problem(hidden).ru)" : "")
    let words =
      problems.isEmpty
      ? hidden > 0
        ? Text(en: "nothing to report", ru: "сообщать не о чем")
        : Text(en: "no problems", ru: "замечаний нет")
      : Text(en: "no errors", ru: "ошибок нет")
    return "\(words[Speech.language]) (\(counts)\(more))"
  }

  private var counts: Text {
    let measures = CountedNoun(
      en: "measure", "measures", ru: "мероприятие", "мероприятия", "мероприятий")
    let parts = CountedNoun(en: "part", "parts", ru: "подпункт", "подпункта", "подпунктов")
    let dependencies = CountedNoun(
      en: "dependency", "dependencies", ru: "зависимость", "зависимости", "зависимостей")
    let counts = roadmap.counts
    let all = [
      measures(counts.measures), counts.parts > 0 ? parts(counts.parts) : nil,
      dependencies(counts.dependencies),
    ].compactMap(\.self)
    return Text(
      en: all.map(\.en).joined(separator: ", "), ru: all.map(\.ru).joined(separator: ", "))
  }
}

extension CompiledRoadmap {
  /// How much the roadmap declares; parts are counted apart.
  var counts: (measures: Int, parts: Int, dependencies: Int) {
    let parts = roadmap.measures.entries.count { $0.parent != nil }
    return (
      roadmap.measures.count - parts, parts, roadmap.measures.dependencies.values.count
    )
  }
}

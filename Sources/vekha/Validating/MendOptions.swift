import ArgumentParser
import Bilingual
import RoadmapService
import SourceDiagnostics

/// Whether `validate` mends what it can.
struct MendOptions: ParsableArguments {
  @Flag(
    help: help(
      en: "Mend what can be mended safely, then report the rest.",
      ru: "Исправить то, что исправляется надёжно, и показать остальное."))
  var fix = false

  @Flag(
    help: help(
      en: "Show what --fix would change, and change nothing.",
      ru: "Показать, что изменит --fix, ничего не меняя."))
  var diffOnly = false

  /// Whether anything is to be mended.
  var isWanted: Bool { fix || diffOnly }

  /// Mends the files of a validation.
  ///
  /// - Returns: whether there was something to mend.
  func mend(_ validation: Validation) throws -> Bool {
    let mending = Mending(of: validation)
    guard mending.count > 0 else {
      Console.note(say(en: "nothing can be mended safely", ru: "надёжно исправить нечего"))
      return false
    }
    try refuse(try reading { () throws(FileProblem) in try mending.newProblems() })
    guard !diffOnly else {
      Console.print(String(mending.difference.dropLast()))
      return true
    }
    try reading { () throws(FileProblem) in try mending.write() }
    let count = Nouns.problem(mending.count)
    Console.note(say(en: "\(count.en) mended", ru: "исправлено: \(count.ru)"))
    return true
  }

  private func reading<Value>(_ body: () throws(FileProblem) -> Value) throws -> Value {
    do throws(FileProblem) {
      return try body()
    } catch {
      throw Failure(
        Text(
          en: "`\(error.path)` cannot be mended: \(error.reason.en)",
          ru: "`\(error.path)` не исправляется: \(error.reason.ru)"), exit: ExitStatus.store)
    }
  }

  /// Refuses mends that would bring in problems.
  private func refuse(_ problems: [ReportedDiagnostic]) throws {
    guard !problems.isEmpty else { return }
    throw Failure(
      Text(
        en: "nothing was mended, since the mends would bring in problems",
        ru: "ничего не исправлено: исправления вызвали бы новые замечания"),
      details: problems.prefix(10).map { reported in
        let problem = reported.problem
        return Text(
          en: "• \(problem.place.path):\(problem.place.start.line): \(problem.message.en)",
          ru: "• \(problem.place.path):\(problem.place.start.line): \(problem.message.ru)")
      },
      help: Text(
        en: "mend the rest by hand, or choose mends with `--select`",
        ru: "исправьте остальное сами или выберите исправления ключом `--select`"),
      exit: ExitStatus.refused)
  }
}

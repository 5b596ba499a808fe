import ArgumentParser
import Bilingual
import CEL
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha eval EXPR`: evaluate an expression; exit 0 with a value, 1 with problems.
  struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Evaluate an expression of the rules' language, to try it out.",
        ru: "Вычислить выражение на языке правил, чтобы его опробовать."))

    @Argument(
      help: help(
        en: "An expression in CEL, such as 'size(people) > 2'.",
        ru: "Выражение на CEL, например 'size(people) > 2'.", valueName: "expr"))
    var expression: String

    @Option(
      help: help(
        en: "A JSON or YAML file with the values of its variables, by name.",
        ru: "Файл JSON или YAML со значениями переменных по именам.", valueName: "file"))
    var bindings: String?

    @Flag(
      name: .customLong("type"),
      help: help(
        en: "Only check it, and print its type.", ru: "Только проверить и напечатать тип."))
    var printsType = false

    @OptionGroup var output: OutputOptions

    func run() throws {
      let outcome = evaluate(expression, bindings: try loadedBindings(), onlyType: printsType)
      switch output.format {
      case .text: printText(outcome)
      case .json: printJSON(outcome)
      }
      if outcome.problems.hasErrors { throw ExitCode(ExitStatus.refused) }
    }

    private func loadedBindings() throws -> LoadedFile? {
      guard let bindings else { return nil }
      do throws(FileProblem) {
        return try LoadedFile(path: bindings)
      } catch {
        throw Failure(error.message, exit: ExitStatus.input)
      }
    }

    private func printText(_ outcome: Evaluation) {
      let renderer = TextRenderer(
        files: outcome.files, language: Speech.language, color: Console.colorsProblems)
      if !outcome.problems.isEmpty { Console.problems(renderer.render(outcome.problems)) }
      if let result = outcome.result {
        Console.print(harmless(result.value.text))
      } else if printsType, !outcome.problems.hasErrors, let type = outcome.type {
        Console.print(type.description)
      }
    }

    private func printJSON(_ outcome: Evaluation) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("diagnostics")
        JSONRenderer(files: outcome.files, language: Speech.language)
          .write(outcome.problems, to: &writer)
        writer.key("type")
        writer.stringOrNull(outcome.type?.description)
        guard let result = outcome.result else { return }
        writer.key("value")
        result.value.write(to: &writer)
        writer.key("cost")
        writer.integer(result.cost)
      }
      Console.print(writer.text)
    }
  }
}

import ArgumentParser
import Bilingual
import CEL
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha eval EXPR`: evaluate an expression; exit 0 with a value, 1 with problems. With a
  /// measure it is evaluated where a run stands, as a condition of a transition would be.
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

    @Option(
      help: help(
        en: "Evaluate it for this measure of a run, as `when` and the rules would.",
        ru: "Вычислить для этого мероприятия исполнения, как `when` и правила.",
        valueName: "measure"))
    var measure: String?

    @Option(
      help: help(
        en: "With --measure: the transition that is asked for; else the one that leads forward.",
        ru: "С --measure: запрошенный переход; иначе тот, что ведёт вперёд.",
        valueName: "transition"))
    var transition: String?

    @Option(
      name: .customLong("as"),
      help: help(
        en: "With --measure: who asks; else VEKHA_AS, else nobody.",
        ru: "С --measure: кто запрашивает; иначе VEKHA_AS, иначе никто.", valueName: "person"))
    var person: String?

    @Option(
      help: help(
        en: "With --measure: the moment that `now` stands for, if not now.",
        ru: "С --measure: момент, который значит `now`, если не нынешний.", valueName: "time"))
    var at: String?

    @Flag(
      name: .customLong("type"),
      help: help(
        en: "Only check it, and print its type.", ru: "Только проверить и напечатать тип."))
    var printsType = false

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    /// What only a run can answer is asked only with a measure.
    func validate() throws {
      guard measure == nil, transition != nil || at != nil else { return }
      throw ValidationError(
        say(
          en: "`--transition` and `--at` need `--measure`",
          ru: "`--transition` и `--at` имеют смысл только с `--measure`"))
    }

    func run() throws {
      let outcome =
        try measure.map { try tried(for: $0) }
        ?? evaluate(expression, bindings: try loadedBindings(), onlyType: printsType)
      switch output.format {
      case .text: printText(outcome)
      case .json: printJSON(outcome)
      }
      if outcome.problems.hasErrors { throw ExitCode(ExitStatus.refused) }
    }

    private func tried(for measure: String) throws -> Evaluation {
      guard bindings == nil else {
        throw Failure(
          Text(
            en: "`--bindings` and `--measure` exclude each other",
            ru: "`--bindings` и `--measure` исключают друг друга"), exit: ExitStatus.usage)
      }
      let session = try self.place.openForReading()
      let place = EvaluationPlace(
        measure: measure, transition: transition, person: ActorOptions.named(person),
        at: try at.map { try Moment.parse($0) } ?? Moment.now)
      return try answering { () throws(ServiceError) in
        try session.evaluate(expression, at: place, onlyType: printsType)
      }
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

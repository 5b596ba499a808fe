import ArgumentParser
import Bilingual
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha validate FILE…`: report every problem; exit 0 clean, 1 problems.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Check roadmaps and report every problem found.",
        ru: "Проверить дорожные карты и показать все найденные ошибки."))

    @OptionGroup var inputs: ValidateInputs

    @Flag(help: help(en: "Count warnings as errors.", ru: "Считать предупреждения ошибками."))
    var strict = false

    @OptionGroup var filter: ProblemFilter

    @OptionGroup var mends: MendOptions

    @Option(
      help: help(
        en: "Print text, json, sarif, junit, github or gitlab.",
        ru: "Вид вывода: text, json, sarif, junit, github или gitlab."))
    var format = ValidateFormat.text

    @OptionGroup var language: LanguageOptions

    @Flag(
      help: help(
        en: "Check again whenever a file is saved, until Ctrl-C.",
        ru: "Проверять заново при каждом сохранении файла, до Ctrl-C."))
    var watch = false

    func run() throws {
      guard !watch else { return try Watching(check: check, inputs: inputs).run() }
      let validation = try check()
      if filter.writeBaseline != nil { return }
      if !validation.unreadable.isEmpty { throw ExitCode(ExitStatus.input) }
      if validation.isNegative(strict: strict) { throw ExitCode(ExitStatus.refused) }
    }

    /// Checks once, mends what is to be mended, and reports.
    private func check() throws -> Validation {
      var validation = Validation(inputs)
      try filter.apply(to: &validation)
      try reportUnreadable(validation)
      if mends.isWanted {
        let isMended = try mends.mend(validation)
        if mends.diffOnly { throw isMended ? ExitCode(ExitStatus.refused) : ExitCode.success }
        validation = Validation(inputs)
        try filter.apply(to: &validation)
      }
      if let path = filter.writeBaseline {
        try writeBaseline(validation, to: path)
      } else {
        try validation.printData(as: format, strict: strict)
      }
      return validation
    }

    func validate() throws {
      if watch, inputs.readStandardInput || mends.isWanted || filter.writeBaseline != nil {
        throw ValidationError(
          say(
            en: "`--watch` needs files, and goes with neither `--fix` nor `--write-baseline`",
            ru: "для `--watch` нужны файлы; с `--fix` и `--write-baseline` он не сочетается"))
      }
      guard mends.isWanted, inputs.readStandardInput || filter.writeBaseline != nil else { return }
      throw ValidationError(
        say(
          en: "`--fix` needs files, and no `--write-baseline`",
          ru: "для `--fix` нужны файлы; с `--write-baseline` он не сочетается"))
    }

    private func reportUnreadable(_ validation: Validation) throws {
      for problem in validation.unreadable {
        Console.report(Failure(problem.message, exit: ExitStatus.input))
      }
      guard filter.writeBaseline != nil, !validation.unreadable.isEmpty else { return }
      throw ExitCode(ExitStatus.input)
    }

    private func writeBaseline(_ validation: Validation, to path: String) throws {
      let text = Baseline.text(of: validation.reported)
      try writeFile(Array(text.utf8), to: path)
      let count = Nouns.problem(Set(validation.reported.map(\.fingerprint)).count)
      Console.print(
        say(
          en: "\(harmless(path)): \(count.en) known from now on",
          ru: "\(harmless(path)): отныне известно: \(count.ru)"))
    }
  }
}

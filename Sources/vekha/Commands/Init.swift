public import ArgumentParser
import Bilingual
import CivilTime
import Glibc
public import RoadmapEditor
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

extension RoadmapTemplate: ExpressibleByArgument {}

extension Vekha {
  /// `vekha init [FILE]`: write a first roadmap, by asking or from a template.
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Write a first roadmap, by asking or from a template.",
        ru: "Написать первую дорожную карту: по ответам или по образцу."))

    @Argument(help: help(en: "The file to write.", ru: "Какой файл написать.", valueName: "file"))
    var file = "roadmap.yaml"

    @Option(
      help: help(
        en: "Begin with a template in place of questions.", ru: "Взять образец, без вопросов."))
    var template: RoadmapTemplate?

    @Flag(help: help(en: "Replace the file if it is there.", ru: "Заменить файл, если он есть."))
    var force = false

    @OptionGroup var language: LanguageOptions

    func run() throws {
      if !force, access(file, F_OK) == 0 { throw Self.isThere(file) }
      let text = try template?.yaml(in: Speech.language, year: Self.year) ?? asked()
      let bytes = Array(text.utf8)
      try Self.check(bytes, path: file)
      try writeFile(bytes, to: file)
      Console.print(
        say(
          en: "\(harmless(file)) is written; check it with `vekha validate \(harmless(file))`",
          ru: "\(harmless(file)) написан; проверьте его: `vekha validate \(harmless(file))`"))
    }

    private static var year: Int { Moment.now.date.year }

    private func asked() throws -> String {
      guard isatty(STDIN_FILENO) == 1 else { throw Self.noTerminal }
      let interview = Interview(in: Speech.language, year: Self.year) { question, usual in
        let hint = usual.isEmpty ? "" : " [\(usual)]"
        Console.note(question[Speech.language] + hint + ":")
        guard let line = readLine() else { return nil }
        let answer = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return answer.isEmpty ? usual : answer
      }
      guard let draft = interview.draft() else {
        throw Failure(
          Text(
            en: "the answers broke off; nothing is written",
            ru: "ответы прервались; ничего не написано"), exit: ExitStatus.usage)
      }
      return draft.yaml
    }

    /// What is written must be right: anything else is a fault of the program.
    private static func check(_ bytes: [UInt8], path: String) throws {
      let compiled = compile(LoadedFile(name: "roadmap.yaml", shownPath: path, bytes: bytes))
      guard !compiled.problems.isEmpty else { return }
      let renderer = TextRenderer(
        files: compiled.files, language: Speech.language, color: Console.colorsProblems)
      Console.problems(renderer.render(compiled.problems))
      guard compiled.hasErrors else { return }
      throw Failure(
        Text(
          en: "no right roadmap came of this; nothing is written",
          ru: "правильной дорожной карты не вышло; ничего не написано"), exit: ExitStatus.fault)
    }

    private static var noTerminal: Failure {
      let names = RoadmapTemplate.allCases.map { "`\($0.rawValue)`" }
      return Failure(
        Text(
          en: "there is no terminal to ask at", ru: "спрашивать негде: ввод — не терминал"),
        help: Text(
          en: "choose a template: `--template NAME`, with \(names.joined(separator: " or "))",
          ru: "выберите образец: `--template NAME`, это \(names.joined(separator: " или "))"),
        exit: ExitStatus.usage)
    }

    private static func isThere(_ file: String) -> Failure {
      Failure(
        Text(en: "`\(file)` is there already", ru: "`\(file)` уже есть"),
        help: Text(
          en: "name another file, or replace it with `--force`",
          ru: "назовите другой файл или замените этот: `--force`"), exit: ExitStatus.usage)
    }
  }
}

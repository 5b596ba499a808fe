import ArgumentParser
import Glibc
import RoadmapEditor

extension Vekha {
  /// `vekha lsp`: serve editors over standard input and output, until they say that they end.
  struct Lsp: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Serve an editor: problems, hovers, completion (language server protocol).",
        ru: "Служить редактору: ошибки, подсказки, дополнение (language server protocol)."))

    @Flag(
      help: help(
        en: "Talk over standard input and output, as it does anyway.",
        ru: "Работать через стандартный ввод и вывод, как и без этого ключа."))
    var stdio = false

    @OptionGroup var language: LanguageOptions

    func run() throws {
      var conversation = Conversation(
        LanguageServer(language: Speech.language), input: STDIN_FILENO, output: STDOUT_FILENO)
      let status = conversation.run()
      if status != 0 { throw ExitCode(status) }
    }
  }
}

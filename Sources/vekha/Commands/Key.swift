import ArgumentParser
import Bilingual
import RoadmapJournal
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha key`: make a key to sign with, and show its public half.
  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Make a key to sign with, or show its public half.",
        ru: "Создать ключ для подписи или показать его открытую часть."),
      subcommands: [New.self, Show.self])

    /// `vekha key new --out FILE`: make a key.
    struct New: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: say(
          en: "Make a key; the file is secret, the line printed goes into the roadmap.",
          ru: "Создать ключ: файл — тайный, напечатанная строка — для дорожной карты."))

      @Option(
        help: help(
          en: "The file to write, which must not be there yet.",
          ru: "Файл, которого ещё нет.", valueName: "file"))
      var out: String

      @OptionGroup var output: OutputOptions

      func run() throws {
        let key = SigningKey()
        do throws(FileWritingProblem) {
          try key.write(to: out)
        } catch {
          throw Failure(error.message, exit: ExitStatus.store)
        }
        key.printPublicHalf(output.format)
        guard output.format == .text else { return }
        Console.note(
          say(
            en:
              "put this line under `keys` of its owner in the roadmap, and keep `\(harmless(out))` "
              + "secret",
            ru: "добавьте эту строку в `keys` владельца в дорожной карте, а `\(harmless(out))` "
              + "храните в тайне"))
      }
    }

    /// `vekha key show FILE`: print the public half of a key.
    struct Show: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: say(
          en: "Print the public half of a key.", ru: "Напечатать открытую часть ключа."))

      @Argument(help: help(en: "The file of the key.", ru: "Файл ключа.", valueName: "file"))
      var file: String

      @OptionGroup var output: OutputOptions

      func run() throws {
        try SigningKey.reading(file).printPublicHalf(output.format)
      }
    }
  }
}

extension SigningKey {
  fileprivate func printPublicHalf(_ format: DataFormat) {
    switch format {
    case .text: Console.print(publicKey.description)
    case .json:
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("key")
        writer.string(publicKey.description)
      }
      Console.print(writer.text)
    }
  }
}

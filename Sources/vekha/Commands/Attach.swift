import ArgumentParser
import Bilingual
import RoadmapLanguage
import RoadmapService

extension Vekha {
  /// `vekha attach MEASURE FILE --as P`: attach a file or a field to a measure.
  struct Attach: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en:
          "Attach a file or a field to a measure; steps of an open round that cover it begin anew.",
        ru: "Приложить к мероприятию файл или поле; этапы открытого круга о нём начнутся заново."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Argument(
      help: help(
        en: "The file; its content is kept with the run.",
        ru: "Файл; его содержимое хранится вместе с исполнением."),
      completion: .file())
    var file: String?

    @Option(
      help: help(
        en: "A field and its value instead of a file.", ru: "Поле и его значение вместо файла.",
        valueName: "name=value"))
    var field: String?

    @Option(
      help: help(
        en: "The name under which it is attached, if not its own; the same name again replaces it.",
        ru: "Имя, под которым он приложен, если не своё; повтор имени заменяет приложенное.",
        valueName: "name"))
    var name: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(try act())
    }

    private func act() throws -> Act {
      switch (file, field) {
      case (let file?, nil): try attaching(file)
      case (nil, let field?) where name == nil: try setting(field)
      default:
        throw Failure(
          Text(
            en: "give either a file or `--field NAME=VALUE`",
            ru: "укажите либо файл, либо `--field ИМЯ=ЗНАЧЕНИЕ`"), exit: ExitStatus.usage)
      }
    }

    private func attaching(_ file: String) throws -> Act {
      do throws(FileProblem) {
        let content = try LoadedFile(path: file).bytes
        let own = file.split(separator: "/").last.map(String.init) ?? file
        return .attach(measure: measure, name: name ?? own, content: content)
      } catch {
        throw Failure(error.message, exit: ExitStatus.input)
      }
    }

    private func setting(_ field: String) throws -> Act {
      guard let sign = field.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        throw Failure(
          Text(en: "`\(field)` gives no value", ru: "в `\(field)` нет значения"),
          help: Text(en: "write `NAME=VALUE`", ru: "напишите `ИМЯ=ЗНАЧЕНИЕ`"),
          exit: ExitStatus.usage)
      }
      let value = field[field.utf8.index(after: sign)...]
      return .setField(
        measure: measure, name: String(field[..<sign]), value: String(value))
    }
  }
}

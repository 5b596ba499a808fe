import ArgumentParser
import Bilingual
import RoadmapLanguage
import RoadmapService

extension Vekha {
  /// `vekha attach MEASURE FILE --as P`: attach a file to a measure.
  struct Attach: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Attach a file to a measure; its content is kept with the run.",
        ru: "Приложить файл к мероприятию; его содержимое хранится вместе с исполнением."))

    @Argument(help: .measure) var measure: String

    @Argument(help: help(en: "The file.", ru: "Файл.")) var file: String

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
      let content: [UInt8]
      do throws(FileProblem) {
        content = try LoadedFile(path: file).bytes
      } catch {
        throw Failure(error.message, exit: ExitStatus.input)
      }
      let own = file.split(separator: "/").last.map(String.init) ?? file
      try Acting(actor: actor, place: place, output: output).perform(
        .attach(measure: measure, name: name ?? own, content: content))
    }
  }
}

import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha receive DOCUMENT --number N --date D --as P`: record that an external paper has come.
  struct Receive: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Record that an external document has come.",
        ru: "Отметить, что внешний документ получен."))

    @Argument(help: help(en: "The id of the document.", ru: "Идентификатор документа."))
    var document: String

    @Option(
      help: help(en: "The number printed on it.", ru: "Номер документа.", valueName: "number"))
    var number: String

    @Option(
      help: help(
        en: "The date printed on it, as 2018-09-03.", ru: "Дата документа, как 2018-09-03.",
        valueName: "date"))
    var date: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .receive(document: document, number: number, date: try Moment.parseDate(date)))
    }
  }
}

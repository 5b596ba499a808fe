import ArgumentParser
import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha substitute PERSON --by DEPUTY --from D --to D --order TEXT --as P`: record that one
  /// person stands in for another.
  struct Substitute: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Record that somebody stands in for a person, by a dated order.",
        ru: "Отметить, что участника замещают по приказу с такого по такое число."))

    @Argument(
      help: help(en: "Whose duties: a person's id.", ru: "Кого: идентификатор участника."),
      completion: .people)
    var person: String

    @Option(
      help: help(en: "Who stands in.", ru: "Кто замещает.", valueName: "person"),
      completion: .people)
    var by: String

    @Option(help: .firstDay) var from: String?

    @Option(help: .lastDay) var to: String

    @Option(
      help: help(
        en: "The number of the order, as printed on it.",
        ru: "Номер приказа, как на нём напечатано.",
        valueName: "text"))
    var order: String

    @Option(help: .reason) var reason: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      var act = MandateAct(.substitution, of: person, by: by)
      act.from = try from.map { try Moment.parseDate($0) }
      act.until = try Moment.parseDate(to)
      act.order = order
      act.reason = reason
      try Acting(actor: actor, place: place, output: output).perform(.mandate(act))
    }
  }
}

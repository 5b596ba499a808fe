import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha extend MEASURE --until DATE --reason TEXT --as P`: move the last day of a term.
  struct Extend: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Extend the term of a measure; only who sets terms may.",
        ru: "Продлить срок мероприятия: это вправе только тот, кто сроки устанавливает."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(
      help: help(
        en: "The new last day, as 2018-09-03.", ru: "Новый последний день, как 2018-09-03.",
        valueName: "date"))
    var until: String

    @Option(help: help(en: "Why.", ru: "Причина.", valueName: "text"))
    var reason: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .extend(measure: measure, until: try Moment.parseDate(until), reason: reason))
    }
  }
}

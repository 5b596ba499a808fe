import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha advance MEASURE [TRANSITION] --as P`: ask for a transition.
  struct Advance: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Ask for a transition of a measure; with a route, this opens a round.",
        ru: "Запросить переход мероприятия; если нужен маршрут, откроется круг согласования."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Argument(
      help: help(
        en: "The transition; without it, the one that leads forward.",
        ru: "Переход; без него — тот, что ведёт вперёд."))
    var transition: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .advance(measure: measure, transition: transition))
    }
  }
}

import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha skip MEASURE --step ID --reason TEXT --as P`: pass over a step of the open round.
  struct Skip: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Pass over a step of the open round; at least one is decided by people.",
        ru: "Пропустить этап открытого круга; хотя бы один этап решают люди."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(
      help: help(
        en: "The step, open or still to come.", ru: "Этап, открытый или будущий.", valueName: "id"))
    var step: String

    @Option(help: .reason) var reason: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .exceptional(ExceptionalWords(.skip(step: step), on: measure, reason: reason)))
    }
  }
}

import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha suspend MEASURE --reason TEXT --as P`: let a measure stand still for a time.
  struct Suspend: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Suspend a measure: nothing is asked or decided until it is resumed.",
        ru: "Приостановить мероприятие: до возобновления ничего не запрашивают и не решают."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .reason) var reason: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .exceptional(ExceptionalWords(.suspend, on: measure, reason: reason)))
    }
  }
}

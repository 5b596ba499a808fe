import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha cancel MEASURE --reason TEXT --as P`: give a measure up for good.
  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Cancel a measure: it will not be carried out, and what waits for it goes on waiting.",
        ru: "Отменить мероприятие: оно не будет исполнено, а ждущие его ждут дальше."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .reason) var reason: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .exceptional(ExceptionalWords(.cancel, on: measure, reason: reason)))
    }
  }
}

import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha resume MEASURE --as P`: let a suspended measure go on where it stopped.
  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Let a suspended measure go on where it stopped.",
        ru: "Возобновить приостановленное мероприятие с того же места."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .reason) var reason: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .exceptional(ExceptionalWords(.resume, on: measure, reason: reason)))
    }
  }
}

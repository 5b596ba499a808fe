import ArgumentParser
import Bilingual
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha approve MEASURE --as P`: agree in a step of the open round.
  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Approve in the open round of a measure.",
        ru: "Согласовать в открытом круге мероприятия."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .step) var step: String?

    @Option(help: .remarks) var remarks: String?

    @Option(help: .seen) var seen: String?

    @Option(name: .customLong("for"), help: .principal, completion: .people)
    var principal: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .vote(
          measure: measure,
          Act.Vote(
            .approve, step: step, remarks: remarks, seen: try Seen.parse(seen), for: principal)))
    }
  }
}

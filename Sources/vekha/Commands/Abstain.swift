import ArgumentParser
import Bilingual
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha abstain MEASURE --as P`: neither agree nor refuse in a step of the open round.
  struct Abstain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Abstain in the open round of a measure, which never counts as agreement.",
        ru: "Воздержаться в открытом круге мероприятия; согласием это не считается."))

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
            .abstain, step: step, remarks: remarks, seen: try Seen.parse(seen), for: principal)))
    }
  }
}

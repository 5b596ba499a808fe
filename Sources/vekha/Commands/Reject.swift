import ArgumentParser
import Bilingual
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha reject MEASURE --as P`: refuse for good.
  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Reject in the open round, which ends it.",
        ru: "Отказать в открытом круге; круг на этом закончится."))

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
            .reject, step: step, remarks: remarks, seen: try Seen.parse(seen), for: principal)))
    }
  }
}

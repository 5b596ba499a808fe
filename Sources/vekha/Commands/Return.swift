import ArgumentParser
import Bilingual
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha return MEASURE --as P`: send the measure back for rework.
  struct Return: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Return a measure for rework, to a state or to an earlier step of the round.",
        ru: "Вернуть мероприятие на доработку: в состояние или на более ранний этап круга."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .step) var step: String?

    @Option(help: .remarks) var remarks: String?

    @Option(
      help: help(
        en: "Where to: an earlier step, which keeps the round open, or a state.",
        ru: "Куда: на более ранний этап (круг останется открытым) или в состояние.",
        valueName: "id"))
    var to: String?

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
            .returnForRework, step: step, remarks: remarks, seen: try Seen.parse(seen), to: to,
            for: principal)))
    }
  }
}

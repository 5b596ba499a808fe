import ArgumentParser
import Bilingual
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha return MEASURE --as P`: send the measure back for rework.
  struct Return: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Return a measure for rework, which ends the round.",
        ru: "Вернуть мероприятие на доработку; круг на этом закончится."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .step) var step: String?

    @Option(help: .remarks) var remarks: String?

    @Option(name: .customLong("for"), help: .principal, completion: .people)
    var principal: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .vote(
          measure: measure, Act.Vote(.returnForRework, step: step, remarks: remarks, for: principal)
        ))
    }
  }
}

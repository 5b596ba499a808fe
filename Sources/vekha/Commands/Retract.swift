import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha retract MEASURE --as P`: take one's own decision back until its step has passed.
  struct Retract: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Take back your own decision in a step that has not passed, to decide anew.",
        ru: "Отозвать своё решение на ещё не пройденном этапе, чтобы решить заново."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .step) var step: String?

    @Option(help: .remarks) var remarks: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .retract(measure: measure, step: step, remarks: remarks))
    }
  }
}

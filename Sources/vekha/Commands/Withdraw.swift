import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha withdraw MEASURE --as P`: take the request back.
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Withdraw your own request, which ends the round.",
        ru: "Отозвать собственный запрос; круг на этом закончится."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(help: .remarks) var remarks: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .withdraw(measure: measure, remarks: remarks))
    }
  }
}

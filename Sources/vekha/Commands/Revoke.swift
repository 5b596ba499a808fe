import ArgumentParser
import Bilingual
import CivilTime
import RoadmapService

extension Vekha {
  /// `vekha revoke ACT --as P`: end a substitution, a delegation or an absence.
  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Revoke a delegation or a substitution, or come back early.",
        ru: "Отменить делегирование или замещение либо вернуться раньше."))

    @Argument(
      help: help(
        en: "The act: the number of its event, or its order.",
        ru: "Акт: номер события или номер приказа."))
    var act: String

    @Option(help: .reason) var reason: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .revoke(act: act, reason: reason))
    }
  }
}

import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha tick [--at TIME]`: remind of what is due and escalate what is late, once for each.
  struct Tick: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Remind of what is due, and escalate what is late; each is journalled once.",
        ru: "Напомнить о сроках и сообщить о просроченном; в журнал каждое попадает один раз."))

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let asking = Asking.tick(
        by: ActorOptions.named(actor.person), effective: try actor.effective())
      try Acting(actor: actor, place: place, output: output).perform(asking)
    }
  }
}

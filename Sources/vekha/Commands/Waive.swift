import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha waive MEASURE PREDECESSOR --reason TEXT --as P`: go on without what is waited for.
  struct Waive: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Let a measure go on without something that it waits for.",
        ru: "Снять с мероприятия ожидание: продолжать без того, чего оно ждёт."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Argument(
      help: help(
        en: "The measure, part or paper (document:ID) that it need not wait for.",
        ru: "Мероприятие, часть или документ (document:ID), которых можно не ждать."),
      completion: .measures)
    var predecessor: String

    @Option(help: .reason) var reason: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .exceptional(ExceptionalWords(.waive(predecessor), on: measure, reason: reason)))
    }
  }
}

import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha reopen MEASURE --to STATE --reason TEXT --as P`: take what is over back to work.
  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Take a measure that is carried out, given up or cancelled back to an earlier state.",
        ru: "Вернуть исполненное, снятое или отменённое мероприятие в прежнее состояние."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Option(
      help: help(
        en: "The state to go back to, in which it has stood.",
        ru: "Состояние, в котором оно уже было.", valueName: "state"))
    var to: String

    @Option(help: .reason) var reason: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try Acting(actor: actor, place: place, output: output).perform(
        .exceptional(ExceptionalWords(.reopen(to: to), on: measure, reason: reason)))
    }
  }
}

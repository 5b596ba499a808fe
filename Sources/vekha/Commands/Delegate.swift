import ArgumentParser
import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha delegate --to PERSON --as P`: let somebody give one's votes.
  struct Delegate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Let somebody give your votes, where the steps allow that.",
        ru: "Передать своё право голоса там, где этапы это позволяют."))

    @Option(
      help: help(en: "To whom.", ru: "Кому.", valueName: "person"), completion: .people)
    var to: String

    @Option(help: .firstDay) var from: String?

    @Option(
      help: help(
        en: "The last day, as 2019-10-24; else until you revoke it.",
        ru: "Последний день, как 2019-10-24; иначе пока не отмените.", valueName: "date"))
    var until: String?

    @Option(help: help(en: "Only on this route.", ru: "Только на этом маршруте.", valueName: "id"))
    var route: String?

    @Option(
      help: help(
        en: "Only in this step of the route.", ru: "Только на этом этапе маршрута.",
        valueName: "id"))
    var step: String?

    @Option(
      help: help(
        en: "Only on this measure.", ru: "Только по этому мероприятию.", valueName: "measure"),
      completion: .measures)
    var measure: String?

    @Option(help: .reason) var reason: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard step != nil, route == nil else { return }
      throw ValidationError(
        say(
          en: "`--step` needs `--route`: steps have names within their route",
          ru: "`--step` требует `--route`: этапы названы внутри маршрута"))
    }

    func run() throws {
      var act = MandateAct(.delegation, by: to)
      act.from = try from.map { try Moment.parseDate($0) }
      act.until = try until.map { try Moment.parseDate($0) }
      act.route = route
      act.step = step
      act.measure = measure
      act.reason = reason
      try Acting(actor: actor, place: place, output: output).perform(.mandate(act))
    }
  }
}

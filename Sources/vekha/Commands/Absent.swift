import ArgumentParser
import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapService

extension Vekha {
  /// `vekha absent --to D --as P`: say that one is away; `--list` shows who acts for whom.
  struct Absent: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Say that you are away, or list who is away and who acts for whom.",
        ru: "Сообщить о своём отсутствии или показать, кого нет и кто за кого решает."))

    @Option(help: .firstDay) var from: String?

    @Option(help: .lastDay) var to: String?

    @Option(
      help: help(
        en: "Who votes instead, where the steps let votes be delegated.",
        ru: "Кто голосует вместо вас, где этапы позволяют передать голос.", valueName: "person"),
      completion: .people)
    var by: String?

    @Option(help: .reason) var reason: String?

    @Flag(
      help: help(
        en: "List who is away and who acts for whom; records nothing.",
        ru: "Показать, кого нет и кто за кого решает; ничего не записывает."))
    var list = false

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard !list, to == nil else { return }
      throw ValidationError(
        say(
          en: "say until when with `--to DATE`, or look with `--list`",
          ru: "укажите `--to DATE` — по какой день — или посмотрите `--list`"))
    }

    func run() throws {
      guard !list else {
        let time = try actor.effective() ?? Moment.now
        let sheet = MandateSheet(session: try place.openForReading(), today: time.date)
        return Console.print(output.format == .json ? sheet.json : sheet.text)
      }
      var act = MandateAct(.absence, by: by)
      act.from = try from.map { try Moment.parseDate($0) }
      act.until = try to.map { try Moment.parseDate($0) }
      act.reason = reason
      try Acting(actor: actor, place: place, output: output).perform(.mandate(act))
    }
  }
}

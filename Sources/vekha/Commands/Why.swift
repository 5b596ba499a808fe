import ArgumentParser
import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha why MEASURE [TRANSITION]`: explain what stands in the way.
  struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Explain why a measure can or cannot go on.",
        ru: "Объяснить, почему мероприятие может или не может идти дальше."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Argument(help: help(en: "The transition; else all.", ru: "Переход; иначе все."))
    var transition: String?

    @Option(
      name: .customLong("as"),
      help: help(
        en: "Judge for this person; else VEKHA_AS, else for whoever may ask.",
        ru: "Судить для этого участника; иначе VEKHA_AS, иначе для того, кому можно.",
        valueName: "person"),
      completion: .people)
    var person: String?

    @Option(
      help: help(
        en: "Judge days as of this time, if not now.", ru: "Судить о днях на это время.",
        valueName: "time"))
    var at: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let time = try at.map { try Moment.parse($0) } ?? Moment.now
      let session = try place.openForReading()
      let reasons = try answering { () throws(ServiceError) in
        try session.reasons(
          for: measure, transition: transition, by: ActorOptions.named(person),
          at: time)
      }
      let index = try answering { () throws(ServiceError) in
        try session.roadmap.knownMeasure(measure)
      }
      switch output.format {
      case .text: Console.print(text(reasons, index, session))
      case .json: Console.print(json(reasons, index, session))
      }
    }

    private func text(
      _ reasons: [Reason], _ measure: MeasureIndex, _ session: RunSession
    ) -> String {
      let roadmap = session.roadmap
      let state = roadmap.title(session.state.state(of: measure), measure)
      var text = Indented(width: Console.width)
      text.add("\(roadmap.label(of: measure)) \(roadmap.title(of: measure))")
      text.add(say(en: "state: ", ru: "состояние: ") + state, indent: 2)
      let now = Moment.now
      if let round = session.engine.roundView(of: measure, in: session.state, at: now) {
        RoundText(round: round, measure: measure, roadmap: roadmap).add(to: &text)
        for line in MandateSheet(session: session, today: now.date).holding {
          text.add(line, indent: 4)
        }
      }
      if reasons.isEmpty {
        text.add(say(en: "no transition leads on", ru: "дальше переходов нет"), indent: 2)
      }
      for reason in reasons { add(reason, roadmap, to: &text) }
      return text.text
    }

    private func add(_ reason: Reason, _ roadmap: Roadmap, to text: inout Indented) {
      let label = roadmap.label(of: reason.transition, reason.measure)
      guard !reason.blockers.isEmpty else {
        let people = reason.people.map { roadmap.named($0) }.joined(separator: ", ")
        let verdict = say(en: "possible now, for \(people)", ru: "можно сейчас: \(people)")
        text.add("\(label): \(verdict)", indent: 2)
        return addWarnings(reason, roadmap, to: &text)
      }
      text.add("\(label): " + say(en: "not now", ru: "сейчас нельзя"), indent: 2)
      for blocker in reason.blockers {
        text.add("• " + blocker.message(in: roadmap)[Speech.language], indent: 4)
      }
      addWarnings(reason, roadmap, to: &text)
    }

    /// What rules that keep nobody from it say.
    private func addWarnings(_ reason: Reason, _ roadmap: Roadmap, to text: inout Indented) {
      for warning in reason.warnings {
        let words = warning.message(in: roadmap)[Speech.language]
        text.add(say(en: "warning: ", ru: "предупреждение: ") + words, indent: 4)
      }
    }

    private func json(
      _ reasons: [Reason], _ measure: MeasureIndex, _ session: RunSession
    ) -> String {
      let roadmap = session.roadmap
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("measure")
        writer.string(roadmap.id(of: measure))
        writer.key("state")
        writer.stringOrNull(
          roadmap.lifecycle(of: measure)?[session.state.state(of: measure)].id)
        writer.key("transitions")
        writer.array { writer in
          for reason in reasons { write(reason, roadmap, to: &writer) }
        }
      }
      return writer.text
    }

    private func write(_ reason: Reason, _ roadmap: Roadmap, to writer: inout JSONWriter) {
      writer.object { writer in
        writer.key("name")
        writer.stringOrNull(roadmap.lifecycle(of: reason.measure)?[reason.transition].id)
        writer.key("allowed")
        writer.bool(reason.blockers.isEmpty)
        writer.key("people")
        writer.array { writer in
          for person in reason.people { writer.string(roadmap.people[person.position].id) }
        }
        writer.key("blockers")
        writer.array { writer in
          for blocker in reason.blockers { blocker.write(to: &writer, in: roadmap) }
        }
        writer.key("warnings")
        writer.array { writer in
          for warning in reason.warnings { warning.write(to: &writer, in: roadmap) }
        }
      }
    }
  }
}

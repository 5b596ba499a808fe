import ArgumentParser
import Bilingual
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

    @Argument(help: .measure) var measure: String

    @Argument(help: help(en: "The transition; else all.", ru: "Переход; иначе все."))
    var transition: String?

    @Option(
      name: .customLong("as"),
      help: help(
        en: "Judge for this person; else for whoever may ask.",
        ru: "Судить для этого участника; иначе для того, кому можно.", valueName: "person"))
    var person: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let session = try place.openForReading()
      let reasons = try answering { () throws(ServiceError) in
        try session.reasons(for: measure, transition: transition, by: person)
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
      let head = harmless(
        "\(roadmap.label(of: measure)) \(roadmap.title(of: measure)): "
          + say(en: "it stands in «\(state)»", ru: "состояние «\(state)»"))
      guard !reasons.isEmpty else {
        return head + "\n" + say(en: "no transition leads on", ru: "дальше переходов нет")
      }
      return ([head] + reasons.flatMap { lines($0, roadmap) }).joined(separator: "\n")
    }

    private func lines(_ reason: Reason, _ roadmap: Roadmap) -> [String] {
      let id = roadmap.lifecycle(of: reason.measure)?[reason.transition].id ?? ""
      guard !reason.blockers.isEmpty else {
        let people = reason.people.map { "\(roadmap.name($0)) (\(roadmap.people[$0.position].id))" }
          .joined(separator: ", ")
        return ["`\(id)`: " + say(en: "possible now, for \(people)", ru: "возможно: \(people)")]
      }
      return ["`\(id)`: " + say(en: "not yet", ru: "пока нельзя")]
        + reason.blockers.map { "  • " + $0.message(in: roadmap)[Speech.language] }
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
      }
    }
  }
}

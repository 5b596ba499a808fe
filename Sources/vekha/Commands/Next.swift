import ArgumentParser
import Bilingual
import RoadmapEngine
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha next`: list what can be done now.
  struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "List what can be done now, and by whom.",
        ru: "Показать, что и кому можно сделать сейчас."))

    @Option(
      name: .customLong("as"),
      help: help(
        en: "Only what this person can do; else VEKHA_AS.",
        ru: "Только то, что может этот участник; иначе VEKHA_AS.", valueName: "person"))
    var person: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let session = try place.openForReading()
      let named = person ?? Environment["VEKHA_AS"].flatMap { $0.isEmpty ? nil : $0 }
      let actor = try named.map { id in
        try answering { () throws(ServiceError) in try session.roadmap.knownPerson(id) }
      }
      let actions = session.engine.nextActions(in: session.state, for: actor)
      switch output.format {
      case .text: printText(actions, session.roadmap)
      case .json: printJSON(actions, session.roadmap)
      }
    }

    /// Forward actions first; what drops or sends back is listed after them.
    private func printText(_ actions: [NextAction], _ roadmap: Roadmap) {
      guard !actions.isEmpty else {
        return Console.print(say(en: "nothing can be done now", ru: "сейчас делать нечего"))
      }
      var table = Table([
        .init(title: say(en: "No.", ru: "№")), .init(title: "id"),
        .init(title: say(en: "action", ru: "действие")),
        .init(title: say(en: "measure", ru: "мероприятие"), isFlexible: true),
        .init(title: say(en: "who", ru: "кто"), isFlexible: true),
      ])
      for action in actions.filter(\.isForward) + actions.filter({ !$0.isForward }) {
        table.add([
          roadmap.number(of: action.measure) ?? "", roadmap.id(of: action.measure),
          words(of: action, roadmap), roadmap.title(of: action.measure),
          action.people.map { "\(roadmap.name($0)) (\(roadmap.people[$0.position].id))" }
            .joined(separator: ", "),
        ])
      }
      Console.print(table.lines(width: Console.width).joined(separator: "\n"))
    }

    private func words(of action: NextAction, _ roadmap: Roadmap) -> String {
      switch action.deed {
      case .advance:
        "advance " + (roadmap.lifecycle(of: action.measure)?[action.transition].id ?? "")
      case .approve(let step):
        "approve " + (roadmap.stepID(step, of: action) ?? "")
      }
    }

    private func printJSON(_ actions: [NextAction], _ roadmap: Roadmap) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("actions")
        writer.array { writer in
          for action in actions { write(action, roadmap, to: &writer) }
        }
      }
      Console.print(writer.text)
    }

    private func write(_ action: NextAction, _ roadmap: Roadmap, to writer: inout JSONWriter) {
      writer.object { writer in
        writer.key("measure")
        writer.string(roadmap.id(of: action.measure))
        writer.key("action")
        switch action.deed {
        case .advance: writer.string("advance")
        case .approve: writer.string("approve")
        }
        writer.key("transition")
        writer.stringOrNull(roadmap.lifecycle(of: action.measure)?[action.transition].id)
        writer.key("step")
        if case .approve(let step) = action.deed {
          writer.stringOrNull(roadmap.stepID(step, of: action))
        } else {
          writer.null()
        }
        writer.key("forward")
        writer.bool(action.isForward)
        writer.key("people")
        writer.array { writer in
          for person in action.people { writer.string(roadmap.people[person.position].id) }
        }
      }
    }
  }
}

extension Roadmap {
  /// The id of the step that an action is about.
  fileprivate func stepID(_ step: StepIndex, of action: NextAction) -> String? {
    route(of: action.transition, for: action.measure).map { routes[$0.position][step].id }
  }
}

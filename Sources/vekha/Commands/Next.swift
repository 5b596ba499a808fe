import ArgumentParser
import Bilingual
import CivilTime
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
        ru: "Только то, что может этот участник; иначе VEKHA_AS.", valueName: "person"),
      completion: .people)
    var person: String?

    @Flag(
      help: help(
        en: "List what drops or cancels a measure, too.",
        ru: "Показать и то, что снимает или отменяет мероприятия."))
    var all = false

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
      let actor = try ActorOptions.named(person).map { id in
        try answering { () throws(ServiceError) in try session.roadmap.knownPerson(id) }
      }
      let actions = session.engine.nextActions(
        in: session.state, for: actor, at: time)
      switch output.format {
      case .text:
        printText(actions, session.roadmap)
        for line in MandateSheet(session: session, today: Moment.now.date).holding {
          Console.print(harmless(line))
        }
      case .json: printJSON(actions, session.roadmap)
      }
    }

    /// What goes forward, and every decision that is asked for; the rest on demand, after them.
    private func printText(_ actions: [NextAction], _ roadmap: Roadmap) {
      let main = actions.filter(\.isUrged)
      let others = actions.filter { !$0.isUrged }
      let shown = all ? main + others : main
      if shown.isEmpty {
        let nothing =
          others.isEmpty
          ? say(en: "nothing can be done now", ru: "сейчас делать нечего")
          : say(en: "nothing leads forward now", ru: "вперёд сейчас ничего не ведёт")
        Console.print(nothing)
      } else {
        Console.print(table(shown, roadmap).lines(width: Console.width).joined(separator: "\n"))
      }
      guard !all, !others.isEmpty else { return }
      let ways = CountedNoun(
        en: "way to drop or cancel a measure", "ways to drop or cancel a measure",
        ru: "способ снять или отменить мероприятие", "способа снять или отменить мероприятие",
        "способов снять или отменить мероприятие")(others.count)
      Console.print(
        say(en: "\nand \(ways.en): `--all` lists them", ru: "\nи \(ways.ru): их покажет `--all`"))
    }

    private func table(_ actions: [NextAction], _ roadmap: Roadmap) -> Table {
      var table = Table([
        .init(title: say(en: "No.", ru: "№")), .init(title: "id"),
        .init(title: say(en: "action", ru: "действие")),
        .init(
          title: say(en: "measure", ru: "мероприятие"), kind: .caption(least: 30, lines: 2)),
        .init(title: say(en: "who", ru: "кто"), kind: .wrapping(least: 20, lines: 4)),
      ])
      for action in actions {
        table.add([
          roadmap.number(of: action.measure) ?? "", roadmap.id(of: action.measure),
          words(of: action, roadmap), roadmap.title(of: action.measure),
          action.people.map { name($0, in: action, roadmap) }.joined(separator: ", "),
        ])
      }
      return table
    }

    /// Who can do it, and for whom where they cannot for themselves.
    private func name(
      _ person: PersonIndex, in action: NextAction, _ roadmap: Roadmap
    ) -> String {
      let others = action.representatives.filter { $0.person == person }.map {
        roadmap.name($0.of.principal)
      }
      guard !others.isEmpty else { return roadmap.named(person) }
      let list = others.joined(separator: " / ")
      return roadmap.named(person) + say(en: " for \(list)", ru: " за: \(list)")
    }

    private func words(of action: NextAction, _ roadmap: Roadmap) -> String {
      switch action.deed {
      case .advance:
        "advance " + (roadmap.lifecycle(of: action.measure)?[action.transition].id ?? "")
      case .approve(let step):
        "approve " + (roadmap.stepID(step, of: action) ?? "")
          + (action.isOutOfTurn ? say(en: ", out of turn", ru: ", вне очереди") : "")
      case .refuse(let step):
        "return " + (roadmap.stepID(step, of: action) ?? "") + say(en: ", by veto", ru: ", вето")
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
        case .refuse: writer.string("return")
        }
        writer.key("transition")
        writer.stringOrNull(roadmap.lifecycle(of: action.measure)?[action.transition].id)
        writer.key("step")
        writer.stringOrNull(action.deed.step.flatMap { roadmap.stepID($0, of: action) })
        writer.key("forward")
        writer.bool(action.isForward)
        writer.key("outOfTurn")
        writer.bool(action.isOutOfTurn)
        writer.key("people")
        writer.array { writer in
          for person in action.people { writer.string(roadmap.people[person.position].id) }
        }
        writer.key("representatives")
        writer.array { writer in
          for deputy in action.representatives { deputy.write(to: &writer, in: roadmap) }
        }
      }
    }
  }
}

extension NextAction {
  /// Whether it carries the roadmap out, or somebody waits for it.
  fileprivate var isUrged: Bool { (isForward || deed != .advance) && !isOutOfTurn }
}

extension Roadmap {
  /// The id of the step that an action is about.
  fileprivate func stepID(_ step: StepIndex, of action: NextAction) -> String? {
    route(of: action.transition, for: action.measure).map { routes[$0.position][step].id }
  }
}

import Bilingual
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import RoadmapService
import SourceDiagnostics

/// Carries out what a command asks, and tells what became of it.
struct Acting {
  let actor: ActorOptions
  let place: RunOptions
  let output: OutputOptions

  /// Performs the act and prints the outcome; a refusal ends the command with exit 1.
  func perform(_ act: Act) throws {
    try perform(Asking(act, by: try actor.actor(), effective: try actor.effective()))
  }

  /// Performs what is asked, by a person or by a clock, which may find nothing to do.
  func perform(_ asking: Asking) throws {
    let circumstances = try actor.circumstances()
    var session = try place.openForActing()
    let outcome = try answering { () throws(ServiceError) in
      try session.perform(asking, circumstances)
    }
    switch outcome {
    case .done(let deeds, _): report(deeds, in: session, isRepeated: false)
    case .alreadyDone(let deeds, _): report(deeds, in: session, isRepeated: true)
    case .refused(let blockers) where blockers.isEmpty:
      report([], in: session, isRepeated: false)
    case .refused(let blockers): try refuse(blockers, in: session, asking)
    }
  }

  private func report(_ deeds: [Deed], in session: RunSession, isRepeated: Bool) {
    switch output.format {
    case .text:
      if isRepeated {
        Console.print(say(en: "already done by this request:", ru: "этим запросом уже сделано:"))
      }
      if deeds.isEmpty {
        Console.print(say(en: "no timer is due", ru: "напоминать сейчас не о чем"))
      }
      for deed in deeds { Console.print(harmless(line(for: deed, in: session))) }
    case .json: Console.print(json(deeds, in: session, isRepeated: isRepeated))
    }
  }

  private func line(for deed: Deed, in session: RunSession) -> String {
    let sentence = session.roadmap.sentence(for: deed.event, route: deed.route)[Speech.language]
    guard let measure = deed.event.measure else { return sentence }
    return session.roadmap.label(of: measure) + ": " + sentence
  }

  private func json(_ deeds: [Deed], in session: RunSession, isRepeated: Bool) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("run")
      writer.string(session.head.name)
      writer.key("alreadyDone")
      writer.bool(isRepeated)
      writer.key("events")
      writer.integer(Int(session.head.events))
      writer.key("head")
      writer.string(session.head.hash.description)
      writer.key("done")
      writer.array { writer in
        for deed in deeds { writer.string(line(for: deed, in: session)) }
      }
    }
    return writer.text
  }

  private func refuse(_ blockers: [Blocker], in session: RunSession, _ asking: Asking) throws {
    if output.format == .json {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("run")
        writer.string(session.head.name)
        writer.key("blockers")
        writer.array { writer in
          for blocker in blockers { blocker.write(to: &writer, in: session.roadmap) }
        }
      }
      Console.print(writer.text)
    }
    throw Failure(
      Text(en: "this cannot be done now", ru: "сейчас это сделать нельзя"),
      details: blockers.map { Text(verbatim: "• ").appending($0.message(in: session.roadmap)) },
      help: blockers.contains(where: \.asksForSignature)
        ? Text(
          en: "sign with `--key FILE`, or set VEKHA_KEY",
          ru: "подпишите: `--key FILE` или VEKHA_KEY") : nil,
      exit: ExitStatus.refused)
  }
}

extension Blocker {
  /// Whether a key could remove it.
  fileprivate var asksForSignature: Bool {
    if case .unsigned = self { true } else { false }
  }

  /// Writes the blocker as data.
  func write(to writer: inout JSONWriter, in roadmap: Roadmap) {
    writer.object { writer in
      writer.key("code")
      writer.string(code)
      writer.key("message")
      writer.string(message(in: roadmap)[Speech.language])
      for field in fields(in: roadmap) {
        writer.key(field.name)
        switch field.value {
        case .text(let text): writer.string(text)
        case .number(let number): writer.integer(number)
        case .list(let items):
          writer.array { writer in items.forEach { writer.string($0) } }
        }
      }
    }
  }
}

extension Roadmap {
  /// A measure as lines name it: its number and its id.
  func label(of measure: MeasureIndex) -> String {
    [number(of: measure), "`\(id(of: measure))`"].compactMap { $0 }.joined(separator: " ")
  }
}

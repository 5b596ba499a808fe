import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapService
import SourceDiagnostics

/// Who is away and who acts for whom, on a day.
struct MandateSheet {
  let session: RunSession
  let today: CivilDate

  /// An act with what it is called, and whether it holds on the day.
  private struct Line {
    let mandate: Mandate
    let act: ActReference
    let holds: Bool
  }

  private var roadmap: Roadmap { session.roadmap }

  /// What is past is left out; first the acts of the definition, then those of the journal.
  private var lines: [Line] {
    let written = roadmap.substitutions.filter {
      !session.state.isRevoked($0, in: roadmap) && $0.until >= today
    }.compactMap { known -> Line? in
      let order = roadmap.substitution(
        of: known.principal, by: known.deputy, order: known.order)
      guard let order else { return nil }
      let mandate = Mandate(
        .substitution, of: known.principal, by: known.deputy, from: known.from,
        until: known.until, order: known.order)
      return Line(mandate: mandate, act: .order(order), holds: known.holds(on: today))
    }
    let recorded = session.state.mandates.filter {
      ($0.mandate.until ?? today) >= today
    }.map {
      Line(mandate: $0.mandate, act: .event($0.number), holds: $0.mandate.holds(on: today))
    }
    return written + recorded
  }

  /// The acts that hold on the day, a line each; empty where there are none.
  var holding: [String] { lines.filter(\.holds).map(words) }

  var text: String {
    let all = lines
    guard !all.isEmpty else {
      return say(
        en: "nobody is away, and nobody acts for another",
        ru: "все на месте, никто никого не замещает")
    }
    return all.map { line in
      let later = line.holds ? "" : say(en: " (not yet)", ru: " (ещё не действует)")
      return harmless(words(line) + later)
    }.joined(separator: "\n")
  }

  private func words(_ line: Line) -> String {
    let sentence = roadmap.words(for: line.mandate)[Speech.language]
    guard case .event(let number) = line.act else { return sentence }
    return sentence + say(en: " (event \(number))", ru: " (событие \(number))")
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("day")
      writer.string(today.iso)
      writer.key("acts")
      writeActs(to: &writer)
    }
    return writer.text
  }

  /// Writes the acts that are not past as an array.
  func writeActs(to writer: inout JSONWriter) {
    writer.array { writer in
      for line in lines { write(line, to: &writer) }
    }
  }

  private func write(_ line: Line, to writer: inout JSONWriter) {
    let mandate = line.mandate
    writer.object { writer in
      writer.key("kind")
      writer.string(mandate.kind.label)
      writer.key("person")
      writer.string(roadmap.people[mandate.principal.position].id)
      writer.key("deputy")
      writer.stringOrNull(mandate.deputy.map { roadmap.people[$0.position].id })
      writer.key("from")
      writer.stringOrNull(mandate.from?.iso)
      writer.key("until")
      writer.stringOrNull(mandate.until?.iso)
      writer.key("holds")
      writer.bool(line.holds)
      writer.key("order")
      writer.stringOrNull(mandate.order)
      writer.key("act")
      if case .event(let number) = line.act { writer.integer(number) } else { writer.null() }
    }
  }
}

extension Mandate.Kind {
  /// How data calls it.
  fileprivate var label: String {
    switch self {
    case .substitution: "substitution"
    case .delegation: "delegation"
    case .absence: "absence"
    }
  }
}

extension Representative {
  /// Writes who acts, for whom, and under which act.
  func write(to writer: inout JSONWriter, in roadmap: Roadmap) {
    of.write(by: person, to: &writer, in: roadmap)
  }
}

extension Representation {
  /// Writes who acts, for whom, and under which act: the number of an event, or an order.
  func write(by person: PersonIndex, to writer: inout JSONWriter, in roadmap: Roadmap) {
    writer.object { writer in
      writer.key("by")
      writer.string(roadmap.people[person.position].id)
      writer.key("for")
      writer.string(roadmap.people[principal.position].id)
      writer.key("act")
      if case .event(let number) = act { writer.integer(number) } else { writer.null() }
      writer.key("order")
      if case .order(let order) = act {
        writer.stringOrNull(roadmap.substitutions[order.position].order)
      } else {
        writer.null()
      }
    }
  }
}

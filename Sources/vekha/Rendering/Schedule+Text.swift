import Bilingual
import CivilTime
import RoadmapModel
import RoadmapProof

extension RoadmapProof.Schedule {
  /// The schedule for people: a table of windows, the critical path, the papers, what is lost.
  func table(width: Int) -> String {
    var table = Table([
      Table.Column(title: "№"),
      Table.Column(
        title: say(en: "measure", ru: "мероприятие"), kind: .caption(least: 24, lines: 2)),
      Table.Column(title: say(en: "earliest", ru: "самое раннее")),
      Table.Column(title: say(en: "latest", ru: "самое позднее")),
      Table.Column(title: say(en: "slack", ru: "запас")),
    ])
    for measure in roadmap.measures.indices {
      guard let window = self[measure] else { continue }
      let slack = window.slack.map { String($0) } ?? "—"
      table.add([
        roadmap.number(of: measure) ?? roadmap.id(of: measure), roadmap.title(of: measure),
        text(window.earliest), window.latest.map(text) ?? "—",
        window.isCritical ? slack + " *" : slack,
      ])
    }
    return (table.lines(width: width) + [""] + notes).joined(separator: "\n")
  }

  /// The first and the last day of a span.
  func text(_ span: Span) -> String {
    let start = start(of: span).map { text($0) } ?? "…"
    let finish = finish(of: span).map { text($0) } ?? "…"
    return "\(start) — \(finish)"
  }

  private var notes: [String] {
    let days = CountedNoun(en: "day", "days", ru: "день", "дня", "дней")
    var notes: [String] = []
    if let length {
      notes.append(say(en: "length: ", ru: "длительность: ") + days(length)[Speech.language])
    }
    notes.append(
      say(en: "critical (*): ", ru: "критические (*): ") + list(critical.map(name)))
    notes.append(
      say(en: "longest chain: ", ru: "самая длинная цепь: ") + list(path.map(name), " → "))
    for paper in papers {
      let title = roadmap.documents[paper.document.position].title
      let day = paper.latest.map { text($0) } ?? say(en: "any day", ru: "в любой день")
      var note = say(
        en: "`\(title)` may arrive until: \(day)",
        ru: "`\(title)` может поступить не позднее: \(day)")
      if let first = paper.earliest.map({ text($0) }) {
        note += say(en: ", not before \(first)", ru: ", но не раньше \(first)")
      }
      notes.append(note)
    }
    return notes + losses
  }

  /// Terms with days that cannot be used.
  private var losses: [String] {
    roadmap.measures.indices.compactMap { measure in
      guard let window = self[measure], window.unusableBefore + window.unusableAfter > 0 else {
        return nil
      }
      let left = window.latest?.end.map { Span(start: start(of: window.earliest), end: $0) }
      let use = left.map(text) ?? "—"
      let lost = window.unusableBefore + window.unusableAfter
      return say(
        en: "\(name(measure)): \(lost) declared days cannot be used; left: \(use)",
        ru: "\(name(measure)): не использовать дней срока: \(lost); остаётся: \(use)")
    }
  }

  private func list(_ names: [String], _ joint: String = ", ") -> String {
    let shown = names.prefix(20).joined(separator: joint)
    return names.count > 20 ? shown + joint + "… (\(names.count))" : shown.isEmpty ? "—" : shown
  }

  private func name(_ measure: MeasureIndex) -> String { "`\(roadmap.id(of: measure))`" }
}

import Bilingual
import CivilTime
import RoadmapModel

extension FindingCode {
  /// A measure that is due before one that it waits for may begin.
  public static let dueBeforePredecessor = FindingCode("due-before-predecessor")
}

extension Facts {
  /// Finds terms that end before the term of a direct predecessor begins; a part has those of the
  /// measures that it is a part of, too.
  func duesBeforePredecessors() -> [Finding] {
    let begins = roadmap.measures.entries.map { $0.due?.from?.dayNumber ?? .min }
    guard begins.contains(where: { $0 > .min }) else { return [] }
    var found: [Finding] = []
    var latest: [LateStart?] = Array(repeating: nil, count: columns.hasParts ? columns.count : 0)
    for measure in 0..<columns.count {
      let due = roadmap.measures.entries[measure].due?.to?.dayNumber ?? .max
      let inherited = latest.isEmpty ? nil : latestInherited(by: measure, latest)
      var worst = inherited
      if let inherited, inherited.day > due, !isLate(inherited) {
        found.append(finding(MeasureIndex(measure), inherited))
      }
      let edges = graph.edges(of: measure)
      let range = roadmap.measures.dependencies.range(of: measure)
      for (offset, position) in range.enumerated() {
        let dependency = roadmap.measures.dependencies.values[position]
        let other = dependency.predecessor
        guard dependency.isOrdering, !dependency.mayLead, begins.indices.contains(other.position),
          begins[other.position] > .min,
          !dependency.kind.gatesStart || graph.targets[edges.lowerBound + offset] >= 0
        else { continue }
        let start = LateStart(
          day: begins[other.position], holder: MeasureIndex(measure), position: offset,
          awaited: other)
        if start.day > due { found.append(finding(MeasureIndex(measure), start)) }
        if start.day > worst?.day ?? .min { worst = start }
      }
      if !latest.isEmpty { latest[measure] = worst }
    }
    return found
  }

  private func latestInherited(by measure: Int, _ latest: [LateStart?]) -> LateStart? {
    let parent = Int(columns.parents[measure])
    return parent < 0 ? nil : latest[parent]
  }

  /// Whether the measure that has the dependency is too early itself, which is told there.
  private func isLate(_ start: LateStart) -> Bool {
    guard let end = roadmap.measures[start.holder].due?.to else { return false }
    return end.dayNumber < start.day
  }

  private func finding(_ measure: MeasureIndex, _ start: LateStart) -> Finding {
    .dueBeforePredecessor(
      name(measure), ends: term(of: measure, \.to), awaited: name(start.awaited),
      begins: term(of: start.awaited, \.from),
      parent: start.holder == measure ? nil : name(start.holder), at: .due(measure),
      related: [
        .init(
          .due(start.awaited),
          Text(en: "\(name(start.awaited)) is due here", ru: "срок \(name(start.awaited))")),
        .init(
          .dependency(start.holder, start.position),
          Text(
            en: "\(name(start.holder)) waits for \(name(start.awaited))",
            ru: "\(name(start.holder)) ждёт \(name(start.awaited))")),
      ])
  }

  /// A day of a term, with the words of the document for the term where there are some.
  private func term(of measure: MeasureIndex, _ day: KeyPath<Period, CivilDate?>) -> String {
    let entry = roadmap.measures[measure]
    let date = entry.due?[keyPath: day]?.iso ?? ""
    return entry.term.isEmpty ? date : "\(date) (`\(roadmap.texts[entry.term])`)"
  }
}

/// The first day of a measure that somebody waits for.
private struct LateStart {
  /// Its number.
  let day: Int32
  /// The measure whose dependency says so.
  let holder: MeasureIndex
  /// The position of that dependency.
  let position: Int
  /// The measure that is waited for.
  let awaited: MeasureIndex
}

extension Finding {
  fileprivate static func dueBeforePredecessor(
    _ measure: String, ends: String, awaited: String, begins: String, parent: String?,
    at element: Element, related: [Related]
  ) -> Self {
    let through = parent.map { Text(en: " as a part of \($0)", ru: " как часть \($0)") }
    return Finding(
      .error, .dueBeforePredecessor, at: element,
      Text(
        en: "\(measure) is due by \(ends), but \(awaited), which it waits for\(through?.en ?? ""), "
          + "begins on \(begins)",
        ru: "срок \(measure) кончается \(ends), а \(awaited), которого оно ждёт"
          + "\(through?.ru ?? ""), начинается \(begins)"),
      help: Text(
        en: "move one of the terms, or remove the dependency",
        ru: "передвиньте один из сроков или уберите зависимость"),
      related: related)
  }
}

import Bilingual
import CivilTime
import RoadmapModel

extension Roadmap {
  /// What the roadmap says of a measure.
  func portrait(of measure: MeasureIndex) -> Portrait {
    let entry = measures[measure]
    var portrait = Portrait(.measure, id(of: measure), titled: title(of: measure))
    portrait.set(.number, number(of: measure))
    portrait.set(.section, words(for: entry.section))
    portrait.set(.partOf, entry.parent.map { id(of: $0) })
    portrait.set(.kind, entry.kind.map { kinds.id(at: $0.position) })
    portrait.set(.lifecycle, entry.lifecycle.map { lifecycles.id(at: $0.position) })
    portrait.set(.term, texts[entry.term])
    portrait.set(.due, entry.due?.edtf)
    portrait.set(.takes, entry.takes?.words.en)
    let owners = measures.owners[measure.position].filter {
      people.indices.contains($0.position)
    }.map { people[$0.position] }
    portrait.set(.lead, owners.first.map(name))
    portrait.list(.owner, owners.map { Portrait.Entry($0.id, name($0)) })
    portrait.list(.after, measures.dependencies[measure.position].map { waited($0) })
    portrait.set(.cost, entry.cost?.text)
    let windows = measures.windows[measure] ?? []
    portrait.list(
      .awaits,
      measures.awaits[measure.position].map { document in
        let within = windows.first { $0.document == document }.map { ", within: \($0.within)" }
        let id = documents.id(at: document.position)
        return Portrait.Entry(id, id + (within ?? ""))
      })
    portrait.list(.route, overrides(of: measure))
    return portrait
  }

  private func words(for section: SectionIndex) -> String? {
    guard sections.indices.contains(section.position) else { return nil }
    let section = sections[section.position]
    return [section.number, section.title].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func name(_ person: Person) -> String {
    person.name == person.id ? person.id : "\(person.name) (\(person.id))"
  }

  /// What a measure waits for, told apart by the predecessor, the state and the kind.
  private func waited(_ dependency: Dependency) -> Portrait.Entry {
    let predecessor = id(of: dependency.predecessor)
    let state = dependency.reaches.flatMap { lifecycle(of: dependency.predecessor)?.id(of: $0) }
    let kind = dependency.kind == .finishStart ? nil : dependency.kind.rawValue
    let key = [predecessor, state.map { "reaches: \($0)" }, kind].compactMap(\.self)
    let lag = measures.lag(of: dependency)?.written
    let limits =
      lag?.max == nil
      ? [lag?.min.map { "lag: \($0)" }]
      : [lag?.min.map { "lag min: \($0)" }, lag?.max.map { "lag max: \($0)" }]
    let words = key + limits.compactMap(\.self)
    return Portrait.Entry(key.joined(separator: ", "), words.joined(separator: ", "))
  }

  private func overrides(of measure: MeasureIndex) -> [Portrait.Entry] {
    guard let lifecycle = lifecycle(of: measure) else { return [] }
    return (measures.routeOverrides[measure] ?? []).map { override in
      let transition = lifecycle.transitions.id(at: override.transition.position)
      // Who is asked to choose stands there, not whom that gave: see tables.
      let table = tableUses.measures[measure]?[override.transition]
      let route = table.map { "table \(id(of: $0))" } ?? routes.id(at: override.route.position)
      return Portrait.Entry(transition, "\(transition): \(route)")
    }
  }
}

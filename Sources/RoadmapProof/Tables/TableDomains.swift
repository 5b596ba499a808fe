import CEL
import RoadmapModel

/// The values that the columns of tables can take.
struct TableDomains {
  private let roadmap: Roadmap
  /// The lifecycles whose measures ask each table, by table.
  private var lifecycles: [Set<LifecycleIndex>]
  /// The measures that name a table themselves, by table.
  private var measures: [[MeasureIndex]]

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    lifecycles = Array(repeating: [], count: roadmap.tables.count)
    measures = Array(repeating: [], count: roadmap.tables.count)
    addTransitions()
    addMeasures()
  }

  /// The tables that choose the quorums of a route, and of the routes that a table gives.
  private func quorumTables(of routes: some Sequence<RouteIndex>) -> [TableIndex] {
    routes.flatMap { roadmap.tableUses.quorums[$0] ?? [] }.compactMap { $0 }
  }

  private func routes(of table: TableIndex) -> [RouteIndex] {
    roadmap.tables[table.position].rows.compactMap {
      if case .route(let route) = $0.output { route } else { nil }
    }
  }

  private mutating func addTransitions() {
    for (position, lifecycle) in roadmap.lifecycles.enumerated() {
      let index = LifecycleIndex(position)
      for (offset, transition) in lifecycle.transitions.enumerated() {
        let place = TableUses.TransitionPlace(index, TransitionIndex(offset))
        let chosen = roadmap.tableUses.transitions[place]
        let taken = chosen.map(routes) ?? transition.route.map { [$0] } ?? []
        for table in quorumTables(of: taken) + (chosen.map { [$0] } ?? []) {
          lifecycles[table.position].insert(index)
        }
      }
    }
  }

  private mutating func addMeasures() {
    for (measure, tables) in roadmap.tableUses.measures {
      for table in tables.values {
        for used in quorumTables(of: routes(of: table)) + [table] {
          measures[used.position].append(measure)
        }
      }
    }
    guard !roadmap.tableUses.quorums.isEmpty else { return }
    for (measure, overrides) in roadmap.measures.routeOverrides {
      for table in quorumTables(of: overrides.map(\.route)) {
        measures[table.position].append(measure)
      }
    }
  }

  /// The values that a column of a table can take; nil where its cells can only be conditions.
  func domain(of input: DecisionTable.Input, in table: TableIndex) -> ValueSet? {
    guard let least = input.least else { return nil }
    switch input.program.expression.description {
    case "measure.kind": return texts(kinds(of: table))
    case "measure.lifecycle": return texts(lifecycleIDs(of: table))
    case "measure.cost":
      return ValueSet(from: .double(0), before: .double(.infinity))
    default: return ValueSet(from: least)
    }
  }

  private func texts(_ ids: [String]) -> ValueSet {
    ValueSet(ids.map { .text(TextPoint($0)) })
  }

  /// The kinds of measures that may ask a table; all where nobody is known to ask it.
  private func kinds(of table: TableIndex) -> [String] {
    let entries = roadmap.measures.entries
    var found = Set(measures[table.position].compactMap { entries[$0.position].kind })
    let asking = lifecycles[table.position]
    for (position, kind) in roadmap.kinds.enumerated()
    where kind.lifecycle.map(asking.contains) ?? false {
      found.insert(KindIndex(position))
    }
    if !asking.isEmpty {
      for entry in entries where entry.lifecycle.map(asking.contains) ?? false {
        if let kind = entry.kind { found.insert(kind) }
      }
    }
    return roadmap.kinds.indices.filter { found.isEmpty || found.contains(KindIndex($0)) }
      .map { roadmap.kinds[$0].id }
  }

  private func lifecycleIDs(of table: TableIndex) -> [String] {
    let own = measures[table.position].compactMap { roadmap.measures[$0].lifecycle }
    let asking = lifecycles[table.position].union(own)
    return roadmap.lifecycles.indices
      .filter { asking.isEmpty || asking.contains(LifecycleIndex($0)) }
      .map { roadmap.lifecycles[$0].id }
  }
}

import CEL
public import RoadmapModel

/// Lets the decision tables of a roadmap choose, for every measure: its routes become the measure's
/// own, and a chosen quorum makes a route of its own.
///
/// What a table chooses depends on the definition alone, so that afterwards nothing is left to
/// choose, and every proof is about the routes that will be taken. A measure for which a table
/// cannot choose is an error.
///
/// - Parameters:
///   - roadmap: a definition that could be read without errors.
///   - costLimit: the cost of one table for all measures at which it is given up, an error.
/// - Returns: the findings about measures, in their order.
public func resolveTables(
  in roadmap: inout Roadmap, costLimit: Int = Rule.totalCostLimit
) -> [Finding] {
  guard !roadmap.tableUses.isEmpty else { return [] }
  var resolver = TableResolver(Facts(roadmap), costLimit)
  resolver.resolve()
  roadmap.reroute(resolver.overrides, adding: resolver.newRoutes)
  return resolver.findings
}

/// Resolves the tables of one roadmap.
private struct TableResolver {
  /// A route with the quorums that tables chose for its steps.
  private struct RouteKey: Hashable {
    let route: RouteIndex
    let quorums: [Quorum]
  }

  private let facts: Facts
  private let roadmap: Roadmap
  private let uses: TableUses
  private let bindings: Bindings
  private let records: RuleRecords
  private let ancestry: Ancestry
  private let costLimit: Int
  private var deciders: [TableDecider]
  private var walked: [Int]
  private var verdicts: [DecisionTable.Output??]
  private var derived: [RouteKey: RouteIndex] = [:]
  private var failureCounts: [Element: Int] = [:]
  private var failures: [(table: TableIndex, failure: TableFailure, measure: MeasureIndex)] = []
  private var problems: [Finding] = []
  private(set) var newRoutes: [Route] = []
  private(set) var overrides: [MeasureIndex: [RouteOverride]] = [:]

  init(_ facts: Facts, _ costLimit: Int) {
    self.facts = facts
    self.costLimit = costLimit
    roadmap = facts.roadmap
    uses = roadmap.tableUses
    let ancestry = Ancestry(roadmap)
    self.ancestry = ancestry
    records = RuleRecords(of: roadmap, ancestry)
    bindings = Bindings(Rule.environment(for: .measure, of: roadmap))
    deciders = roadmap.tables.enumerated().map { TableDecider(TableIndex($0), $1) }
    walked = Array(repeating: 0, count: deciders.count)
    verdicts = Array(repeating: nil, count: deciders.count)
  }

  /// What was found, those about measures first.
  var findings: [Finding] {
    problems
      + failures.map { table, failure, measure in
        .tableError(
          roadmap.tables[table.position].id, failure.error, for: facts.name(measure),
          others: (failureCounts[failure.element] ?? 1) - 1,
          at: roadmap.element(of: failure.error) ?? failure.element,
          use: failure.error.origin.map { _ in failure.element }, subject: .measure(measure))
      }
  }

  mutating func resolve() {
    let places = roadmap.lifecycles.indices.map { relevantTransitions(of: LifecycleIndex($0)) }
    for measure in roadmap.measures.indices {
      let entry = roadmap.measures[measure]
      guard let lifecycle = entry.lifecycle, places.indices.contains(lifecycle.position),
        !entry.isIncomplete
      else { continue }
      let hasOwn =
        uses.measures[measure] != nil || roadmap.measures.routeOverrides[measure] != nil
      let transitions =
        hasOwn
        ? Array(roadmap.lifecycles[lifecycle.position].transitions.indices)
        : places[lifecycle.position]
      if !transitions.isEmpty { resolve(measure, lifecycle, transitions) }
    }
  }

  /// The transitions of a lifecycle whose routes tables have a say in.
  private func relevantTransitions(of lifecycle: LifecycleIndex) -> [Int] {
    let transitions = roadmap.lifecycles[lifecycle.position].transitions
    return transitions.indices.filter { position in
      let place = TableUses.TransitionPlace(lifecycle, TransitionIndex(position))
      return uses.transitions[place] != nil
        || transitions[position].route.map { uses.quorums[$0] != nil } ?? false
    }
  }

  private mutating func resolve(
    _ measure: MeasureIndex, _ lifecycle: LifecycleIndex, _ transitions: [Int]
  ) {
    for position in verdicts.indices { verdicts[position] = nil }
    records.bind(measure, in: bindings)
    var routes: [RouteOverride] = []
    for position in transitions {
      let transition = TransitionIndex(position)
      guard let route = route(of: transition, lifecycle, for: measure) else { continue }
      if route != roadmap.lifecycles[lifecycle.position].transitions[position].route {
        routes.append(RouteOverride(transition: transition, route: route))
      }
    }
    let before = roadmap.measures.routeOverrides[measure] ?? []
    if routes != before { overrides[measure] = routes }
  }

  /// The route that a transition of a measure takes in the end; nil where none is chosen.
  private mutating func route(
    of transition: TransitionIndex, _ lifecycle: LifecycleIndex, for measure: MeasureIndex
  ) -> RouteIndex? {
    var route = roadmap.route(of: transition, for: measure)
    let own = roadmap.measures.routeOverrides[measure]?.contains { $0.transition == transition }
    let table =
      uses.measures[measure]?[transition]
      ?? (own == true
        ? nil : uses.transitions[TableUses.TransitionPlace(lifecycle, transition)])
    if let table {
      guard case .route(let chosen)? = output(of: table, for: measure) else { return nil }
      route = chosen
    }
    guard let route, let tables = uses.quorums[route] else { return route }
    return specialise(route, tables, for: measure)
  }

  /// The route with the quorums that tables choose for its steps.
  private mutating func specialise(
    _ route: RouteIndex, _ tables: [TableIndex?], for measure: MeasureIndex
  ) -> RouteIndex? {
    let base = roadmap.routes[route.position]
    var quorums = base.steps.map(\.quorum)
    var words: [String] = []
    for (step, table) in zip(quorums.indices, tables) {
      guard let table else { continue }
      guard case .quorum(let quorum)? = output(of: table, for: measure) else { return nil }
      quorums[step] = quorum
      words.append("\(base.steps[step].id): \(roadmap.text(of: quorum))")
    }
    let key = RouteKey(route: route, quorums: quorums)
    if let known = derived[key] { return known }
    let index = RouteIndex(roadmap.routes.count + newRoutes.count)
    newRoutes.append(
      base.specialised(
        as: "\(base.id) (\(words.joined(separator: ", ")))", quorums: quorums, of: route))
    derived[key] = index
    return index
  }

  /// What a table gives for a measure; nil, and told, where it gives nothing.
  private mutating func output(
    of table: TableIndex, for measure: MeasureIndex
  ) -> DecisionTable.Output? {
    guard deciders.indices.contains(table.position) else { return nil }
    if let known = verdicts[table.position] { return known }
    let result = decide(table, for: measure)
    verdicts[table.position] = .some(result)
    return result
  }

  private mutating func decide(
    _ table: TableIndex, for measure: MeasureIndex
  ) -> DecisionTable.Output? {
    let position = table.position
    guard deciders[position].cost + walked[position] <= costLimit else { return nil }
    let before = ancestry.steps + records.variableCost
    let verdict = deciders[position].decide(bindings)
    walked[position] += ancestry.steps + records.variableCost - before
    if deciders[position].cost + walked[position] > costLimit {
      problems.append(
        .tableOverrun(roadmap.tables[position].id, limit: costLimit, at: .table(table)))
    }
    let id = roadmap.tables[position].id
    switch verdict {
    case .chosen(let output): return output
    case .missing:
      problems.append(.tableMissesMeasure(id, facts.name(measure), at: measure, table))
    case .conflict(let first, let second):
      problems.append(
        .tableConflict(
          roadmap.tables[position], facts.name(measure), at: measure, table, first, second))
    case .failed(let failure): note(failure, of: table, for: measure)
    }
    return nil
  }

  private mutating func note(
    _ failure: TableFailure, of table: TableIndex, for measure: MeasureIndex
  ) {
    failureCounts[failure.element, default: 0] += 1
    if failureCounts[failure.element] == 1 { failures.append((table, failure, measure)) }
  }
}

public import RoadmapModel
public import SourceDiagnostics
import YAMLSource

/// Where everything that a roadmap declares stands in its files.
public struct SourceMap: Sendable {
  var trees: [YAMLTree] = []
  var symbols = SymbolTable()
  var heading: Place?
  var people: [(name: Place, value: Place)] = []
  var roles: [(name: Place, value: Place)] = []
  var documents: [(name: Place, value: Place)] = []
  var kinds: [(name: Place, value: Place)] = []
  var lifecycles: [(name: Place, value: Place)] = []
  var routes: [(name: Place, value: Place)] = []
  var tables: [(name: Place, value: Place)] = []
  var powers: [Power: Place] = [:]
  var variables: [Place] = []
  var sections: [Place] = []
  var measures: [Place] = []
  var rules: [Place] = []
  var dutyRules: [Place] = []
  var files = SourceFiles()
  /// The places of the dependencies that could be resolved, where some could not.
  var resolvedDependencies: [MeasureIndex: [Place]] = [:]

  /// Where an element of `roadmap` stands: its id or name where it has one.
  public func span(of element: Element, in roadmap: Roadmap) -> SourceSpan {
    if let (place, range) = expression(element), let span = scalarSpan(of: range, in: place) {
      return span
    }
    return span(place(of: element, in: roadmap) ?? heading)
  }

  /// Where a range of bytes of a scalar's text stands.
  private func scalarSpan(of range: Range<Int>, in place: Place) -> SourceSpan? {
    ScalarPositions(trees[Int(place.tree)], place.node, symbols, files)?.span(of: range)
  }

  /// The text that an element is a range of bytes of.
  private func expression(_ element: Element) -> (Place, Range<Int>)? {
    switch element {
    case .condition(let rule, let part, let range?): condition(part, of: rule).map { ($0, range) }
    case .variable(let index, let range?): variables.at(index.position).map { ($0, range) }
    case .tableInput(let table, let column, let range?):
      input(column, of: table).map { ($0, range) }
    case .tableCell(let table, let row, let column, let range?):
      cell(row, column, of: table).map { ($0, range) }
    default: nil
    }
  }

  private func condition(_ part: Rule.Part, of index: RuleIndex) -> Place? {
    rules.at(index.position).map { value(part == .scope ? .where : .require, of: $0) ?? $0 }
  }

  private func place(of element: Element, in roadmap: Roadmap) -> Place? {
    switch element {
    case .roadmap: heading.flatMap { value(.id, of: $0) } ?? heading
    case .period: heading.flatMap { value(.period, of: $0) } ?? heading
    case .person(let index): people.at(index.position)?.name
    case .role(let index): roles.at(index.position)?.name
    case .document(let index): documents.at(index.position)?.name
    case .kind(let index): kinds.at(index.position)?.name
    case .follows(let index):
      kinds.at(index.position).map { value(.follows, of: $0.value) ?? $0.name }
    case .power(let power, let kind): place(of: power, in: kind)
    case .lifecycle(let index): lifecycles.at(index.position)?.name
    case .state(let cycle, let state):
      named(roadmap.lifecycles.at(cycle.position)?.states.at(state.position)?.id, .states, cycle)
    case .transition(let cycle, let index):
      named(
        roadmap.lifecycles.at(cycle.position)?.transitions.at(index.position)?.id, .transitions,
        cycle)
    case .transitionBy(let cycle, let index):
      transition(roadmap.lifecycles.at(cycle.position)?.transitions.at(index.position)?.id, cycle)
    case .route, .step, .stepBy, .chair, .veto, .quorum, .within, .separation, .binding:
      routePlace(of: element, in: roadmap)
    case .section(let index): sections.at(index.position).map { value(.number, of: $0) ?? $0 }
    case .measure(let index), .part(let index):
      measures.at(index.position).map { value(.id, of: $0) ?? $0 }
    case .dependency(let measure, let position): dependency(position, of: measure)
    case .awaited(let measure, let position): awaited(position, by: measure)
    case .condition(let rule, let part, _): condition(part, of: rule)
    case .dutyRule(let position):
      dutyRules.at(position).map { value(.of, of: $0) ?? $0 }
    case .takes(let index):
      measures.at(index.position).map { value(.takes, of: $0) ?? value(.id, of: $0) ?? $0 }
    case .variable, .table, .tableInput, .tableRow, .tableCell: tablePlace(of: element)
    case .due(let index):
      measures.at(index.position).map {
        value(.due, of: $0) ?? value(.term, of: $0) ?? value(.id, of: $0) ?? $0
      }
    }
  }

  /// Who holds a power.
  private func place(of power: Power, in kind: KindIndex?) -> Place? {
    guard let kind else { return powers[power] }
    let entry = kinds.at(kind.position)
    return entry.flatMap { value(.powers, of: $0.value) }
      .flatMap { value(power.word, of: $0) } ?? entry?.name
  }

  /// Where a route, or something in it, stands.
  private func routePlace(of element: Element, in roadmap: Roadmap) -> Place? {
    switch element {
    case .route(let index): routes.at(written(index, in: roadmap).position)?.name
    case .step(let route, let step): self.step(step, .id, of: written(route, in: roadmap))
    case .stepBy(let route, let step): self.step(step, .by, of: written(route, in: roadmap))
    case .chair(let route, let step): self.step(step, .chair, of: written(route, in: roadmap))
    case .veto(let route, let step): self.step(step, .veto, of: written(route, in: roadmap))
    case .quorum(let route, let step): self.step(step, .quorum, of: written(route, in: roadmap))
    case .within(let route, let step): self.step(step, .within, of: written(route, in: roadmap))
    case .separation(let route, let position):
      set(position, of: .separate, in: written(route, in: roadmap))
    case .binding(let route, let position):
      set(position, of: .bind, in: written(route, in: roadmap))
    default: nil
    }
  }

  /// Where a variable, or something of a decision table, stands.
  private func tablePlace(of element: Element) -> Place? {
    switch element {
    case .variable(let index, _): variables.at(index.position)
    case .table(let index): tables.at(index.position)?.name
    case .tableInput(let table, let column, _): input(column, of: table)
    case .tableRow(let table, let row): self.row(row, of: table)
    case .tableCell(let table, let row, let column, _): cell(row, column, of: table)
    default: nil
    }
  }

  /// The route in the files that a route is, or is made from.
  private func written(_ route: RouteIndex, in roadmap: Roadmap) -> RouteIndex {
    roadmap.routes.at(route.position)?.origin ?? route
  }

  private func input(_ column: Int, of table: TableIndex) -> Place? {
    guard let table = tables.at(table.position) else { return nil }
    guard let list = value(.when, of: table.value) else { return table.name }
    return kind(list) == .sequence ? items(list).at(column) ?? list : list
  }

  private func row(_ row: Int, of table: TableIndex) -> Place? {
    guard let table = tables.at(table.position) else { return nil }
    return value(.rows, of: table.value).map(items)?.at(row) ?? table.name
  }

  private func cell(_ row: Int, _ column: Int, of table: TableIndex) -> Place? {
    guard let row = self.row(row, of: table) else { return nil }
    guard let list = value(.when, of: row) else { return row }
    return kind(list) == .sequence ? items(list).at(column) ?? list : list
  }

  private func named(_ id: String?, _ word: Word, _ cycle: LifecycleIndex) -> Place? {
    guard let lifecycle = lifecycles.at(cycle.position) else { return nil }
    guard let id, let list = value(word, of: lifecycle.value) else { return lifecycle.name }
    let tree = trees[Int(list.tree)]
    for (key, _) in tree.entries(of: tree.resolved(list.node)) {
      guard let name = tree.scalar(key), symbols.string(name).utf8.elementsEqual(id.utf8) else {
        continue
      }
      return Place(tree: list.tree, node: key)
    }
    return lifecycle.name
  }

  /// Who may ask for a transition.
  private func transition(_ id: String?, _ cycle: LifecycleIndex) -> Place? {
    guard let name = named(id, .transitions, cycle), let lifecycle = lifecycles.at(cycle.position),
      let list = value(.transitions, of: lifecycle.value)
    else { return named(id, .transitions, cycle) }
    let tree = trees[Int(list.tree)]
    for (key, node) in tree.entries(of: tree.resolved(list.node)) where key == name.node {
      return value(.by, of: Place(tree: list.tree, node: node)) ?? name
    }
    return name
  }

  private func step(_ index: StepIndex, _ word: Word, of route: RouteIndex) -> Place? {
    guard let route = routes.at(route.position) else { return nil }
    var steps: [Place] = []
    for item in value(.steps, of: route.value).map(items) ?? [] {
      if let group = value(.parallel, of: item) {
        steps += items(group)
      } else {
        steps.append(item)
      }
    }
    return steps.at(index.position).map { value(word, of: $0) ?? value(.id, of: $0) ?? $0 }
      ?? route.name
  }

  /// One of the sets under a key of a route, which may hold a single one.
  private func set(_ position: Int, of word: Word, in route: RouteIndex) -> Place? {
    guard let route = routes.at(route.position) else { return nil }
    guard let whole = value(word, of: route.value) else { return route.name }
    let sets = items(whole).filter { kind($0) == .sequence }
    return sets.isEmpty ? whole : sets.at(position) ?? whole
  }

  private func dependency(_ position: Int, of index: MeasureIndex) -> Place? {
    guard let measure = measures.at(index.position) else { return nil }
    if let resolved = resolvedDependencies[index] { return resolved.at(position) }
    guard let list = value(.after, of: measure) else { return value(.id, of: measure) ?? measure }
    let item = kind(list) == .sequence ? items(list).at(position) : list
    return item.map { value(.measure, of: $0) ?? $0 } ?? list
  }

  private func awaited(_ position: Int, by index: MeasureIndex) -> Place? {
    guard let measure = measures.at(index.position) else { return nil }
    guard let list = value(.awaits, of: measure) else { return value(.id, of: measure) ?? measure }
    let item = kind(list) == .sequence ? items(list).at(position) : list
    return item.map { value(.document, of: $0) ?? $0 } ?? list
  }

  private func span(_ place: Place?) -> SourceSpan {
    guard let place else { return SourceSpan(file: SourceFileID(index: 0), start: 0, end: 0) }
    return trees[Int(place.tree)].span(place.node)
  }

  private func kind(_ place: Place) -> YAMLKind {
    let tree = trees[Int(place.tree)]
    return tree.kind(tree.resolved(place.node))
  }

  /// The value under a key of a mapping.
  private func value(_ word: Word, of place: Place) -> Place? {
    let tree = trees[Int(place.tree)]
    let node = tree.resolved(place.node)
    guard tree.kind(node) == .mapping else { return nil }
    for (key, value) in tree.entries(of: node) where tree.scalar(key)?.id == word.symbolID {
      return Place(tree: place.tree, node: value)
    }
    return nil
  }

  private func items(_ place: Place) -> [Place] {
    let tree = trees[Int(place.tree)]
    let node = tree.resolved(place.node)
    guard tree.kind(node) == .sequence else { return [] }
    return tree.items(of: node).map { Place(tree: place.tree, node: $0) }
  }
}

extension Array {
  /// The element at a position, or `nil` outside of the array.
  fileprivate func at(_ position: Int) -> Element? {
    indices.contains(position) ? self[position] : nil
  }
}

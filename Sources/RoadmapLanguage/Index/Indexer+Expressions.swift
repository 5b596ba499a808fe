import CEL
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension Indexer {
  /// What a rule is for.
  func target(of record: Place) -> Rule.Target {
    value(.for, of: record).flatMap(text).flatMap(Rule.Target.init(rawValue:)) ?? .measure
  }

  private mutating func environment(for target: Rule.Target) -> Environment {
    if let known = environments[target] { return known }
    // What an expression would cost is no concern of editors.
    let environment = Rule.environment(
      for: target, using: compiled.roadmap.variables, sizes: SizeLimits())
    environments[target] = environment
    return environment
  }

  /// Notes an expression that stands at `offset` in the text of a scalar, and the ids in it.
  mutating func noteExpression(
    _ source: String, at offset: Int = 0, of place: Place, about target: Rule.Target,
    _ around: Surroundings
  ) {
    guard let positions = ScalarPositions(tree(place), place.node, map.symbols, map.files) else {
      return
    }
    let environment = environment(for: target)
    let site = ExpressionSite(
      source: source, target: target, program: try? environment.compile(source).get(),
      offset: offset, positions: positions)
    expressions.append(site)
    for selection in environment.selections(from: "variables", in: source) {
      // The mark of a selection is the point before the name, or the name.
      let end = selection.range.end
      note(
        Entity(.variable, selection.field), at: (end - selection.field.utf8.count)..<end, in: site)
    }
    for text in site.program?.comparedTexts ?? [] {
      guard let kind = EntityKind(comparedWith: text.field, of: text.record) else { continue }
      let owners = owners(of: kind, named: text.text, around)
      for owner in owners {
        note(
          Entity(kind, text.text, of: owner), at: text.range.start..<text.range.end, in: site,
          isSure: owners.count == 1)
      }
    }
  }

  private mutating func note(
    _ entity: Entity, at range: Range<Int>, in site: ExpressionSite, isSure: Bool = true
  ) {
    guard let span = site.span(of: range) else { return }
    let isLiteral = Int(span.end - span.start) == entity.name.unicodeScalars.count
    append(entity, at: span, isLiteral: isSure && isLiteral)
  }

  /// The lifecycles whose state or transition, or the routes whose step an expression may mean;
  /// the one around it where it has it. Of other things there is one in all.
  private func owners(
    of kind: EntityKind, named name: String, _ around: Surroundings
  ) -> [String] {
    let isNamed = { (id: String) in id.utf8.elementsEqual(name.utf8) }
    let roadmap = compiled.roadmap
    let found: [String]
    switch kind {
    case .state:
      found = roadmap.lifecycles.filter { $0.states.contains { isNamed($0.id) } }.map(\.id)
    case .transition:
      found = roadmap.lifecycles.filter { $0.transitions.contains { isNamed($0.id) } }.map(\.id)
    case .step:
      found = roadmap.routes.filter { $0.steps.contains { isNamed($0.id) } }.map(\.id)
    default: return [""]
    }
    if let known = around.lifecycle, kind != .step, found.contains(known) { return [known] }
    return found
  }
}

extension EntityKind {
  /// What a text names that is compared with a field of a record; `nil` where it names nothing.
  init?(comparedWith field: String, of record: String) {
    switch (record, field) {
    case ("Measure", "kind"), ("Kind", "id"), ("Kind", "follows"): self = .kind
    case ("Measure", "id"): self = .measure
    case ("Measure", "lifecycle"), ("Kind", "lifecycle"): self = .lifecycle
    case ("Measure", "awaits"), ("Document", "id"): self = .document
    case ("Measure", "state"), ("Measure", "reached"): self = .state
    case ("Transition", "from"), ("Transition", "to"): self = .state
    case ("Transition", "id"), ("Round", "transition"): self = .transition
    case ("Transition", "route"): self = .route
    case ("Step", "id"), ("Vote", "step"), ("Round", "passed"): self = .step
    case ("Person", "id"): self = .person
    case ("Person", "roles"): self = .role
    default: return nil
    }
  }
}

import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A measure that is not declared.
  static let unknownMeasure = DiagnosticCode("unknown-measure")
  /// A number that several measures have.
  static let ambiguousMeasure = DiagnosticCode("ambiguous-measure")
  /// A transition that the measure's lifecycle does not have.
  static let unknownTransition = DiagnosticCode("unknown-transition")
  /// A dependency that waits for a state and for the start of the same measure.
  static let contradictoryDependency = DiagnosticCode("contradictory-dependency")
}

extension Reader {
  /// Reads what a measure waits for; answers whether all of it could be resolved.
  mutating func addDependencies(
    _ list: Place?, of measure: MeasureIndex, _ draft: inout MeasureDraft
  ) -> Bool {
    guard let list else { return true }
    if draft.series.isRecurring(measure) {
      return addDependencies(list, ofRecurring: measure, &draft)
    }
    let tree = tree(list)
    guard tree.kind(list.node) == .sequence else {
      guard let dependency = dependency(list, &draft) else { return false }
      draft.table.addDependency(dependency)
      return true
    }
    var unresolved: [NodeID] = []
    for node in tree.items(of: list.node) {
      if let dependency = dependency(Place(tree: list.tree, node: node), &draft) {
        draft.table.addDependency(dependency)
      } else {
        unresolved.append(node)
      }
    }
    guard !unresolved.isEmpty else { return true }
    map.resolvedDependencies[measure] = tree.items(of: list.node)
      .filter { !unresolved.contains($0) }.map { Place(tree: list.tree, node: $0) }
    return false
  }

  mutating func dependency(_ place: Place, _ draft: inout MeasureDraft) -> Dependency? {
    let tree = tree(place)
    guard tree.kind(tree.resolved(place.node)) == .mapping else {
      return measure(place, &draft).map { Dependency(on: $0) }
    }
    let shape = RecordShape.dependency
    guard let record = record(place, as: shape) else { return nil }
    let named = value(record, shape.slot(of: .measure))
    guard let named, let predecessor = measure(named, &draft) else { return nil }
    guard let kind = dependencyKind(record) else { return nil }
    let lag = value(record, shape.slot(of: .lag)).flatMap { self.lag($0) }
    guard lag != nil || !isPresent(record, shape.slot(of: .lag)) else { return nil }
    guard isPresent(record, shape.slot(of: .reaches)) else {
      return draft.table.dependency(on: predecessor, kind: kind, lag: lag)
    }
    guard let place = value(record, shape.slot(of: .reaches)),
      let state = reached(place, by: predecessor, draft)
    else { return nil }
    guard kind.awaitsFinish else {
      report(.contradictoryDependency(kind, at: span(place)))
      return nil
    }
    return draft.table.dependency(on: predecessor, reaches: state, kind: kind, lag: lag)
  }

  /// The kind of a dependency; `nil` where it is written and means nothing.
  private mutating func dependencyKind(_ record: Record) -> Dependency.Kind? {
    let slot = RecordShape.dependency.slot(of: .kind)
    guard isPresent(record, slot) else { return .finishStart }
    guard let place = value(record, slot) else { return nil }
    if let kind = Dependency.Kind(rawValue: text(place)) { return kind }
    report(
      .invalidValue(
        text(place), of: .kind, at: span(place),
        known: Dependency.Kind.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func reached(
    _ place: Place, by predecessor: MeasureIndex, _ draft: MeasureDraft
  ) -> StateIndex? {
    guard let index = draft.entries[predecessor.position].lifecycle else { return nil }
    let lifecycle = lifecycles.values[index.position]
    if let state = lifecycle.state(named: text(place)) { return state }
    report(
      .unknownState(
        text(place), of: lifecycle.id, at: span(place), known: lifecycle.states.map(\.id)))
    return nil
  }

  /// The measure that a reference names, by its id or by its full number.
  private mutating func measure(_ place: Place, _ draft: inout MeasureDraft) -> MeasureIndex? {
    guard let name = symbol(place) else { return nil }
    if let index = draft.names.measure(withID: name) { return index }
    let word = text(place)
    let numbered = draft.names.measures(
      withNumber: word, among: draft.entries, draft.texts)
    if numbered.count == 1 { return numbered[0] }
    if numbered.isEmpty {
      reportUnknownMeasure(place, name, known: draft.names.ids)
    } else {
      report(
        .ambiguousMeasure(
          word, at: span(place),
          candidates: numbered.map { index in
            let id = draft.records[index.position].flatMap {
              value($0, RecordShape.measure.slot(of: .id))
            }
            return (
              draft.texts[draft.entries[index.position].id],
              span(id ?? map.measures[index.position])
            )
          }))
    }
    return nil
  }

  private mutating func reportUnknownMeasure(_ place: Place, _ name: Symbol, known: [Symbol]) {
    if case .unknown = documents(name) {
      let known = comparable(known)
      report(.unknown(.measure, text(place), at: span(place), known: known))
    } else {
      report(.documentAsMeasure(text(place), at: span(place)))
    }
  }

  /// Reads the routes that a measure takes in place of those of its lifecycle.
  mutating func overrides(
    _ place: Place?, of entry: Measures.Entry, at measure: MeasureIndex
  ) -> Resolved<RouteOverride> {
    guard let place else { return Resolved(values: [], isWhole: true) }
    guard let index = entry.lifecycle else { return Resolved(values: [], isWhole: false) }
    let lifecycle = lifecycles.values[index.position]
    var found: [RouteOverride] = []
    var isWhole = true
    for (name, value) in entries(place) {
      let use = tableUse(value, giving: .route)
      if use == nil, symbol(value) == nil {
        report(.routeIsNoID(of: text(name), at: value.node, in: tree(value), symbols))
      }
      let route = use == nil ? resolve(value, among: routes, .route).index : nil
      let transition = lifecycle.transition(named: text(name))
      if transition == nil, !lifecycle.isIncomplete {
        report(.unknownTransition(text(name), of: lifecycle, at: span(name)))
      }
      if let transition, let route {
        found.append(RouteOverride(transition: transition, route: route))
      } else if let transition, let table = use?.index {
        tableUses.measures[measure, default: [:]][transition] = table
      } else {
        isWhole = false
      }
    }
    return Resolved(values: found, isWhole: isWhole)
  }
}

extension UnknownReference {
  fileprivate static let measure = UnknownReference(
    code: .unknownMeasure, noun: Text(en: "no measure named", ru: "нет мероприятия"),
    mend: Text(
      en: "name a measure by its id or by its full number",
      ru: "назовите мероприятие по идентификатору или полному номеру"))
}

extension Diagnostic {
  fileprivate static func routeIsNoID(
    of transition: String, at node: NodeID, in tree: YAMLTree, _ symbols: SymbolTable
  ) -> Diagnostic {
    let found = tree.form(of: node, symbols)
    return Diagnostic(
      .wrongType, at: tree.span(node),
      message: Text(
        en: "the route of `\(transition)` is an id, not \(found.en)",
        ru: "маршрут перехода `\(transition)` — идентификатор, а не \(found.ru)"),
      help: Text(
        en: "write `\(transition): ROUTE`, or leave it out to keep the usual route",
        ru: "напишите `\(transition): МАРШРУТ` или уберите, если подходит обычный маршрут"))
  }

  fileprivate static func documentAsMeasure(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownMeasure, at: span,
      message: Text(
        en: "`\(name)` is an external document, not a measure",
        ru: "`\(name)` — внешний документ, а не мероприятие"),
      help: Text(en: "name it in `awaits`", ru: "укажите его в `awaits`"))
  }

  fileprivate static func contradictoryDependency(
    _ kind: Dependency.Kind, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .contradictoryDependency, at: span,
      message: Text(
        en: "`\(kind.rawValue)` waits for a start, so that no state can be named here",
        ru: "`\(kind.rawValue)` ждёт начала, поэтому состояние здесь назвать нельзя"),
      help: Text(
        en: "remove `reaches`, or write `finish-start` or `finish-finish`",
        ru: "уберите `reaches` или напишите `finish-start` или `finish-finish`"))
  }

  fileprivate static func ambiguousMeasure(
    _ number: String, at span: SourceSpan, candidates: [(id: String, span: SourceSpan)]
  ) -> Diagnostic {
    let ids = candidates.filter { !$0.id.isEmpty }.prefix(8).map { "`\($0.id)`" }
      .joined(separator: ", ")
    return Diagnostic(
      .ambiguousMeasure, at: span,
      message: Text(
        en: "`\(number)` is the number of \(candidates.count) measures",
        ru: "номер `\(number)` есть сразу у нескольких мероприятий: \(candidates.count)"),
      help: Text(en: "name one by its id: \(ids)", ru: "назовите одно по идентификатору: \(ids)"),
      related: candidates.prefix(8).map { candidate in
        RelatedLocation(
          span: candidate.span,
          message: Text(
            en: "`\(candidate.id)` has this number", ru: "этот номер у `\(candidate.id)`"))
      })
  }

  fileprivate static func unknownTransition(
    _ name: String, of lifecycle: Lifecycle, at span: SourceSpan
  ) -> Diagnostic {
    let known = lifecycle.transitions.map(\.id)
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    let near = NearNames(to: name, in: known)
    return Diagnostic(
      .unknownTransition, at: span,
      message: Text(
        en: "the lifecycle `\(lifecycle.id)` has no transition `\(name)`",
        ru: "у жизненного цикла `\(lifecycle.id)` нет перехода `\(name)`"),
      help: near.help
        ?? (known.isEmpty
          ? Text(en: "it has no transitions at all", ru: "переходов у него нет совсем")
          : Text(en: "its transitions are \(list)", ru: "его переходы: \(list)")),
      mend: near.mend, choices: near.choices)
  }
}

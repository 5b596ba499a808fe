import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A state that its lifecycle does not have.
  static let unknownState = DiagnosticCode("unknown-state")
  /// A lifecycle with more states than a run can hold.
  static let tooManyStates = DiagnosticCode("too-many-states")
}

extension Reader {
  /// Reads lifecycles once all routes and people are read.
  mutating func readLifecycles(_ entries: [(name: Symbol, place: Place, value: Place)]) {
    for entry in entries {
      pendingTables = [:]
      if let lifecycle = lifecycle(entry) {
        let index = LifecycleIndex(lifecycles.values.count)
        for (transition, table) in pendingTables {
          tableUses.transitions[.init(index, transition)] = table
        }
        lifecycles.define(entry.name, lifecycle, at: entry.value)
      }
    }
  }

  /// Reads a lifecycle, or answers `nil` when something in it cannot be understood.
  private mutating func lifecycle(
    _ entry: (name: Symbol, place: Place, value: Place)
  ) -> Lifecycle? {
    let shape = RecordShape.lifecycle
    guard let record = record(entry.value, as: shape, anchor: entry.place) else { return nil }
    let id = symbols.string(entry.name)
    let title = value(record, shape.slot(of: .title)).map(text)
    let errors = errorCount
    let states = states(value(record, shape.slot(of: .states)))
    guard let states else { return nil }
    let initial = value(record, shape.slot(of: .initial)).flatMap { state($0, of: id, states) }
    let transitions = transitions(value(record, shape.slot(of: .transitions)), of: id, states)
    guard let initial else { return nil }
    return Lifecycle(
      id: id, title: title ?? id, initial: initial, states: states.values,
      transitions: transitions,
      isIncomplete: errors != errorCount || isPresentButUnread(record, shape, .transitions))
  }

  /// Whether a key has a value of the wrong form.
  func isPresentButUnread(_ record: Record, _ shape: RecordShape, _ word: Word) -> Bool {
    let slot = shape.slot(of: word)
    return isPresent(record, slot) && value(record, slot) == nil
  }

  private mutating func states(_ place: Place?) -> States? {
    guard let place else { return nil }
    var states = States()
    for (name, value) in entries(place) {
      guard let id = self.name(name) else { continue }
      if !isWellFormedID(id) { report(.invalidID(text(name), at: span(name))) }
      let record = record(value, as: .state, anchor: name) ?? Record(place: value, anchor: name)
      states.add(id, state(record, id: symbols.string(id)))
    }
    if states.values.count > Lifecycle.mostStates {
      report(.tooManyStates(states.values.count, at: span(place)))
      return nil
    }
    return states
  }

  private func state(_ record: Record, id: String) -> Lifecycle.State {
    let shape = RecordShape.state
    let flag = { (word: Word) in
      value(record, shape.slot(of: word)).flatMap { tree($0).bool($0.node) } ?? false
    }
    return Lifecycle.State(
      id: id, title: value(record, shape.slot(of: .title)).map(text) ?? id, isDone: flag(.done),
      isFinal: flag(.final))
  }

  private mutating func transitions(
    _ place: Place?, of lifecycle: String, _ states: States
  ) -> [Transition] {
    var found: [Transition] = []
    for (name, value) in entries(place) {
      guard let id = self.name(name) else { continue }
      if !isWellFormedID(id) { report(.invalidID(text(name), at: span(name))) }
      let index = TransitionIndex(found.count)
      if let transition = transition(value, named: name, of: lifecycle, states, at: index) {
        found.append(transition)
      }
    }
    return found
  }

  private mutating func transition(
    _ place: Place, named name: Place, of lifecycle: String, _ states: States,
    at index: TransitionIndex
  ) -> Transition? {
    let shape = RecordShape.transition
    guard let record = record(place, as: shape, anchor: name) else { return nil }
    let errors = errorCount
    let value = { (self: Reader, word: Word) in self.value(record, shape.slot(of: word)) }
    let from = items(value(self, .from)).compactMap { state($0, of: lifecycle, states) }
    let to = value(self, .to).flatMap { state($0, of: lifecycle, states) }
    let by = principals(value(self, .by))
    let route = value(self, .route).flatMap { self.route($0, of: index) }
    let onReturn = value(self, .onReturn).map { returns($0, of: lifecycle, states) }
    let onReject = value(self, .onReject).flatMap { state($0, of: lifecycle, states) }
    guard let to, value(self, .from) != nil else { return nil }
    let id = text(name)
    let isRouteKnown = !isPresent(record, shape.slot(of: .route)) || route != nil
    return Transition(
      id: id, title: value(self, .title).map(text) ?? id, from: StateSet(from), to: to,
      by: by.values, route: route, onReturn: onReturn ?? [], onReject: onReject,
      isIncomplete: errors != errorCount || !by.isWhole || !isRouteKnown)
  }

  /// The states that a measure may be returned to, each once.
  private mutating func returns(
    _ place: Place, of lifecycle: String, _ states: States
  ) -> [StateIndex] {
    var found: [(place: Place, value: StateIndex)] = []
    for item in items(place) {
      if let index = state(item, of: lifecycle, states) { found.append((item, index)) }
    }
    return once(found, in: .onReturn)
  }

  /// The route of a transition; where a table chooses it, one that the table may choose.
  private mutating func route(_ place: Place, of transition: TransitionIndex) -> RouteIndex? {
    guard let use = tableUse(place, giving: .route) else {
      return resolve(place, among: routes, .route).index
    }
    guard let table = use.index else { return nil }
    pendingTables[transition] = table
    return tables.values[table.position].firstRoute
  }

  private mutating func state(
    _ place: Place, of lifecycle: String, _ states: States
  ) -> StateIndex? {
    guard let name = symbol(place) else { return nil }
    if let index = states.indices[name] { return index }
    report(
      .unknownState(
        text(place), of: lifecycle, at: span(place), known: states.values.map(\.id)))
    return nil
  }
}

/// The states of a lifecycle that is being read.
private struct States {
  private(set) var values: [Lifecycle.State] = []
  private(set) var indices: [Symbol: StateIndex] = [:]

  mutating func add(_ name: Symbol, _ state: Lifecycle.State) {
    guard indices[name] == nil else { return }
    indices[name] = StateIndex(values.count)
    values.append(state)
  }
}

extension Diagnostic {
  static func unknownState(
    _ name: String, of lifecycle: String, at span: SourceSpan, known: [String]
  ) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    let near = NearNames(to: name, in: known)
    return Diagnostic(
      .unknownState, at: span,
      message: Text(
        en: "the lifecycle `\(lifecycle)` has no state `\(name)`",
        ru: "у жизненного цикла `\(lifecycle)` нет состояния `\(name)`"),
      help: near.help
        ?? (known.isEmpty
          ? Text(en: "declare it under `states:`", ru: "объявите его в `states:`")
          : Text(en: "its states are \(list)", ru: "его состояния: \(list)")),
      mend: near.mend, choices: near.choices)
  }

  fileprivate static func tooManyStates(_ count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .tooManyStates, at: span,
      message: Text(
        en: "a lifecycle has at most \(Lifecycle.mostStates) states, this one has \(count)",
        ru: "в жизненном цикле не больше \(Lifecycle.mostStates) состояний, а здесь \(count)"),
      help: Text(
        en: "split the work into measures with parts", ru: "разбейте работу на части мероприятия"))
  }
}

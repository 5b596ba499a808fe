import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples

/// A run that a test drives by names.
struct Scenario {
  let engine: Engine
  var state: RunState
  /// Everything that happened, with its time.
  private(set) var journal: [(event: Event, at: Instant)] = []
  /// What the last command was answered.
  private(set) var last: Decision = .accepted([])
  var now = Instant(startOf: day("2018-03-05"))

  init(_ sketch: Sketch) {
    self.init(sketch.build())
  }

  init(_ roadmap: Roadmap) {
    engine = Engine(roadmap)
    state = engine.initialState
  }

  var roadmap: Roadmap { engine.roadmap }

  /// Asks for a command and records what follows from it; the codes of what stood in the way.
  @discardableResult
  mutating func send(_ command: Command) -> [String] {
    last = engine.decide(command, in: state, at: now)
    for event in last.events { record(event) }
    return last.blockers.map(\.code)
  }

  /// Records an event, wherever it comes from.
  mutating func record(_ event: Event) {
    journal.append((event, now))
    engine.evolve(&state, event, at: now)
  }

  // MARK: Commands by names

  @discardableResult
  mutating func start(_ person: String) -> [String] { send(.start(by: self.person(person))) }

  @discardableResult
  mutating func advance(_ measure: String, _ transition: String, by person: String) -> [String] {
    let index = self.measure(measure)
    return send(.advance(index, self.transition(transition, of: index), by: self.person(person)))
  }

  @discardableResult
  mutating func approve(
    _ measure: String, step: String? = nil, remarks: String? = nil, by person: String
  ) -> [String] {
    let index = self.measure(measure)
    return send(
      .approve(
        index, step: step.map { self.step($0, of: index) }, remarks: remarks,
        by: self.person(person)))
  }

  @discardableResult
  mutating func returnForRework(
    _ measure: String, step: String? = nil, remarks: String? = nil, by person: String
  ) -> [String] {
    let index = self.measure(measure)
    return send(
      .returnForRework(
        index, step: step.map { self.step($0, of: index) }, remarks: remarks,
        by: self.person(person)))
  }

  @discardableResult
  mutating func reject(
    _ measure: String, step: String? = nil, remarks: String? = nil, by person: String
  ) -> [String] {
    let index = self.measure(measure)
    return send(
      .reject(
        index, step: step.map { self.step($0, of: index) }, remarks: remarks,
        by: self.person(person)))
  }

  @discardableResult
  mutating func abstain(_ measure: String, step: String? = nil, by person: String) -> [String] {
    let index = self.measure(measure)
    return send(
      .abstain(
        index, step: step.map { self.step($0, of: index) }, remarks: nil, by: self.person(person)))
  }

  @discardableResult
  mutating func retract(_ measure: String, step: String? = nil, by person: String) -> [String] {
    let index = self.measure(measure)
    return send(
      .retract(
        index, step: step.map { self.step($0, of: index) }, remarks: nil, by: self.person(person)))
  }

  @discardableResult
  mutating func withdraw(
    _ measure: String, remarks: String? = nil, by person: String
  ) -> [String] {
    send(.withdraw(self.measure(measure), remarks: remarks, by: self.person(person)))
  }

  @discardableResult
  mutating func receive(
    _ document: String, number: String = "12", date: String = "2018-03-01", by person: String
  ) -> [String] {
    send(
      .receive(self.document(document), number: number, date: day(date), by: self.person(person)))
  }

  /// Looks at the timers; how many events that brought.
  @discardableResult
  mutating func tick() -> Int {
    send(.tick(by: nil))
    return last.events.count
  }

  @discardableResult
  mutating func extend(
    _ measure: String, until date: String, reason: String = "a reason", by person: String
  ) -> [String] {
    send(
      .extend(
        self.measure(measure), until: day(date), reason: reason, by: self.person(person)))
  }

  // MARK: Questions by names

  func stateName(of measure: String) -> String {
    let index = self.measure(measure)
    return roadmap.lifecycle(of: index)?[state.state(of: index)].id ?? ""
  }

  func message(_ position: Int = 0) -> (en: String, ru: String) {
    guard last.blockers.indices.contains(position) else { return ("", "") }
    let text = last.blockers[position].message(in: roadmap)
    return (text.en, text.ru)
  }

  func round(of measure: String) -> RoundView? {
    engine.roundView(of: self.measure(measure), in: state)
  }

  // MARK: Names

  func person(_ name: String) -> PersonIndex { known(roadmap.person(named: name), name) }
  func document(_ name: String) -> DocumentIndex { known(roadmap.document(named: name), name) }
  func measure(_ name: String) -> MeasureIndex { known(roadmap.measures(named: name).first, name) }

  func transition(_ name: String, of measure: MeasureIndex) -> TransitionIndex {
    known(roadmap.lifecycle(of: measure)?.transition(named: name), name)
  }

  func step(_ name: String, of measure: MeasureIndex) -> StepIndex {
    let round = state.openRound(of: measure)
    let route = round.map { roadmap.routes[$0.route.position] } ?? roadmap.routes.first
    return known(route?.step(named: name), name)
  }

  private func known<Value>(_ value: Value?, _ name: String) -> Value {
    guard let value else { preconditionFailure("the scenario has no `\(name)`") }
    return value
  }
}

/// A date that a test writes as `YYYY-MM-DD`.
func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(iso: text) else { preconditionFailure("`\(text)` is no date") }
  return date
}

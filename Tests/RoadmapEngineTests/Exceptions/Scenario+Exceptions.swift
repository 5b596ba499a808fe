import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples

extension Sketch {
  /// Gives every power to the coordinator, as most tests want it.
  mutating func empowerCoordinator() {
    for power in Power.allCases { powers[power] = ["role:coordinator"] }
  }
}

extension Scenario {
  /// Does something outside of the usual course; the codes of what stood in the way.
  @discardableResult
  mutating func act(
    _ deed: ExceptionalAct.Deed, on measure: String, reason: String? = "a reason",
    by person: String = "leo"
  ) -> [String] {
    send(
      .exceptional(
        ExceptionalAct(
          deed, on: self.measure(measure), reason: reason, by: self.person(person))))
  }

  /// Waives the wait for a measure, or for a paper as `document:ID`.
  @discardableResult
  mutating func waive(
    _ measure: String, _ awaited: String, reason: String? = "a reason", by person: String = "leo"
  ) -> [String] {
    let paper = awaited.split(separator: ":").last.map(String.init) ?? ""
    return act(
      .waive(
        awaited.hasPrefix("document:")
          ? .document(document(paper)) : .measure(self.measure(awaited))),
      on: measure, reason: reason, by: person)
  }

  @discardableResult
  mutating func skip(
    _ measure: String, step: String, reason: String? = "a reason", by person: String = "leo"
  ) -> [String] {
    let index = self.measure(measure)
    let round = state.openRound(of: index)?.number ?? 0
    return act(
      .skip(self.step(step, of: index), round: round), on: measure, reason: reason, by: person)
  }

  @discardableResult
  mutating func reopen(
    _ measure: String, to state: String, reason: String? = "a reason", by person: String = "leo"
  ) -> [String] {
    let index = self.measure(measure)
    let target = roadmap.lifecycle(of: index)?.state(named: state) ?? StateIndex(-1)
    return act(.reopen(to: target), on: measure, reason: reason, by: person)
  }
}

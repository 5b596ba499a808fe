public import CEL
public import CivilTime
public import RoadmapModel

extension Engine {
  /// The values of what a condition of a transition may speak of where a run stands, for trying
  /// expressions out; compiled for ``Rule/Target/transition``.
  ///
  /// The round is the open one, else the one that a request would open. What is not given has no
  /// value.
  ///
  /// - Parameters:
  ///   - measure: the measure, which must exist.
  ///   - transition: the transition, if one is meant.
  ///   - actor: who asks, if somebody does.
  ///   - state: where the run stands; of this roadmap.
  ///   - time: the moment that `now` stands for.
  /// - Returns: bindings for one thread.
  public func conditionBindings(
    for measure: MeasureIndex, _ transition: TransitionIndex?, by actor: PersonIndex?,
    in state: RunState, at time: Instant?
  ) -> Bindings {
    let request = Request(measure, transition ?? TransitionIndex(raw: -1), by: actor)
    var round: RoundFacts?
    if plan.has(measure), fits(state) {
      round =
        state.rounds[measure].map { RoundFacts($0) }
        ?? transition.flatMap { move($0, of: measure) }.map {
          self.round(of: $0, for: request, completedBy: nil, in: state)
        }
    }
    let values = ConditionValues(
      request, round: round, in: roadmap, conditions.ancestry ?? Ancestry(roadmap), state,
      at: time ?? state.latest)
    return values.bindings(for: .transition)
  }
}

/// What conditions speak of, for one request at one moment.
struct ConditionValues {
  private let records: RuleRecords
  private let measure: MeasureIndex
  private let values: [String: Value]

  init(
    _ request: Request, round: RoundFacts?, in roadmap: Roadmap, _ ancestry: Ancestry,
    _ state: RunState, at time: Instant?
  ) {
    records = RuleRecords(
      of: roadmap, ancestry, run: StateFacts(state: state, judged: round), at: time)
    measure = request.measure
    var values: [String: Value] = [:]
    let records = records
    values["round"] = round.map { records.round($0) }
    values["transition"] = records.transition(request.transition, of: request.measure)
    values["actor"] = request.requester.map { records.person($0) }
    self.values = values
  }

  func bindings(for target: Rule.Target) -> Bindings {
    let bindings = Bindings(ConditionPlan.environment(for: target))
    records.bind(target == .roadmap ? nil : measure, in: bindings)
    for (name, value) in values { bindings[name] = value }
    return bindings
  }
}

extension ConditionPlan {
  private static let environments = Rule.Target.allCases.map {
    Rule.environment(for: $0, of: nil)
  }

  /// What conditions for `target` may speak of; the sizes of a roadmap do not matter any more.
  static func environment(for target: Rule.Target) -> Environment {
    environments[Rule.Target.allCases.firstIndex(of: target) ?? 0]
  }
}

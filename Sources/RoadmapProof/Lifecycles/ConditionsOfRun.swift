import CEL
public import RoadmapModel

extension SoundnessProof {
  /// A condition that only a run can judge, which the proof takes to hold whenever it is asked.
  public enum Assumption: Hashable, Sendable {
    /// The `when` of a transition.
    case condition(LifecycleIndex, TransitionIndex, source: String)
    /// The rule of this id.
    case rule(String)
  }

  /// What a proof takes to hold, in the order written.
  static func assumptions(_ roadmap: Roadmap) -> [Assumption] {
    roadmap.guards.filter { $0.needs.run && !$0.neverHolds }.map {
      .condition($0.lifecycle, $0.transition, source: $0.source)
    } + roadmap.rules.filter { $0.needs.run && $0.severity == .error }.map { .rule($0.id) }
  }
}

extension TransitionGuard {
  /// Whether its words leave no way to hold.
  fileprivate var neverHolds: Bool {
    guard case .ready(let program) = condition else { return true }
    var solver = FormulaSolver()
    return solver.canHold([program.formula]) == false
  }
}

extension Facts {
  /// The transitions that can never happen, since their `when` is false whatever a run knows: by
  /// its words, or by what the definition says of the measure. One that cannot be judged never
  /// holds, either.
  ///
  /// Judging stops at the cost that a rule may have; what is left then is not among them.
  func forbiddenTransitions() -> [MeasureIndex: Set<TransitionIndex>] {
    guard !roadmap.guards.isEmpty else { return [:] }
    let records = RuleRecords(of: roadmap, Ancestry(roadmap))
    let bindings = Bindings(Rule.environment(for: .transition, of: roadmap))
    var found: [MeasureIndex: Set<TransitionIndex>] = [:]
    var cost = 0
    for item in roadmap.guards where use.measures.indices.contains(item.lifecycle.position) {
      let isFalse = item.neverHolds
      guard isFalse || !item.needs.run else { continue }
      for measure in use.measures[item.lifecycle.position] {
        guard isFalse || cost <= Rule.totalCostLimit else { return found }
        if isFalse || !holds(item, for: measure, records, bindings, &cost) {
          found[measure, default: []].insert(item.transition)
        }
      }
    }
    return found
  }

  private func holds(
    _ item: TransitionGuard, for measure: MeasureIndex, _ records: RuleRecords,
    _ bindings: Bindings, _ cost: inout Int
  ) -> Bool {
    guard case .ready(let program) = item.condition else { return false }
    records.bind(measure, in: bindings)
    bindings["transition"] = records.transition(item.transition, of: measure)
    let before = records.variableCost
    let (value, units) = program.evaluateWithCost(bindings)
    cost += units + records.variableCost - before
    if case .bool(true) = value { return true }
    return false
  }
}

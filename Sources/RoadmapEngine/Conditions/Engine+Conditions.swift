public import CivilTime
public import RoadmapModel

extension Engine {
  /// The condition of a transition and the rules of the roadmap that only a run can keep, judged on
  /// the state before the transition happens.
  ///
  /// A condition that has no truth value blocks like one that is false. Where the transition does
  /// not leave the measure's state, conditions say nothing. Without a requester, those that ask for
  /// one are left out. `vote` is the approval that completes the open round; nil while the
  /// transition is being asked for.
  func addConditions(
    of move: CyclePlan.Move, for request: Request, completedBy vote: OpenRound.Vote? = nil,
    in state: RunState, at time: Instant?, to found: inout [Blocker]
  ) {
    let cycle = Int(plan.measures[request.measure.position].cycle)
    let guards = conditions.guards(of: request.transition, in: cycle)
    let isFree =
      guards.isEmpty && conditions.rules.isEmpty && roadmap.unreadableRules.isEmpty
    guard !isFree, let judge = judge(of: move, for: request, completedBy: vote, in: state, at: time)
    else { return }
    for position in guards { judge.judge(roadmap.guards[position], to: &found) }
    for rule in roadmap.unreadableRules { judge.refuse(for: rule, to: &found) }
    for rule in conditions.rules { judge.judge(rule, to: &found) }
  }

  /// The rules with the severity `warning` that asking for a transition would break now, or that
  /// cannot be judged: they keep nobody from asking.
  ///
  /// Without an `actor`, those that ask for one are left out; without a `time`, they are
  /// judged when the latest event took effect.
  public func warnings(
    of transition: TransitionIndex, of measure: MeasureIndex, by actor: PersonIndex?,
    in state: RunState, at time: Instant? = nil
  ) -> [Blocker] {
    guard !conditions.warnings.isEmpty, fits(state), state.isStarted,
      let move = move(transition, of: measure),
      let judge = judge(
        of: move, for: Request(measure, transition, by: actor), completedBy: nil, in: state,
        at: time)
    else { return [] }
    var found: [Blocker] = []
    for rule in conditions.warnings { judge.judge(rule, to: &found) }
    return found
  }

  /// Who judges the conditions of a request; nil where the transition does not leave the measure's
  /// state.
  private func judge(
    of move: CyclePlan.Move, for request: Request, completedBy vote: OpenRound.Vote?,
    in state: RunState, at time: Instant?
  ) -> ConditionJudge? {
    let current = state.standings[request.measure.position].current
    guard move.from & (1 << UInt64(current & 63)) != 0, let ancestry = conditions.ancestry else {
      return nil
    }
    return ConditionJudge(
      request, round: round(of: move, for: request, completedBy: vote, in: state),
      in: roadmap, ancestry, state, at: time ?? state.latest)
  }

  /// The round that a request opens, or the open one with the vote that completes it; number 0
  /// where the transition needs no approvals.
  func round(
    of move: CyclePlan.Move, for request: Request, completedBy vote: OpenRound.Vote?,
    in state: RunState
  ) -> RoundFacts {
    if let vote, let round = state.rounds[request.measure] {
      return RoundFacts(round, completedBy: vote)
    }
    // A step that was passed over may leave nothing to decide.
    if let round = state.rounds[request.measure], round.isComplete { return RoundFacts(round) }
    let route = route(of: move, request.transition, for: request.measure)
    let number = Int(state.standings[request.measure.position].rounds) + 1
    return RoundFacts(
      measure: request.measure, transition: request.transition, number: route == nil ? 0 : number,
      requester: request.requester, route: route)
  }
}

import CivilTime
import RoadmapModel

extension Engine {
  /// Passes over a step of the open round, which is open or still to come. Where no other is left
  /// to decide, the transition happens, if its guards still hold.
  ///
  /// A step that is passed over is not an approval: nobody has decided in it, so that separations
  /// bar nobody for its sake, and at least one step of the route must be decided by people. The
  /// first of bound steps says who decides in the others; without it nobody would be bound, so that
  /// it can only be passed over after them.
  func skip(
    _ step: StepIndex, _ number: Int, _ act: ExceptionalAct, in state: RunState, at time: Instant,
    _ known: [Blocker]
  ) -> Decision {
    var blockers = known
    if let halt = state.halt(of: act.measure) { blockers.append(halt) }
    guard let round = state.rounds[act.measure], round.number == number else {
      return .blocked(blockers + [.noOpenRound(act.measure)])
    }
    addObjections(toSkipping: step, of: round, to: &blockers)
    guard blockers.isEmpty else { return .blocked(blockers) }
    let event = Event.exceptional(act)
    var next = state
    evolve(&next, event, at: time)
    guard let left = next.rounds[act.measure], left.isComplete else { return .accepted([event]) }
    return fire(left, after: act, in: next, at: time)
  }

  private func addObjections(
    toSkipping step: StepIndex, of round: OpenRound, to found: inout [Blocker]
  ) {
    guard round.passed.indices.contains(step.position) else {
      found.append(.unknown(.step(step.position)))
      return
    }
    guard !round.passed[step.position] else {
      found.append(.stepClosed(round.measure, round.route, step))
      return
    }
    let bound = plan.routes[round.route.position].bound[step.position]
    let others = bound.filter { $0 != step && !round.passed[$0.position] }
    if bound.first == step, !others.isEmpty {
      found.append(.exceptional(.skipUnbinds(round.measure, round.route, step, others: others)))
    }
    if round.skips.count + 1 >= round.passed.count {
      found.append(.exceptional(.nothingApproved(round.measure, round.route)))
    }
  }

  /// Lets the transition of a round happen of which nothing is left to decide.
  private func fire(
    _ round: OpenRound, after act: ExceptionalAct, in state: RunState, at time: Instant
  ) -> Decision {
    guard let move = move(round.transition, of: round.measure) else {
      return .blocked([.brokenDefinition(round.measure)])
    }
    var blockers: [Blocker] = []
    addGuards(
      of: move, round.transition, of: round.measure, by: round.requester, in: state, at: time,
      to: &blockers)
    if !conditions.isEmpty {
      addConditions(of: move, for: Request(round), in: state, at: time, to: &blockers)
    }
    guard blockers.isEmpty else { return .blocked(blockers) }
    return .accepted([
      .exceptional(act),
      .roundClosed(
        round.measure, round: round.number, outcome: .approved, by: act.person, remarks: nil),
      .moved(
        round.measure, round.transition, from: state.state(of: round.measure),
        to: StateIndex(raw: Int32(move.to)), cause: .approved, by: act.person),
    ])
  }
}

import CivilTime
import RoadmapModel

extension Engine {
  /// Passes over a step of the open round, which is open or still to come. Where no other is left
  /// to decide, the transition happens, if its guards still hold.
  ///
  /// A step that is passed over is not an approval: nobody has decided in it, so that separations
  /// bar nobody for its sake, and at least one step of the route must be decided by people. The
  /// first of bound steps says who decides in the others; without it nobody would be bound, so that
  /// it can only be passed over after them. Whoever must not decide in a step since they have done
  /// something else of the round may not pass over it either.
  func skip(
    _ step: StepIndex, _ number: Int, _ act: ExceptionalAct, in state: RunState, at time: Instant,
    _ known: [Blocker]
  ) -> Decision {
    var blockers = known
    if let halt = state.halt(of: act.measure) { blockers.append(halt) }
    guard let round = liveRound(of: act.measure, in: state), round.number == number else {
      return .blocked(blockers + [.noOpenRound(act.measure)])
    }
    addObjections(toSkipping: step, of: round, by: act.person, to: &blockers)
    guard blockers.isEmpty else { return .blocked(blockers) }
    return passOver(act, in: state, at: time)
  }

  /// Records that a step is passed over, and what has been decided in the steps that open by that
  /// since before one ahead of them was reopened.
  private func passOver(
    _ act: ExceptionalAct, in state: RunState, at time: Instant
  ) -> Decision {
    var next = state
    evolve(&next, .exceptional(act), at: time)
    guard var left = liveRound(of: act.measure, in: next) else {
      return .blocked([.noOpenRound(act.measure)])
    }
    let ready = stepsReady(in: left)
    for step in ready { left.passed[step.position] = true }
    let events =
      [.exceptional(act)]
      + ready.map { Event.stepPassed(act.measure, round: left.number, step: $0) }
    guard left.isComplete else { return .accepted(events) }
    return fire(left, after: events, by: act.person, in: next, at: time)
  }

  private func addObjections(
    toSkipping step: StepIndex, of round: OpenRound, by person: PersonIndex,
    to found: inout [Blocker]
  ) {
    guard round.passed.indices.contains(step.position) else {
      found.append(.unknown(.step(step.position)))
      return
    }
    guard !round.passed[step.position] else {
      found.append(.stepClosed(round.measure, round.route, step))
      return
    }
    if let party = separation(of: person, from: step, in: round) {
      found.append(
        .separated(round.measure, round.route, step, actor: person, from: party))
    } else if let clash = round.bars?.separation(of: person, in: step) {
      found.append(.dutySeparated(clash, actor: person))
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
    _ round: OpenRound, after events: [Event], by person: PersonIndex, in state: RunState,
    at time: Instant
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
    addDutyBlockers(of: round, with: nil, in: state, to: &blockers)
    guard blockers.isEmpty else { return .blocked(blockers) }
    return .accepted(
      events + [
        .roundClosed(
          round.measure, round: round.number, outcome: .approved, by: person, remarks: nil),
        .moved(
          round.measure, round.transition, from: state.state(of: round.measure),
          to: StateIndex(raw: Int32(move.to)), cause: .approved, by: person),
      ])
  }
}

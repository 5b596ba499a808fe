import CivilTime
import RoadmapModel

extension Engine {
  /// What follows from opening a round again after a return: the approvals that stand, and the
  /// steps that have passed by them. Nothing where the route wants everybody to decide again.
  ///
  /// - Every approval is judged anew: whoever may not decide in the step now, because somebody else
  ///   asks or because of an approval that is kept, is asked no more and counts no more.
  /// - Where a route wants it, an approval of another revision does not count.
  /// - Of bound steps, the later ones stand only where the first does.
  /// - Where the rest could not be decided any more, nothing is kept.
  /// - No round ends by kept approvals alone: those of its last stage are then not kept.
  func eventsKeeping(
    on route: RouteIndex, for request: Request, number: Int, in state: RunState, at time: Instant
  ) -> [Event] {
    guard let before = state.returned[request.measure], let requester = request.requester,
      before.transition == request.transition, before.route == route
    else { return [] }
    let stages = plan.routes[route.position].stages
    var round = OpenRound(
      measure: request.measure, transition: request.transition, route: route, number: number,
      requester: requester, passed: stages.map { _ in false }, stageOpened: time)
    round.bars = request.bars
    round.votes = kept(of: before, for: request, in: state)
    var ready = stepsReady(in: round)
    if ready.count == stages.count, let last = stages.last {
      round.votes.removeAll { stages[$0.step.position] == last }
      ready = stepsReady(in: round)
    }
    guard !round.votes.isEmpty, leavesPeople(round, passing: ready) else { return [] }
    let measure = request.measure
    return [.approvalsKept(measure, KeptApprovals(round: number, round.votes))]
      + ready.map { .stepPassed(measure, round: number, step: $0) }
  }

  /// The approvals that stand, in the order of their steps.
  private func kept(
    of before: ReturnedRound, for request: Request, in state: RunState
  ) -> [OpenRound.Vote] {
    let plan = plan.routes[before.route.position]
    var kept: [OpenRound.Vote] = []
    for step in plan.stages.indices.map({ StepIndex($0) }) {
      let subject = subject(of: step, on: before.route, for: request.measure, in: state)
      for vote in before.votes where vote.step == step {
        guard plan.afterReturn == .notAgreed || vote.seen == subject,
          stands(vote, on: before.route, for: request, after: kept)
        else { continue }
        kept.append(vote)
      }
    }
    return kept
  }

  private func stands(
    _ vote: OpenRound.Vote, on route: RouteIndex, for request: Request,
    after kept: [OpenRound.Vote]
  ) -> Bool {
    if let first = plan.routes[route.position].bound[vote.step.position].first,
      first != vote.step,
      !electorate(of: first, on: route, for: request, after: kept).isSatisfied
    {
      return false
    }
    guard isHandRight(of: vote, on: route, for: request, among: kept) else { return false }
    if vote.isChair {
      return passingChair(of: vote.step, on: route, for: request, after: kept + [vote]) != nil
    }
    return electorate(of: vote.step, on: route, for: request, after: kept).people
      .contains(vote.principal)
  }

  private func leavesPeople(_ round: OpenRound, passing steps: [StepIndex]) -> Bool {
    var passed = round.passed
    for step in steps { passed[step.position] = true }
    return shortage(
      on: round.route, for: Request(round), after: round.votes, passed: passed) == nil
  }

  /// Closes the open round of a measure.
  func close(_ measure: MeasureIndex, _ outcome: RoundOutcome, in state: inout RunState) {
    if outcome == .returned, let round = state.rounds[measure] { remember(round, in: &state) }
    state.rounds.close(measure)
  }

  /// Remembers the approvals of a round that is returned, where they may stand in the next.
  private func remember(_ round: OpenRound, in state: inout RunState) {
    guard plan.routes[round.route.position].afterReturn != .everybody, !round.votes.isEmpty else {
      return
    }
    state.returned[round.measure] = ReturnedRound(
      transition: round.transition, route: round.route, votes: round.votes)
  }

  /// Records approvals that are kept; such as cannot be are left out.
  func keep(_ kept: KeptApprovals, in round: inout OpenRound) {
    for vote in kept.votes
    where vote.verdict.isApproval && has(vote.person) && has(vote.principal)
      && !round.hasVoted(vote.person, in: vote.step)
      && !round.hasVoted(vote.principal, in: vote.step)
      && round.passed.indices.contains(vote.step.position) && !round.passed[vote.step.position]
    {
      round.votes.append(withSoundChair(vote, in: round))
    }
  }
}

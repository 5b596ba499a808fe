import RoadmapModel

extension Engine {
  /// Records an abstention, unless it would make it impossible to pass the round.
  func abstain(_ vote: Event.Vote, in round: OpenRound) -> Decision {
    var after = round
    after.dissents.append(OpenRound.Vote(vote))
    guard isPassable(after, at: vote.step) else {
      return .blocked([
        .ofVote(.abstentionStalls(round.measure, round.route, vote.step, actor: vote.person))
      ])
    }
    return .accepted([.voted(round.measure, vote)])
  }

  /// Ends the round by a refusal, or counts it against as long as the round can be passed without.
  func refuse(_ vote: Event.Vote, in round: OpenRound, _ state: RunState) -> Decision {
    guard isInReach(vote.target, from: vote.step, of: round, in: state) else {
      return .blocked([noReturnThere(round, from: vote.step, in: state)])
    }
    guard !endsRound(vote, in: round) else {
      return end(round, with: vote, as: vote.verdict, state)
    }
    var after = round
    after.dissents.append(OpenRound.Vote(vote))
    guard isPassable(after, at: vote.step) else {
      return end(round, with: vote, as: prevailing(in: vote.step, of: after), state)
    }
    return .accepted([.voted(round.measure, vote)])
  }

  /// Whether somebody may refuse in a step though it may not be theirs to approve.
  func mayVeto(
    _ person: PersonIndex, in step: StepIndex, on route: RouteIndex, for request: Request
  ) -> Bool {
    let own = roadmap.routes[route.position][step]
    guard case .only(let holders) = own.veto else { return false }
    let includes = { (principals: [Principal]) in
      roadmap.person(person, is: principals, for: request.measure, requester: request.requester)
    }
    return includes(holders) && !includes(own.excluded)
  }

  /// Whether a refusal ends the round at once.
  private func endsRound(_ vote: Event.Vote, in round: OpenRound) -> Bool {
    if case .everybody = roadmap.routes[round.route.position][vote.step].veto { return true }
    let principal = vote.representation?.principal ?? vote.person
    return mayVeto(principal, in: vote.step, on: round.route, for: Request(round))
      || isChair(principal, of: vote.step, on: round.route, for: Request(round))
  }

  /// Whether a round can still be passed, as far as is known, after somebody has dissented in a
  /// step.
  private func isPassable(_ round: OpenRound, at step: StepIndex) -> Bool {
    guard canStillPass(step, in: round) else { return false }
    let plan = plan.routes[round.route.position]
    return !plan.hasRivals || canComplete(round)
  }

  /// What most of the refusals in a step ask for; of as many, a return.
  private func prevailing(in step: StepIndex, of round: OpenRound) -> Verdict {
    let refusals = round.dissents.filter { $0.step == step && $0.verdict.isRefusal }
    let rejections = refusals.count { $0.verdict == .reject }
    return rejections * 2 > refusals.count ? .reject : .returnForRework
  }
}

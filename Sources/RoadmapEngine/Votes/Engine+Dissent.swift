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
    guard !endsRound(vote, in: round) else {
      return end(round, by: vote, as: vote.verdict, in: state)
    }
    var after = round
    after.dissents.append(OpenRound.Vote(vote))
    guard isPassable(after, at: vote.step) else {
      return end(round, by: vote, as: prevailing(in: vote.step, of: after), in: state)
    }
    return .accepted([.voted(round.measure, vote)])
  }

  /// Whether somebody may refuse in a step though it may not be theirs to approve.
  func mayVeto(_ person: PersonIndex, in step: StepIndex, of round: OpenRound) -> Bool {
    let own = roadmap.routes[round.route.position][step]
    let includes = { (principals: [Principal]) in
      roadmap.person(person, is: principals, for: round.measure, requester: round.requester)
    }
    return includes(own.veto.named) && !includes(own.excluded)
  }

  /// Whether a refusal ends the round at once.
  private func endsRound(_ vote: Event.Vote, in round: OpenRound) -> Bool {
    if case .everybody = roadmap.routes[round.route.position][vote.step].veto { return true }
    return mayVeto(vote.person, in: vote.step, of: round)
      || isChair(vote.person, of: vote.step, on: round.route, for: Request(round))
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

  /// Ends a round as returned or rejected, and moves the measure where the transition says.
  private func end(
    _ round: OpenRound, by vote: Event.Vote, as verdict: Verdict, in state: RunState
  ) -> Decision {
    let measure = round.measure
    guard let move = move(round.transition, of: measure) else {
      return .blocked([.brokenDefinition(measure)])
    }
    let isReturn = verdict == .returnForRework
    var events: [Event] = [
      .voted(measure, vote),
      .roundClosed(
        measure, round: round.number, outcome: isReturn ? .returned : .rejected, by: vote.person,
        remarks: nil),
    ]
    let current = state.state(of: measure)
    let end = isReturn ? move.onReturn : move.onReject
    if end >= 0, Int32(end) != current.raw {
      events.append(
        .moved(
          measure, round.transition, from: current, to: StateIndex(raw: Int32(end)),
          cause: isReturn ? .returned : .rejected, by: vote.person))
    }
    return .accepted(events)
  }
}

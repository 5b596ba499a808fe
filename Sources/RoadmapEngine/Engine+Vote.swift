import CivilTime
import RoadmapModel

extension Engine {
  /// Judges somebody's decision in the open round of a measure.
  func decide(
    _ vote: Command.Vote, on measure: MeasureIndex, in state: RunState, at time: Instant?
  ) -> Decision {
    guard let round = liveRound(of: measure, in: state) else {
      return .blocked([.noOpenRound(measure)])
    }
    switch seat(of: vote, in: round, state, at: time) {
    case .refused(let blockers): return .blocked(blockers)
    case .step(let step, let representation):
      let present = subject(of: step, on: round.route, for: measure, in: state)
      if let blocker = staleness(of: vote.seen, in: step, of: round, state, present: present) {
        return .blocked([blocker])
      }
      let remarks = vote.remarks.withContent
      var given = Event.Vote(
        round: round.number, step: step, by: vote.person, verdict: vote.verdict, remarks: remarks,
        seen: present, to: vote.target)
      given.representation = representation
      guard vote.target == nil || vote.verdict == .returnForRework else {
        return .blocked([noReturnThere(round, from: step, in: state)])
      }
      if vote.verdict == .abstain { return abstain(given, in: round) }
      guard vote.verdict.isApproval else { return refuse(given, in: round, state) }
      given.verdict = remarks == nil ? .approve : .approveWithRemarks
      given.isChair = isChair(
        representation?.principal ?? vote.person, of: step, on: round.route, for: Request(round))
      return approve(given, in: round, state, at: time)
    }
  }

  /// Counts an approval. The one that completes the last step ends the round and fires the
  /// transition in the same decision, if its guards still hold; else it is refused.
  private func approve(
    _ vote: Event.Vote, in round: OpenRound, _ state: RunState, at time: Instant?
  ) -> Decision {
    if let shortage = shortage(in: round, after: OpenRound.Vote(vote)) {
      return .blocked([.separationLeavesNobody(shortage, after: vote.person)])
    }
    return count(vote, in: round, state, at: time)
  }

  /// Ends the round by the wish of whoever opened it.
  func withdraw(
    _ measure: MeasureIndex, remarks: String?, by person: PersonIndex, in state: RunState
  ) -> Decision {
    guard let round = state.rounds[measure] else { return .blocked([.noOpenRound(measure)]) }
    guard round.requester == person else {
      return .blocked([.notRequester(measure, actor: person, requester: round.requester)])
    }
    return .accepted([
      .roundClosed(
        measure, round: round.number, outcome: .withdrawn, by: person,
        remarks: remarks.withContent)
    ])
  }

  private func count(
    _ given: Event.Vote, in round: OpenRound, _ state: RunState, at time: Instant?
  ) -> Decision {
    let measure = round.measure
    let vote = OpenRound.Vote(given)
    var events: [Event] = [.voted(measure, given)]
    let passing = stepsPassing(with: vote, in: round)
    for step in passing {
      events.append(.stepPassed(measure, round: round.number, step: step))
    }
    let missing = round.passed.indices.contains {
      !round.passed[$0] && !passing.contains(StepIndex($0))
    }
    guard !missing else { return .accepted(events) }
    return fire(round, with: vote, after: events, in: state, at: time)
  }

  private func fire(
    _ round: OpenRound, with vote: OpenRound.Vote, after votes: [Event], in state: RunState,
    at time: Instant?
  ) -> Decision {
    guard let move = move(round.transition, of: round.measure) else {
      return .blocked([.brokenDefinition(round.measure)])
    }
    var blockers: [Blocker] = []
    addGuards(
      of: move, round.transition, of: round.measure, by: round.requester, in: state, at: time,
      to: &blockers)
    if !conditions.isEmpty {
      addConditions(
        of: move, for: Request(round), completedBy: vote, in: state, at: time, to: &blockers)
    }
    addDutyBlockers(of: round, with: vote, in: state, to: &blockers)
    guard blockers.isEmpty else { return .blocked(blockers) }
    return .accepted(
      votes + [
        .roundClosed(
          round.measure, round: round.number, outcome: .approved, by: vote.person, remarks: nil),
        .moved(
          round.measure, round.transition, from: state.state(of: round.measure),
          to: StateIndex(raw: Int32(move.to)), cause: .approved, by: vote.person),
      ])
  }

  /// The open steps that have what they need once `vote` is counted, and those that open by that
  /// and have had what they need since before a step ahead of them was reopened.
  ///
  /// A vote may complete a rival of its step too: where `all` who remain must agree, there is now
  /// one fewer to wait for. At least one approval is needed even so.
  func stepsPassing(with vote: OpenRound.Vote, in round: OpenRound) -> [StepIndex] {
    let votes = round.votes + [vote]
    let rivals = plan.routes[round.route.position].rivals[vote.step.position]
    let open = openSteps(of: round)
    var found = open.filter { step in
      (step == vote.step || rivals.contains(step)) && isSatisfied(step, of: round, after: votes)
    }
    let isStageComplete = found.count == open.count
    // A chair decides out of turn.
    if vote.isChair, !open.contains(vote.step), isSatisfied(vote.step, of: round, after: votes) {
      found.append(vote.step)
    }
    let stages = plan.routes[round.route.position].stages
    guard isStageComplete,
      round.votes.contains(where: { stages[$0.step.position] > stages[vote.step.position] })
    else { return found }
    var later = round
    later.votes = votes
    for step in found { later.passed[step.position] = true }
    return found + stepsReady(in: later)
  }

  /// The steps that have what they need as soon as they open, one stage after the other, and those
  /// that a chair has passed; each has an approval at least.
  func stepsReady(in round: OpenRound) -> [StepIndex] {
    var (round, found) = (round, [StepIndex]())
    while true {
      let open = openSteps(of: round)
      let ready = round.passed.indices.map { StepIndex($0) }.filter { step in
        !round.passed[step.position]
          && round.votes.contains { $0.step == step && ($0.isChair || open.contains(step)) }
          && isSatisfied(step, of: round, after: round.votes)
      }
      guard !ready.isEmpty else { return found }
      for step in ready { round.passed[step.position] = true }
      found += ready
    }
  }

  private func isSatisfied(
    _ step: StepIndex, of round: OpenRound, after votes: [OpenRound.Vote]
  ) -> Bool {
    electorate(
      of: step, on: round.route, for: Request(round), after: votes, dissents: round.dissents
    ).isSatisfied
  }

  /// The steps that could no longer be decided after an approval, or `nil`.
  func shortage(in round: OpenRound, after vote: OpenRound.Vote) -> Shortage? {
    guard plan.routes[round.route.position].hasRivals else { return nil }
    var passed = round.passed
    for step in stepsPassing(with: vote, in: round) { passed[step.position] = true }
    return shortage(
      on: round.route, for: Request(round), after: round.votes + [vote],
      dissents: round.dissents, passed: passed)
  }
}

extension String? {
  /// The text, or `nil` where there is nothing in it but spaces.
  var withContent: String? {
    guard let self, !self.allSatisfy(\.isWhitespace) else { return nil }
    return self
  }
}

import RoadmapModel

/// Where a person's decision in a round counts.
enum Ballot {
  /// In this step, which is open to the person.
  case step(StepIndex)
  /// Nowhere, for these reasons.
  case refused([Blocker])
}

extension Engine {
  /// Finds the step in which a person's decision counts: the one named, or the only one that is
  /// open to the person.
  func ballot(
    of person: PersonIndex, _ verdict: Verdict, in step: StepIndex?, of round: OpenRound
  ) -> Ballot {
    if let step {
      let blockers = ballotBlockers(of: person, verdict, in: step, of: round)
      return blockers.isEmpty ? .step(step) : .refused(blockers)
    }
    let open = openSteps(of: round)
    let usable = open.filter { ballotBlockers(of: person, verdict, in: $0, of: round).isEmpty }
    guard usable.count < 2 else {
      return .refused([.chooseStep(round.measure, round.route, steps: usable)])
    }
    return usable.first.map { .step($0) }
      ?? .refused(whyNowhere(person, verdict, open: open, in: round))
  }

  /// Everything that keeps a person from deciding in one step of a round.
  ///
  /// A vote that a deputy gives comes through the hand of the deputy.
  func ballotBlockers(
    of person: PersonIndex, _ verdict: Verdict, in step: StepIndex, of round: OpenRound,
    throughHandOf actor: PersonIndex? = nil
  ) -> [Blocker] {
    guard round.passed.indices.contains(step.position) else {
      return [.unknown(.step(step.position))]
    }
    let (measure, route) = (round.measure, round.route)
    let isChair =
      verdict != .abstain && isChair(person, of: step, on: route, for: Request(round))
    var found: [Blocker] = []
    if round.passed[step.position] {
      found.append(.stepClosed(measure, route, step))
    } else if !isChair {
      let open = openSteps(of: round)
      if !open.contains(step) { found.append(.stepNotOpen(measure, route, step, first: open)) }
    }
    if !isChair, !isMeant(person, by: step, of: round),
      !verdict.isRefusal || !mayVeto(person, in: step, on: route, for: Request(round))
    {
      let people = electorate(of: step, in: round).people
      found.append(.notEligible(measure, route, step, actor: person, people: people))
    } else if let party = separation(of: person, from: step, in: round) {
      found.append(.separated(measure, route, step, actor: person, from: party))
    } else if let blocker = round.bars?.blocker(of: person, in: step) {
      found.append(blocker)
    } else if !follows(actor ?? person, for: person, in: step, on: route, after: round.votes) {
      let place = ActingBlocker.Place(round, step)
      found.append(.acting(.otherHand(place, actor: actor ?? person, principal: person)))
    }
    if round.hasVoted(person, in: step) {
      found.append(.alreadyVoted(measure, route, step, actor: person))
    }
    return found
  }

  private func isMeant(_ person: PersonIndex, by step: StepIndex, of round: OpenRound) -> Bool {
    let request = Request(round)
    guard meant(by: step, on: round.route, for: request).contains(person) else { return false }
    return deciders(boundTo: step, on: round.route, for: request, after: round.votes)?
      .contains(person) ?? true
  }

  /// The most helpful reasons why no open step takes a person's decision: first about the open
  /// steps that mean the person, then about later and passed ones, else about the open ones.
  private func whyNowhere(
    _ person: PersonIndex, _ verdict: Verdict, open: [StepIndex], in round: OpenRound
  ) -> [Blocker] {
    let all = round.passed.indices.map { StepIndex($0) }
    let chaired = all.filter {
      !open.contains($0) && ballotBlockers(of: person, verdict, in: $0, of: round).isEmpty
    }
    guard chaired.isEmpty else {
      return [.ofVote(.outOfTurn(round.measure, round.route, steps: chaired, actor: person))]
    }
    let meant = all.filter {
      isMeant(person, by: $0, of: round)
        || isChair(person, of: $0, on: round.route, for: Request(round))
    }
    let mine = meant.filter(open.contains)
    let later = meant.filter { !round.passed[$0.position] }
    let chosen = [mine, later, meant].first { !$0.isEmpty } ?? open
    return chosen.flatMap { ballotBlockers(of: person, verdict, in: $0, of: round) }
  }
}

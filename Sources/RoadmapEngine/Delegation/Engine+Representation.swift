import CivilTime
public import RoadmapModel

/// Where a decision counts, and whose it is.
enum Seat {
  /// In this step; for another, where a representation is given.
  case step(StepIndex, Representation?)
  /// Nowhere, for these reasons.
  case refused([Blocker])
}

extension Engine {
  /// Finds the step in which a decision counts, and whose it is: that of whoever decides, where
  /// they have a right of their own; else of the one person that they can act for.
  func seat(
    of vote: Command.Vote, in round: OpenRound, _ state: RunState, at time: Instant?
  ) -> Seat {
    if let principal = vote.principal, principal != vote.person {
      return seat(of: vote, for: principal, in: round, state, at: time)
    }
    switch ballot(of: vote.person, vote.verdict, in: vote.step, of: round) {
    case .step(let step): return .step(step, nil)
    case .refused(let own):
      let isOwnOnly =
        vote.principal != nil || !mayActForOthers(in: round, state)
        || own.contains(where: \.isUpToThem)
      return isOwnOnly ? .refused(own) : soleSeat(of: vote, in: round, state, at: time, or: own)
    }
  }

  /// Whether anybody could act for another in a round at all.
  private func mayActForOthers(in round: OpenRound, _ state: RunState) -> Bool {
    !roadmap.substitutions.isEmpty || !state.acting.standing.isEmpty || !round.escalations.isEmpty
  }

  /// The seat of a vote that names its principal.
  private func seat(
    of vote: Command.Vote, for principal: PersonIndex, in round: OpenRound, _ state: RunState,
    at time: Instant?
  ) -> Seat {
    let open = openSteps(of: round)
    let found = (vote.step.map { [$0] } ?? open).map { step in
      (step: step, answer: answer(to: vote, for: principal, in: step, round, state, time))
    }
    let usable = found.filter { $0.answer.blockers.isEmpty }
    if usable.count > 1 {
      return .refused([.chooseStep(round.measure, round.route, steps: usable.map(\.step))])
    }
    if let only = usable.first, let act = only.answer.act {
      return .step(only.step, Representation(of: principal, under: act))
    }
    let chaired = round.passed.indices.map { StepIndex($0) }.filter { step in
      vote.step == nil && !open.contains(step)
        && answer(to: vote, for: principal, in: step, round, state, time).blockers.isEmpty
    }
    guard chaired.isEmpty else {
      return .refused([
        .ofVote(.outOfTurn(round.measure, round.route, steps: chaired, actor: vote.person))
      ])
    }
    let near = found.filter {
      round.passed.indices.contains($0.step.position)
        && mayDecide(principal, vote.verdict, in: $0.step, of: round)
    }
    return .refused((near.isEmpty ? found : near).flatMap(\.answer.blockers).eachOnce)
  }

  /// The only seat that acts of others give to whoever decides; where there is none, what keeps
  /// them from their `own` and from those.
  private func soleSeat(
    of vote: Command.Vote, in round: OpenRound, _ state: RunState, at time: Instant?,
    or own: [Blocker]
  ) -> Seat {
    let steps = vote.step.map { [$0] } ?? openSteps(of: round)
    var seats: [(step: StepIndex, of: Representation)] = []
    var reasons: [Blocker] = []
    for step in steps where round.passed.indices.contains(step.position) {
      for principal in principals(of: vote.person, in: step, of: round, state)
      where mayDecide(principal, vote.verdict, in: step, of: round) {
        let answer = answer(to: vote, for: principal, in: step, round, state, time)
        if let act = answer.act, answer.blockers.isEmpty {
          seats.append((step, Representation(of: principal, under: act)))
        }
        reasons += answer.blockers
      }
    }
    if let only = seats.first, seats.count == 1 { return .step(only.step, only.of) }
    guard seats.isEmpty else {
      let choices = seats.map { ActingBlocker.Choice(step: $0.step, principal: $0.of.principal) }
      return .refused([.acting(.choosePrincipal(round.measure, round.route, choices))])
    }
    return .refused((own + reasons).eachOnce)
  }

  /// Whether a step asks for somebody's decision of this sort, or takes it, as far as the roadmap
  /// says.
  private func mayDecide(
    _ person: PersonIndex, _ verdict: Verdict, in step: StepIndex, of round: OpenRound
  ) -> Bool {
    let (route, request) = (round.route, Request(round))
    return meant(by: step, on: route, for: request).contains(person)
      || verdict != .abstain && isChair(person, of: step, on: route, for: request)
      || verdict.isRefusal && mayVeto(person, in: step, on: route, for: request)
  }

  /// Whom a person could act for in a step by some act or other, valid or not, in their order.
  private func principals(
    of actor: PersonIndex, in step: StepIndex, of round: OpenRound, _ state: RunState
  ) -> [PersonIndex] {
    var found = Set(
      roadmap.substitutions.lazy.filter { $0.deputy == actor }.map(\.principal))
    for entry in state.acting.standing where entry.mandate.deputy == actor {
      found.insert(entry.mandate.principal)
    }
    if round.escalations.contains(where: { $0.step == step && $0.people.contains(actor) }) {
      found.formUnion(meant(by: step, on: round.route, for: Request(round)))
    }
    return found.subtracting([actor]).sorted()
  }

  /// Everybody who may give somebody else's vote in a step now, in the order of the people.
  func representatives(
    in step: StepIndex, of round: OpenRound, _ state: RunState, at time: Instant?,
    deciding verdict: Verdict = .approve
  ) -> [Representative] {
    guard mayActForOthers(in: round, state) else { return [] }
    var deputies = Set(roadmap.substitutions.lazy.map(\.deputy))
    deputies.formUnion(state.acting.standing.lazy.compactMap(\.mandate.deputy))
    for escalation in round.escalations where escalation.step == step {
      deputies.formUnion(escalation.people)
    }
    return deputies.sorted().flatMap { deputy in
      principals(of: deputy, in: step, of: round, state).compactMap { principal in
        let vote = Command.Vote(verdict, step: step, by: deputy, for: principal)
        let answer = answer(to: vote, for: principal, in: step, round, state, time)
        guard answer.blockers.isEmpty, let act = answer.act else { return nil }
        return Representative(person: deputy, of: Representation(of: principal, under: act))
      }
    }
  }

  /// What keeps whoever asks from giving the vote of `principal` in a step, and the act that lets
  /// them.
  private func answer(
    to vote: Command.Vote, for principal: PersonIndex, in step: StepIndex, _ round: OpenRound,
    _ state: RunState, _ time: Instant?
  ) -> (blockers: [Blocker], act: ActReference?) {
    let actor = vote.person
    guard has(principal) else { return ([.unknown(.person(principal.position))], nil) }
    guard round.passed.indices.contains(step.position) else {
      return ([.unknown(.step(step.position))], nil)
    }
    var found = ballotBlockers(
      of: principal, vote.verdict, in: step, of: round, throughHandOf: actor)
    if let bar = bar(of: actor, for: principal, in: step, of: round) { found.append(bar) }
    switch act(letting: actor, for: principal, in: step, of: round, state, at: time) {
    case .found(let act): return (found, act)
    case .lacking(let lack):
      let place = ActingBlocker.Place(round, step)
      return (found + [.acting(.noAct(place, actor: actor, principal: principal, lack))], nil)
    }
  }

  /// What about an actor, whatever acts there are, keeps them from deciding for another.
  private func bar(
    of actor: PersonIndex, for principal: PersonIndex, in step: StepIndex, of round: OpenRound
  ) -> Blocker? {
    let request = Request(round)
    let place = ActingBlocker.Place(round, step)
    if let party = separation(of: actor, from: step, in: round) {
      return .separated(round.measure, round.route, step, actor: actor, from: party)
    }
    if let blocker = round.bars?.blocker(ofHand: actor, in: step) { return blocker }
    if hasOwnRight(actor, in: step, on: round.route, for: request) {
      return .acting(.ownRight(place, actor: actor, principal: principal))
    }
    if isExcluded(actor, from: step, on: round.route, for: request) {
      return .acting(.excluded(place, actor: actor, principal: principal))
    }
    if round.hasVoted(actor, in: step) {
      return .alreadyVoted(round.measure, round.route, step, actor: actor)
    }
    return nil
  }

  /// Whether somebody has a right in a step: to agree, to pass it alone or to refuse. Whoever has
  /// one acts there by that one only.
  func hasOwnRight(
    _ person: PersonIndex, in step: StepIndex, on route: RouteIndex, for request: Request
  ) -> Bool {
    meant(by: step, on: route, for: request).contains(person)
      || isChair(person, of: step, on: route, for: request)
      || mayVeto(person, in: step, on: route, for: request)
  }

  /// Whether `not` of a step, or of one bound to it, means a person.
  func isExcluded(
    _ person: PersonIndex, from step: StepIndex, on route: RouteIndex, for request: Request
  ) -> Bool {
    let steps = roadmap.routes[route.position].steps
    return plan.routes[route.position].bound[step.position].contains { other in
      roadmap.person(
        person, is: steps[other.position].excluded, for: request.measure,
        requester: request.requester)
    }
  }
}

/// Somebody who may give another's vote.
public struct Representative: Hashable, Sendable {
  /// Who may give it.
  public let person: PersonIndex
  /// Whose it is, and under which act.
  public let of: Representation
}

extension Blocker {
  /// Whether the person has only to name the step to decide by a right of their own.
  fileprivate var isUpToThem: Bool {
    switch self {
    case .chooseStep, .ofVote(.outOfTurn): true
    default: false
    }
  }
}

extension [Blocker] {
  /// These, each once.
  fileprivate var eachOnce: [Blocker] {
    var kept: [Blocker] = []
    for blocker in self where !kept.contains(blocker) { kept.append(blocker) }
    return kept
  }
}

import RoadmapModel

/// A request for approvals: what somebody asks to do with a measure.
struct Request {
  let measure: MeasureIndex
  let transition: TransitionIndex
  /// Who asks; `nil` where that is not known yet.
  let requester: PersonIndex?
  /// Whom rules about duties keep out of its steps, where they are looked at.
  var bars: DutyBars?

  init(_ measure: MeasureIndex, _ transition: TransitionIndex, by requester: PersonIndex?) {
    self.measure = measure
    self.transition = transition
    self.requester = requester
  }

  init(_ round: OpenRound) {
    self.init(round.measure, round.transition, by: round.requester)
    bars = round.bars
  }
}

/// Who may decide in a step, and how much of their agreement it takes.
///
/// The rules, which all fail closed:
/// - The people of a step are those whom `by` means, each once, by whatever ways they are meant,
///   without those whom `not` means, by whatever way.
/// - Where a separation of duties names the step and the requester, the requester is not one of
///   them. Where it names the step and another step, whoever has approved in the other one in this
///   round is not one of them.
/// - Bound steps mean only those whom all of them mean, and what keeps somebody from one of them
///   keeps them from all. The quorum is that of the first to open; in the others all who decided in
///   it must agree, and nobody else may.
/// - The quorum counts these people: `all` and percentages are taken of those who remain, and
///   never of nobody, since at least one approval is needed.
/// - Whoever rules about duties keep apart from a step is not one of its people. Where they bind it
///   to what was done before, all who did that must agree, and nobody else may.
/// - Approvals of others, however they came into the round, do not count.
/// - A vote counts for whose it is; who gave it for another is held to the same rules.
/// - Whoever approves in a step is shut out of its rivals, so nobody who has approved in a step
///   can be shut out of it later. Whoever has abstained or refused in a step stays one of its
///   people, whatever they approve elsewhere: that never lowers its quorum.
/// - A chair may pass a step alone. A chair whom `by` does not mean is waited for by no quorum.
struct Electorate {
  /// The people who may decide, whether or not they have, in the order of the people.
  let people: [PersonIndex]
  /// What it takes to pass the step.
  let quorum: Quorum
  /// How much they must bring together, in the quorum's unit, at least 1.
  let needed: Int
  /// How much those bring who have agreed.
  let given: Int
  /// Whether a chair has passed it.
  let isPassedByChair: Bool

  /// Whether the step has what it needs.
  var isSatisfied: Bool { isPassedByChair || given >= needed }
}

extension Engine {
  /// The electorate of a step of an open round.
  func electorate(of step: StepIndex, in round: OpenRound) -> Electorate {
    electorate(
      of: step, on: round.route, for: Request(round), after: round.votes,
      dissents: round.dissents)
  }

  /// The electorate of a step as it stands after `votes`, and `dissents` of other sorts.
  func electorate(
    of step: StepIndex, on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote],
    dissents: [OpenRound.Vote] = []
  ) -> Electorate {
    let plan = plan.routes[route.position]
    var people = meant(by: step, on: route, for: request)
    if plan.isApartFromRequester[step.position], let requester = request.requester {
      people.removeAll { $0 == requester }
    }
    let rivals = plan.rivals[step.position]
    if !rivals.isEmpty, !votes.isEmpty {
      people.removeAll { person in
        votes.contains { $0.involves(person) && rivals.contains($0.step) }
          && !dissents.contains { $0.principal == person && $0.step == step }
      }
    }
    if let bars = request.bars {
      people.removeAll { bars.separation(of: $0, in: step) != nil }
    }
    let leader = plan.bound[step.position].first ?? step
    var quorum = roadmap.routes[route.position].steps[leader.position].quorum
    if let bars = request.bars, let bound = bars.needed(in: step) {
      people.removeAll { bars.binding(against: $0, in: step) != nil }
      quorum = .count(bound)
    }
    if let deciders = deciders(boundTo: step, on: route, for: request, after: votes) {
      people.removeAll { !deciders.contains($0) }
      quorum = .count(deciders.count)
    }
    let needed = quorum.needed(of: people.count)
    let chair = passingChair(of: step, on: route, for: request, after: votes)
    if let chair, !people.contains(chair) {
      people.append(chair)
      people.sort()
    }
    let given = given(towards: quorum, in: step, on: route, for: request, by: people, votes)
    return Electorate(
      people: people, quorum: quorum, needed: needed, given: given, isPassedByChair: chair != nil)
  }

  /// How far the approvals among `votes` that count carry the quorum of a step.
  private func given(
    towards quorum: Quorum, in step: StepIndex, on route: RouteIndex, for request: Request,
    by people: [PersonIndex], _ votes: [OpenRound.Vote]
  ) -> Int {
    guard quorum.unit == .people else {
      let leader = plan.routes[route.position].bound[step.position].first ?? step
      return reach(
        of: agreed(in: step, on: route, for: request, by: people, votes), towards: quorum,
        in: leader, on: route, for: request)
    }
    var count = 0
    for vote in votes
    where vote.step == step && counts(vote, on: route, for: request, by: people, votes) {
      count += 1
    }
    return count
  }

  /// Those of `people` whose approvals in a step count, in the order of the votes.
  func agreed(
    in step: StepIndex, on route: RouteIndex, for request: Request, by people: [PersonIndex],
    _ votes: [OpenRound.Vote]
  ) -> [PersonIndex] {
    votes.filter {
      $0.step == step && counts($0, on: route, for: request, by: people, votes)
    }.map(\.principal)
  }

  private func counts(
    _ vote: OpenRound.Vote, on route: RouteIndex, for request: Request, by people: [PersonIndex],
    _ votes: [OpenRound.Vote]
  ) -> Bool {
    guard people.contains(vote.principal) else { return false }
    let isBound = plan.routes[route.position].bound[vote.step.position].count > 1
    return !isBound && vote.representation == nil
      || isHandRight(of: vote, on: route, for: request, among: votes)
  }

  /// The people whom a step means, and every step that is bound to it, too.
  func meant(by step: StepIndex, on route: RouteIndex, for request: Request) -> [PersonIndex] {
    let steps = roadmap.routes[route.position].steps
    var people = roadmap.people(
      of: steps[step.position], for: request.measure, requester: request.requester)
    for other in plan.routes[route.position].bound[step.position] where other != step {
      people.removeAll {
        !roadmap.person(
          $0, mayDecideIn: steps[other.position], for: request.measure,
          requester: request.requester)
          && !isChair($0, of: other, on: route, for: request)
      }
    }
    return people
  }

  /// Those who decided in the first of the steps that `step` is bound to, who alone may decide in
  /// it; `nil` where it is the first itself, or the first has not passed.
  func deciders(
    boundTo step: StepIndex, on route: RouteIndex, for request: Request,
    after votes: [OpenRound.Vote]
  ) -> [PersonIndex]? {
    guard let leader = plan.routes[route.position].bound[step.position].first, leader != step,
      !votes.isEmpty
    else { return nil }
    let first = electorate(of: leader, on: route, for: request, after: votes)
    guard first.isSatisfied else { return nil }
    return first.people.filter { person in
      votes.contains { $0.step == leader && $0.principal == person }
    }
  }

  /// Whether a vote comes through a hand that may give it: the same that gave it in the first of
  /// bound steps, and of a deputy one that nothing shuts out of the step.
  func isHandRight(
    of vote: OpenRound.Vote, on route: RouteIndex, for request: Request,
    among votes: [OpenRound.Vote]
  ) -> Bool {
    guard follows(vote.person, for: vote.principal, in: vote.step, on: route, after: votes) else {
      return false
    }
    guard vote.representation != nil else { return true }
    let plan = plan.routes[route.position]
    let isApart = plan.isApartFromRequester[vote.step.position]
    let rivals = plan.rivals[vote.step.position]
    return !(isApart && vote.person == request.requester)
      && request.bars?.blocker(ofHand: vote.person, in: vote.step) == nil
      && !votes.contains { $0.involves(vote.person) && rivals.contains($0.step) }
      && !isExcluded(vote.person, from: vote.step, on: route, for: request)
      && !hasOwnRight(vote.person, in: vote.step, on: route, for: request)
  }

  /// Whether the first of the steps that a step is bound to was decided for a person through the
  /// same hand, or not at all.
  func follows(
    _ actor: PersonIndex, for principal: PersonIndex, in step: StepIndex, on route: RouteIndex,
    after votes: [OpenRound.Vote]
  ) -> Bool {
    guard let leader = plan.routes[route.position].bound[step.position].first, leader != step
    else { return true }
    let first = votes.first { $0.step == leader && $0.principal == principal }
    return first.map { $0.person == actor } ?? true
  }

  /// Why a person who is meant by a step may not decide in it: the party that the person already
  /// is, or `nil` where nothing speaks against it.
  func separation(
    of person: PersonIndex, from step: StepIndex, in round: OpenRound
  ) -> Route.Party? {
    let plan = plan.routes[round.route.position]
    if plan.isApartFromRequester[step.position], person == round.requester { return .requester }
    let rivals = plan.rivals[step.position]
    let vote = round.votes.first { $0.involves(person) && rivals.contains($0.step) }
    return vote.map { .step($0.step) }
  }

  /// The steps that are open: those of the first stage that has not passed, without the passed.
  func openSteps(of round: OpenRound) -> [StepIndex] {
    guard let first = round.passed.firstIndex(of: false) else { return [] }
    let stages = plan.routes[round.route.position].stages
    return round.passed.indices.filter { !round.passed[$0] && stages[$0] == stages[first] }
      .map { StepIndex($0) }
  }
}

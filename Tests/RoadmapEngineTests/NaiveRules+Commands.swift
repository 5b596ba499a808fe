import RoadmapEngine
import RoadmapModel

extension NaiveRules {
  /// What the plain rules say of a command.
  enum Answer {
    case refused
    /// Accepted, and where it leads.
    case accepted(NaiveRules)
    /// An approval that is accepted only if the round can still be completed after it, and the
    /// round as it would then be.
    case ifCompletable(NaiveRules, measure: Int, round: Round)
  }

  func answer(_ command: Command) -> Answer {
    var next = self
    guard isStarted else {
      guard case .start = command else { return .refused }
      next.isStarted = true
      return .accepted(next)
    }
    switch command {
    case .start: return .refused
    case .advance(let measure, let transition, let person):
      return request(measure.position, transition.position, by: person.position)
    case .vote(let measure, let vote):
      return answer(vote, on: measure.position)
    case .withdraw(let measure, _, let person):
      guard rounds[measure.position]?.requester == person.position else { return .refused }
      next.rounds[measure.position] = nil
      return .accepted(next)
    case .receive(let document, _, _, _):
      guard next.received.insert(document.position).inserted else { return .refused }
      return .accepted(next)
    // Timers decide nothing, and nobody sets terms in these worlds.
    case .tick: return .accepted(next)
    case .extend: return .refused
    // Nor does anybody hold a power.
    case .exceptional: return .refused
    case .attach, .mandate, .revoke:
      // In these worlds nobody attaches anything, and everybody acts for themselves.
      return .refused
    }
  }

  private func answer(_ vote: Command.Vote, on measure: Int) -> Answer {
    let (step, person) = (vote.step?.position, vote.person.position)
    return switch vote.verdict {
    case .approve, .approveWithRemarks: approve(measure, step, by: person)
    case .returnForRework: refuse(measure, step, by: person, \.onReturn)
    case .reject: refuse(measure, step, by: person, \.onReject)
    }
  }

  private func request(_ measure: Int, _ transition: Int, by person: Int) -> Answer {
    guard rounds[measure] == nil, mayAsk(measure, transition, by: person) else { return .refused }
    var next = self
    let move = lifecycle(measure).transitions[transition]
    guard roadmap.route(of: TransitionIndex(transition), for: MeasureIndex(measure)) != nil else {
      next.enter(move.to.position, measure)
      return .accepted(next)
    }
    let wouldFinish = (move.returns + (move.onReject.map { [$0] } ?? [])).contains { end in
      lifecycle(measure).states[end.position].isDone && !reached[measure].contains(end.position)
    }
    guard !wouldFinish else { return .refused }
    let round = Round(transition: transition, requester: person)
    next.rounds[measure] = round
    return .ifCompletable(next, measure: measure, round: round)
  }

  private func approve(_ measure: Int, _ step: Int?, by person: Int) -> Answer {
    guard let round = rounds[measure],
      let step = stepFor(person, named: step, measure, round)
    else { return .refused }
    var next = self
    let after = approved(round, measure, step: step, by: person)
    next.rounds[measure] = after
    if after.passed.count == route(measure, round.transition).steps.count {
      guard mayAsk(measure, round.transition, by: round.requester) else { return .refused }
      next.rounds[measure] = nil
      next.enter(lifecycle(measure).transitions[round.transition].to.position, measure)
      return .accepted(next)
    }
    return .ifCompletable(next, measure: measure, round: after)
  }

  private func refuse(
    _ measure: Int, _ step: Int?, by person: Int, _ end: KeyPath<Transition, StateIndex?>
  ) -> Answer {
    guard let round = rounds[measure], stepFor(person, named: step, measure, round) != nil else {
      return .refused
    }
    var next = self
    next.rounds[measure] = nil
    if let state = lifecycle(measure).transitions[round.transition][keyPath: end] {
      next.enter(state.position, measure)
    }
    return .accepted(next)
  }

  private mutating func enter(_ state: Int, _ measure: Int) {
    current[measure] = state
    reached[measure].insert(state)
  }

  /// Whether a state of the engine says the same.
  func agrees(with state: RunState) -> Bool {
    roadmap.measures.indices.allSatisfy { measure in
      let position = measure.position
      guard state.state(of: measure).position == current[position],
        Set(state.statesReached(by: measure).states.map(\.position)) == reached[position]
      else { return false }
      return agrees(rounds[position], state.openRound(of: measure))
    }
  }

  private func agrees(_ mine: Round?, _ theirs: OpenRound?) -> Bool {
    guard let mine, let theirs else { return mine == nil && theirs == nil }
    let votes = Set(theirs.votes.map { [$0.step.position, $0.person.position] })
    return mine.transition == theirs.transition.position
      && mine.requester == theirs.requester.position
      && mine.passed == Set(theirs.passed.indices.filter { theirs.passed[$0] })
      && Set(mine.votes.flatMap { step, people in people.map { [step, $0] } }) == votes
  }
}

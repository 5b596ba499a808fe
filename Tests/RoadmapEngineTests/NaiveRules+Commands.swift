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
    /// A refusal that only counts against: the round goes on if it can still be completed, else it
    /// ends so.
    case endsUnlessCompletable(NaiveRules, ended: NaiveRules, measure: Int, round: Round)
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
    case .retract(let measure, let step, _, let person):
      return retract(measure.position, step?.position, by: person.position)
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
    case .returnForRework, .reject: refuse(measure, step, by: person, vote.verdict)
    case .abstain: abstain(measure, step, by: person)
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
      let step = stepFor(person, .approve, named: step, measure, round)
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
    _ measure: Int, _ step: Int?, by person: Int, _ verdict: Verdict
  ) -> Answer {
    guard let round = rounds[measure],
      let step = stepFor(person, verdict, named: step, measure, round)
    else { return .refused }
    let own = route(measure, round.transition).steps[step]
    if own.veto == .everybody || mayVeto(person, step, measure, round)
      || chairs(step, measure, round).contains(person)
    {
      return .accepted(ended(measure, round, verdict))
    }
    var after = round
    after.dissents[step, default: [:]][person] = verdict
    var next = self
    next.rounds[measure] = after
    let refusals = (after.dissents[step] ?? [:]).values.filter(\.isRefusal)
    let rejections = refusals.filter { $0 == .reject }.count
    return .endsUnlessCompletable(
      next,
      ended: ended(
        measure, round, rejections > refusals.count - rejections ? .reject : .returnForRework),
      measure: measure, round: after)
  }

  private func ended(_ measure: Int, _ round: Round, _ verdict: Verdict) -> NaiveRules {
    var next = self
    next.rounds[measure] = nil
    let transition = lifecycle(measure).transitions[round.transition]
    let end = verdict == .reject ? transition.onReject : transition.onReturn
    if let end { next.enter(end.position, measure) }
    return next
  }

  private func abstain(_ measure: Int, _ step: Int?, by person: Int) -> Answer {
    guard var round = rounds[measure],
      let step = stepFor(person, .abstain, named: step, measure, round)
    else { return .refused }
    round.dissents[step, default: [:]][person] = .abstain
    var next = self
    next.rounds[measure] = round
    return .ifCompletable(next, measure: measure, round: round)
  }

  private func retract(_ measure: Int, _ step: Int?, by person: Int) -> Answer {
    guard var round = rounds[measure] else { return .refused }
    let mine = route(measure, round.transition).steps.indices.filter {
      !round.passed.contains($0) && (step == nil || step == $0)
        && (round.votes[$0]?.contains(person) == true || round.dissents[$0]?[person] != nil)
    }
    guard mine.count == 1,
      round.dissents[mine[0]]?[person] == nil
        || !isSeparated(person, from: mine[0], measure, round)
    else { return .refused }
    round.votes[mine[0]]?.remove(person)
    if round.votes[mine[0]]?.isEmpty == true { round.votes[mine[0]] = nil }
    round.dissents[mine[0]]?[person] = nil
    if round.dissents[mine[0]]?.isEmpty == true { round.dissents[mine[0]] = nil }
    let unsettled = round.passed.contains {
      round.chairs[$0] == nil && !hasEnough($0, measure, round)
    }
    guard !unsettled else { return .refused }
    var next = self
    next.rounds[measure] = round
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
      && Set(
        mine.dissents.flatMap { step, verdicts in
          verdicts.map { [step, $0.key, Int($0.value.rawValue)] }
        })
        == Set(
          theirs.dissents.map { [$0.step.position, $0.person.position, Int($0.verdict.rawValue)] })
  }
}

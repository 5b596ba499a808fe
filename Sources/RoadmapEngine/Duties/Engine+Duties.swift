import RoadmapModel

extension Engine {
  /// The open round of a measure, with what rules about duties say of its steps.
  func liveRound(of measure: MeasureIndex, in state: RunState) -> OpenRound? {
    guard var round = state.rounds[measure] else { return nil }
    guard !plan.duties.isEmpty else { return round }
    round.bars = dutyBars(on: round.route, for: Request(round), in: state)
    return round
  }

  /// A request with what rules about duties say of the steps of its route.
  func barred(_ request: Request, on route: RouteIndex, in state: RunState) -> Request {
    guard !plan.duties.isEmpty else { return request }
    var request = request
    request.bars = dutyBars(on: route, for: request, in: state)
    return request
  }

  /// Whom rules keep out of the steps of a route; what keeps somebody from one of steps that the
  /// route binds keeps them from all.
  private func dutyBars(
    on route: RouteIndex, for request: Request, in state: RunState
  ) -> DutyBars? {
    guard plan.duties.touchesRoute[route.position] else { return nil }
    let steps = plan.routes[route.position].stages.indices.map { StepIndex($0) }
    let own = steps.map { step in
      plan.duties.duties(route, step).flatMap { clashes(of: $0, for: request, in: state) }
    }
    let bound = plan.routes[route.position].bound
    let all = steps.map { step in bound[step.position].flatMap { own[$0.position] } }
    let isSame = { (clash: DutyClash) in self.plan.duties.rules[clash.rule].kind == .same }
    return DutyBars(
      separations: all.map { $0.filter { !isSame($0) } },
      bindings: all.map { $0.filter(isSame) })
  }

  /// What keeps a person from asking for a transition, by rules about duties.
  func dutyBlocker(
    of person: PersonIndex, asking transition: TransitionIndex, of measure: MeasureIndex,
    in state: RunState
  ) -> Blocker? {
    guard !plan.duties.isEmpty, let cycle = roadmap.measures[measure].lifecycle else { return nil }
    let request = Request(measure, transition, by: person)
    for duty in plan.duties.duties(cycle, transition) {
      for clash in clashes(of: duty, for: request, in: state, isAsking: true) {
        let isSame = plan.duties.rules[clash.rule].kind == .same
        guard clash.people.contains(person) != isSame else { continue }
        return isSame
          ? .dutyBound(clash, actor: person) : .dutySeparated(clash, actor: person)
      }
    }
    return nil
  }

  /// What no longer holds of those who took part in a round, when it is about to fire.
  func addDutyBlockers(
    of round: OpenRound, with vote: OpenRound.Vote, in state: RunState, to found: inout [Blocker]
  ) {
    guard !plan.duties.isEmpty else { return }
    if let blocker = dutyBlocker(
      of: round.requester, asking: round.transition, of: round.measure, in: state)
    {
      found.append(blocker)
    }
    for vote in round.votes + [vote] {
      guard let bars = round.bars else { continue }
      let blocker =
        bars.blocker(of: vote.principal, in: vote.step)
        ?? (vote.person == vote.principal ? nil : bars.blocker(ofHand: vote.person, in: vote.step))
      if let blocker, !found.contains(blocker) { found.append(blocker) }
    }
  }

  /// The rules that a duty of a measure is under, with those who did what they compare it with.
  private func clashes(
    of duty: Int, for request: Request, in state: RunState, isAsking: Bool = false
  ) -> [DutyClash] {
    plan.duties.rulesOf[duty].flatMap { position -> [DutyClash] in
      let rule = plan.duties.rules[position]
      var found: [DutyClash] = []
      for measure in measures(near: request.measure, by: rule.reach) {
        for other in rule.duties where other != duty || rule.duties.count == 1 {
          let isItself = other == duty && measure == request.measure
          guard !isItself || rule.countsAllRounds else { continue }
          let people = performers(
            of: other, measure, rule, for: request, in: state, isAsking: isAsking)
          guard !people.isEmpty else { continue }
          found.append(
            DutyClash(
              rule: position, measure: request.measure, duty: plan.duties.duties[duty].name,
              other: plan.duties.duties[other].name, otherMeasure: measure, people: people))
        }
      }
      return found
    }
  }

  /// Those who did a duty of a measure, as far as a rule counts it, in order.
  ///
  /// What is asked for anew is done anew: of the measure itself, what an earlier round of the same
  /// route or transition came to no longer counts, unless the rule counts all rounds.
  private func performers(
    of duty: Int, _ measure: MeasureIndex, _ rule: DutyPlan.Rule, for request: Request,
    in state: RunState, isAsking: Bool
  ) -> [PersonIndex] {
    let isOwn = measure == request.measure
    if isOwn, renews(duty, request) {
      let isAsked = !isAsking && asks(for: duty, request)
      var found = PastActs.Doers()
      if rule.countsAllRounds { found = state.acts.doers(duty, of: measure, ever: true) }
      if isAsked, let requester = request.requester { found.own.append(requester) }
      return people(of: found, for: rule)
    }
    var found = state.acts.doers(duty, of: measure, ever: rule.countsAllRounds)
    guard !isOwn, let round = state.rounds[measure] else { return people(of: found, for: rule) }
    let open = doers(of: duty, in: round, onlyPassed: rule.kind == .same)
    if rule.kind == .same {
      if !open.own.isEmpty { found = open }
    } else {
      found.own += open.own
      found.hands += open.hands
    }
    return people(of: found, for: rule)
  }

  /// Those whom a rule counts, in order: different people are all who stand behind a duty, the same
  /// people those whose deed it is.
  private func people(of doers: PastActs.Doers, for rule: DutyPlan.Rule) -> [PersonIndex] {
    let people = rule.kind == .same ? doers.own : doers.own + doers.hands
    return people.count < 2 ? people : Set(people).sorted()
  }

  /// Whether a request does a duty anew: it is the transition asked for, or a step of its route.
  private func renews(_ duty: Int, _ request: Request) -> Bool {
    if asks(for: duty, request) { return true }
    guard let move = move(request.transition, of: request.measure),
      let route = route(of: move, request.transition, for: request.measure)
    else { return false }
    return plan.routes[route.position].stages.indices.contains {
      plan.duties.duties(route, StepIndex($0)).contains(duty)
    }
  }

  private func asks(for duty: Int, _ request: Request) -> Bool {
    guard let cycle = roadmap.measures[request.measure].lifecycle else { return false }
    return plan.duties.duties(cycle, request.transition).contains(duty)
  }

  /// Those who do a duty in an open round.
  private func doers(
    of duty: Int, in round: OpenRound, onlyPassed: Bool
  ) -> PastActs.Doers {
    var found = PastActs.Doers()
    if asks(for: duty, Request(round)) { found.own.append(round.requester) }
    for vote in round.votes
    where vote.verdict.isApproval && (!onlyPassed || round.passed[vote.step.position])
      && plan.duties.duties(round.route, vote.step).contains(duty)
    {
      found.add(vote)
    }
    return found
  }
}

// MARK: - Recording

extension Engine {
  /// Records who did which duties in a round that is about to close.
  func recordActs(
    of measure: MeasureIndex, _ outcome: RoundOutcome, in state: inout RunState
  ) {
    guard !plan.duties.isEmpty, let round = state.rounds[measure] else { return }
    var doers: [Int: PastActs.Doers] = [:]
    if let cycle = roadmap.measures[measure].lifecycle {
      for duty in plan.duties.duties(cycle, round.transition) {
        doers[duty, default: .init()].own.append(round.requester)
      }
    }
    for vote in round.votes where vote.verdict.isApproval {
      for duty in plan.duties.duties(round.route, vote.step) {
        doers[duty, default: .init()].add(vote)
      }
    }
    for (duty, doers) in doers {
      let keeps = plan.duties.keepsEarlier[duty]
      if outcome == .approved {
        state.acts.record(duty, by: doers, of: measure, keepingEarlier: keeps)
      } else if keeps {
        state.acts.recordVain(duty, by: doers, of: measure)
      }
    }
  }

  /// Records who asked for a transition that happened at once.
  func recordAct(
    _ transition: TransitionIndex, of measure: MeasureIndex, _ cause: MoveCause,
    by person: PersonIndex, in state: inout RunState
  ) {
    guard !plan.duties.isEmpty, cause == .direct, has(person),
      let cycle = roadmap.measures[measure].lifecycle
    else { return }
    for duty in plan.duties.duties(cycle, transition) {
      state.acts.record(
        duty, by: .init(own: [person]), of: measure,
        keepingEarlier: plan.duties.keepsEarlier[duty])
    }
  }
}

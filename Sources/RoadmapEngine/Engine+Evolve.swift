public import CivilTime
import RoadmapModel

extension Engine {
  /// Records an event. Nothing else changes a state.
  ///
  /// Total: an event that does not fit the state or the roadmap only counts, whatever it holds.
  /// What fits is recorded as a fact, without being decided again.
  ///
  /// - Parameters:
  ///   - state: a state of this roadmap.
  ///   - event: what happened.
  ///   - time: when it took effect.
  public func evolve(_ state: inout RunState, _ event: Event, at time: Instant) {
    state.eventCount &+= 1
    if state.latest.map({ $0 < time }) ?? true { state.latest = time }
    if case .started(let person) = event { return start(&state, by: person, at: time) }
    guard state.isStarted, fits(state), !isStopped(event, in: state) else { return }
    switch event {
    case .started: break
    case .roundOpened(let measure, let transition, let round, let person):
      openRound(measure, transition, number: round, by: person, at: time, in: &state)
    case .voted(let measure, let vote):
      let given = OpenRound.Vote(vote, number: state.eventCount)
      change(measure, vote.round, in: &state) { record(given, in: &$0) }
    case .retracted(let measure, let round, let step, _, let person):
      change(measure, round, in: &state) { retract(step, by: person, in: &$0) }
    case .stepPassed(let measure, let round, let step):
      change(measure, round, in: &state) { pass(step, in: &$0, at: time) }
    case .roundClosed(let measure, let round, let outcome, _, _):
      closeRound(of: measure, round, outcome, in: &state)
    case .moved(let measure, let transition, let from, let to, let cause, let person):
      guard leads(transition, of: measure, from: from, to: to, cause: cause, in: state) else {
        break
      }
      recordAct(transition, of: measure, cause, by: person, in: &state)
      enter(to, by: measure, at: time, in: &state)
    case .attached, .approvalsKept, .stepsReopened: recordContents(event, in: &state, at: time)
    case .received(let document, let number, let date, _):
      state.receive(document, RunState.Receipt(number: number, date: date))
    case .reminded(let reminder, _): record(reminder, in: &state)
    case .escalated(let reminder, _): recordEscalation(reminder, in: &state, at: time)
    case .exceptional(let act): record(act, at: time, in: &state)
    case .extended(let measure, _, let day, _, _):
      if state.has(measure) { state.days.extended[measure] = day }
    case .mandated(let mandate, _): keep(mandate, in: &state)
    case .revoked(let act, _, _): drop(act, in: &state)
    }
  }

  private func start(_ state: inout RunState, by person: PersonIndex, at time: Instant) {
    guard state.startedBy == nil, has(person) else { return }
    state.startedBy = person
    state.days.started = time.date
  }

  /// Whether a state has the shape of this roadmap.
  func fits(_ state: RunState) -> Bool {
    state.standings.count == plan.measures.count && state.receipts.count == roadmap.documents.count
  }

  func openRound(
    _ measure: MeasureIndex, _ transition: TransitionIndex, number: Int, by person: PersonIndex,
    at time: Instant, in state: inout RunState
  ) {
    guard let move = move(transition, of: measure), has(person), !state.rounds.isOpen(measure),
      move.from & (1 << UInt64(state.standings[measure.position].current & 63)) != 0,
      let route = route(of: move, transition, for: measure), plan.routes[route.position].isSound,
      let count = Int32(exactly: number),
      number == Int(state.standings[measure.position].rounds) + 1
    else { return }
    state.standings[measure.position].rounds = count
    if !state.returned.isEmpty { state.returned[measure] = nil }
    state.rounds.open(
      measure, transition, route: route, steps: plan.routes[route.position].stages.count,
      number: number, requester: person, at: time)
  }

  private func closeRound(
    of measure: MeasureIndex, _ number: Int, _ outcome: RoundOutcome, in state: inout RunState
  ) {
    guard openNumber(of: measure, in: state) == number else { return }
    recordActs(of: measure, outcome, in: &state)
    close(measure, outcome, in: &state)
  }

  private func openNumber(of measure: MeasureIndex, in state: RunState) -> Int? {
    guard state.has(measure), state.rounds.isOpen(measure) else { return nil }
    return Int(state.standings[measure.position].rounds)
  }

  func change(
    _ measure: MeasureIndex, _ round: Int, in state: inout RunState,
    _ change: (inout OpenRound) -> Void
  ) {
    guard openNumber(of: measure, in: state) == round else { return }
    state.rounds.update(measure, change)
  }

  private func record(_ vote: OpenRound.Vote, in round: inout OpenRound) {
    let vote = withSoundChair(vote, in: round)
    guard has(vote.person), has(vote.principal), isOpen(vote.step, in: round) || vote.isChair,
      !round.hasVoted(vote.person, in: vote.step), !round.hasVoted(vote.principal, in: vote.step)
    else { return }
    if vote.verdict.isApproval { round.votes.append(vote) } else { round.dissents.append(vote) }
  }

  private func pass(_ step: StepIndex, in round: inout OpenRound, at time: Instant) {
    guard round.votes.contains(where: { $0.step == step }),
      isOpen(step, in: round)
        || round.votes.contains(where: { $0.step == step && mayPassAlone($0, in: round) })
    else { return }
    let stages = plan.routes[round.route.position].stages
    let before = round.passed.firstIndex(of: false).map { stages[$0] }
    round.passed[step.position] = true
    let after = round.passed.firstIndex(of: false).map { stages[$0] }
    if let after, after != before { round.openStage(at: time) }
  }

  /// Whether a step is open: not passed, and no earlier stage has a step that is not.
  func isOpen(_ step: StepIndex, in round: OpenRound) -> Bool {
    guard round.passed.indices.contains(step.position), !round.passed[step.position],
      let first = round.passed.firstIndex(of: false)
    else { return false }
    let stages = plan.routes[round.route.position].stages
    return stages[step.position] == stages[first]
  }

  /// Whether a transition leads from where the measure stands to `to`, for this cause.
  private func leads(
    _ transition: TransitionIndex, of measure: MeasureIndex, from: StateIndex, to: StateIndex,
    cause: MoveCause, in state: RunState
  ) -> Bool {
    guard let move = move(transition, of: measure), !state.rounds.isOpen(measure),
      from.raw == Int32(state.standings[measure.position].current), (0..<64).contains(from.raw),
      move.from & (1 << UInt64(from.raw)) != 0
    else { return false }
    switch cause {
    case .direct, .approved: return to.raw == Int32(move.to)
    case .returned: return (0..<64).contains(to.raw) && move.returns & (1 << UInt64(to.raw)) != 0
    case .rejected: return to.raw == Int32(move.onReject) && move.onReject >= 0
    }
  }
}

extension RunState {
  /// Keeps what first came as an external document.
  fileprivate mutating func receive(_ document: DocumentIndex, _ receipt: Receipt) {
    guard receipts.indices.contains(document.position), receipts[document.position] == nil else {
      return
    }
    receipts[document.position] = receipt
  }
}

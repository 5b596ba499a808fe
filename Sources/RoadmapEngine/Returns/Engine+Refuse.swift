import RoadmapModel

extension Engine {
  /// Ends the round as returned or rejected, and moves the measure where the transition says; a
  /// return to an earlier step leaves the round open.
  ///
  /// Where the last vote asks for a return, it leads where that vote says.
  func end(
    _ round: OpenRound, with vote: Event.Vote, as verdict: Verdict, _ state: RunState
  ) -> Decision {
    let measure = round.measure
    guard let move = move(round.transition, of: measure) else {
      return .blocked([.brokenDefinition(measure)])
    }
    let isReturn = verdict == .returnForRework
    switch isReturn ? vote.target : nil {
    case .step(let step):
      return .accepted([
        .voted(measure, vote),
        .stepsReopened(measure, reopening(of: round, returnedTo: step, by: vote.person)),
      ])
    case .state(let target):
      return close(round, with: vote, asReturn: true, to: target, state)
    case nil:
      let end = isReturn ? move.onReturn : move.onReject
      let target = end < 0 ? nil : StateIndex(raw: Int32(end))
      return close(round, with: vote, asReturn: isReturn, to: target, state)
    }
  }

  /// Whether a return may lead to where a vote says, if it says that.
  func isInReach(
    _ target: ReturnTarget?, from step: StepIndex, of round: OpenRound, in state: RunState
  ) -> Bool {
    switch target {
    case .step(let earlier): stepsBefore(step, of: round).contains(earlier)
    case .state(let target): statesAfterReturn(of: round, in: state).contains(target)
    case nil: true
    }
  }

  private func close(
    _ round: OpenRound, with vote: Event.Vote, asReturn isReturn: Bool, to end: StateIndex?,
    _ state: RunState
  ) -> Decision {
    let (measure, current) = (round.measure, state.state(of: round.measure))
    var events: [Event] = [
      .voted(measure, vote),
      .roundClosed(
        measure, round: round.number, outcome: isReturn ? .returned : .rejected, by: vote.person,
        remarks: nil),
    ]
    if let end, end != current {
      events.append(
        .moved(
          measure, round.transition, from: current, to: end,
          cause: isReturn ? .returned : .rejected, by: vote.person))
    }
    return .accepted(events)
  }

  /// The steps of the stages before that of `step`.
  func stepsBefore(_ step: StepIndex, of round: OpenRound) -> [StepIndex] {
    let stages = plan.routes[round.route.position].stages
    return stages.indices.filter { stages[$0] < stages[step.position] }.map { StepIndex($0) }
  }

  /// The states that a return may lead to: those that the transition names, or where it names none
  /// the one in which the measure stands.
  func statesAfterReturn(of round: OpenRound, in state: RunState) -> [StateIndex] {
    let transitions = roadmap.lifecycle(of: round.measure)?.transitions ?? []
    guard transitions.indices.contains(round.transition.position) else { return [] }
    let returns = transitions[round.transition.position].returns
    return returns.isEmpty ? [state.state(of: round.measure)] : returns
  }

  /// What a return to an earlier step reopens. The step itself begins anew; what else of its stage
  /// and of later ones has been decided is dropped, too, unless the route lets agreements stand
  /// (see ``AfterReturn``).
  private func reopening(
    of round: OpenRound, returnedTo step: StepIndex, by person: PersonIndex
  ) -> Reopening {
    let plan = plan.routes[round.route.position]
    let dropped = plan.stages.indices.filter { other in
      other == step.position
        || plan.afterReturn == .everybody && plan.stages[other] >= plan.stages[step.position]
    }
    let cause = Reopening.Cause.returned(to: step)
    let steps = dropped.map { StepIndex($0) }
    return reopening(of: round, steps, cause, by: person)
      ?? Reopening(round: round.number, cause, [.init(step, dropped: [])], by: person)
  }
}

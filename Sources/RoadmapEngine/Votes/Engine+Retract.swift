import CivilTime
import RoadmapModel

extension Engine {
  /// Takes back a decision in a step that has not passed: by whose it is, or by who gave it for
  /// another, as long as an act still lets them.
  ///
  /// What has passed stays passed, so a decision that a passed step relies on stays, too: one that
  /// took its author out of a step in which all who remained had to agree.
  func retract(
    _ measure: MeasureIndex, _ step: StepIndex?, remarks: String?, by person: PersonIndex,
    in state: RunState, at time: Instant
  ) -> Decision {
    guard let round = liveRound(of: measure, in: state) else {
      return .blocked([.noOpenRound(measure)])
    }
    if let step, !round.passed.indices.contains(step.position) {
      return .blocked([.unknown(.step(step.position))])
    }
    let voted = round.passed.indices.map { StepIndex($0) }.filter {
      (step == nil || step == $0) && round.hasVoted(person, in: $0)
    }
    let open = voted.filter { !round.passed[$0.position] }
    guard let chosen = open.first else {
      let closed = voted.map { Blocker.stepClosed(measure, round.route, $0) }
      return .blocked(
        closed.isEmpty ? [.ofVote(.nothingToRetract(measure, actor: person))] : closed)
    }
    guard open.count == 1 else { return .blocked([.chooseStep(measure, round.route, steps: open)]) }
    let blockers = blockers(retracting: chosen, by: person, in: round, state, at: time)
    guard blockers.isEmpty else { return .blocked(blockers) }
    return .accepted([
      .retracted(
        measure, round: round.number, step: chosen, remarks: remarks.withContent, by: person)
    ])
  }

  private func blockers(
    retracting step: StepIndex, by person: PersonIndex, in round: OpenRound, _ state: RunState,
    at time: Instant
  ) -> [Blocker] {
    var found: [Blocker] = []
    let decisions = round.votes + round.dissents
    guard let vote = decisions.first(where: { $0.step == step && $0.involves(person) }) else {
      return []
    }
    if vote.principal != person,
      case .lacking(let lack) = act(
        letting: person, for: vote.principal, in: step, of: round, state, at: time)
    {
      let place = ActingBlocker.Place(round, step)
      found.append(.acting(.noAct(place, actor: person, principal: vote.principal, lack)))
    }
    // Whoever has no vote left in a step would lower its quorum by taking back a dissent.
    if !vote.verdict.isApproval,
      let party = separation(of: vote.principal, from: step, in: round)
    {
      found.append(
        .separated(round.measure, round.route, step, actor: vote.principal, from: party))
    }
    if let passed = stepRelying(onDecisionOf: person, in: step, of: round, state) {
      found.append(
        .ofVote(.reliedUpon(round.measure, round.route, step, actor: person, by: passed)))
    }
    return found
  }

  /// Forgets somebody's decision in a step, unless the step has passed.
  func retract(_ step: StepIndex, by person: PersonIndex, in round: inout OpenRound) {
    guard round.passed.indices.contains(step.position), !round.passed[step.position] else {
      return
    }
    round.votes.removeAll { $0.step == step && $0.involves(person) }
    round.dissents.removeAll { $0.step == step && $0.involves(person) }
  }
}

import RoadmapModel

extension Engine {
  /// A passed step that would not have what it needs without a decision, in the same round or,
  /// where rules about duties look there, in that of another measure.
  func stepRelying(
    onDecisionOf person: PersonIndex, in step: StepIndex, of round: OpenRound, _ state: RunState
  ) -> ActingBlocker.Place? {
    let rivals = plan.routes[round.route.position].rivals[step.position]
    if !rivals.isEmpty {
      var without = round
      retract(step, by: person, in: &without)
      let relying = rivals.first { rival in
        round.passed[rival.position] && !electorate(of: rival, in: without).isSatisfied
      }
      if let relying { return ActingBlocker.Place(round, relying) }
    }
    guard !plan.duties.duties(round.route, step).isEmpty else { return nil }
    var without = state
    without.rounds.update(round.measure) { retract(step, by: person, in: &$0) }
    for other in state.rounds.inOrder where other.measure != round.measure {
      if let relying = stepRelying(onMoreThan: without, of: other.measure, in: state) {
        return relying
      }
    }
    return nil
  }

  /// A passed step of a measure's round that has what it needs in one state and not in another.
  private func stepRelying(
    onMoreThan less: RunState, of measure: MeasureIndex, in state: RunState
  ) -> ActingBlocker.Place? {
    guard let now = liveRound(of: measure, in: state), now.bars != nil,
      let then = liveRound(of: measure, in: less), now.bars != then.bars
    else { return nil }
    let relying = now.passed.indices.first { step in
      now.passed[step] && electorate(of: StepIndex(step), in: now).isSatisfied
        && !electorate(of: StepIndex(step), in: then).isSatisfied
    }
    return relying.map { ActingBlocker.Place(now, StepIndex($0)) }
  }
}

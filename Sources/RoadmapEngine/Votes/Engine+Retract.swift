import RoadmapModel

extension Engine {
  /// Takes back somebody's decision in a step that has not passed.
  ///
  /// What has passed stays passed, so a decision that a passed step relies on stays, too: one that
  /// took its author out of a step in which all who remained had to agree.
  func retract(
    _ measure: MeasureIndex, _ step: StepIndex?, remarks: String?, by person: PersonIndex,
    in state: RunState
  ) -> Decision {
    guard let round = state.rounds[measure] else { return .blocked([.noOpenRound(measure)]) }
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
    if let passed = stepRelying(onVoteOf: person, in: chosen, of: round) {
      return .blocked([
        .ofVote(.reliedUpon(measure, round.route, chosen, actor: person, by: passed))
      ])
    }
    return .accepted([
      .retracted(
        measure, round: round.number, step: chosen, remarks: remarks.withContent, by: person)
    ])
  }

  /// A passed step that would not have what it needs without a vote.
  private func stepRelying(
    onVoteOf person: PersonIndex, in step: StepIndex, of round: OpenRound
  ) -> StepIndex? {
    let rivals = plan.routes[round.route.position].rivals[step.position]
    guard !rivals.isEmpty else { return nil }
    var without = round
    retract(step, by: person, in: &without)
    return rivals.first { rival in
      round.passed[rival.position] && !electorate(of: rival, in: without).isSatisfied
    }
  }

  /// Forgets somebody's decision in a step, unless the step has passed.
  func retract(_ step: StepIndex, by person: PersonIndex, in round: inout OpenRound) {
    guard round.passed.indices.contains(step.position), !round.passed[step.position] else {
      return
    }
    round.votes.removeAll { $0.step == step && $0.person == person }
    round.dissents.removeAll { $0.step == step && $0.person == person }
  }
}

extension String? {
  /// The text, or `nil` where there is nothing in it but spaces.
  var withContent: String? {
    guard let self, !self.allSatisfy(\.isWhitespace) else { return nil }
    return self
  }
}

import RoadmapModel

extension Engine {
  /// How many approvals are tried before a round counts as one that can be completed.
  private static let mostTries = 512

  /// Whether some order of approvals completes a round, by trying; yes where that is not known.
  ///
  /// Asked only when somebody dissents where steps share people, which is rare; the first approvals
  /// tried mostly lead on.
  func canComplete(_ round: OpenRound) -> Bool {
    var seen: Set<OpenRound> = []
    var waiting = [round]
    var tries = 0
    while let current = waiting.popLast() {
      guard current.passed.contains(false) else { return true }
      for step in current.passed.indices.reversed() where !current.passed[step] {
        for vote in approvals(in: StepIndex(step), of: current) {
          tries += 1
          guard tries <= Self.mostTries else { return true }
          var next = current
          for step in stepsPassing(with: vote, in: current) { next.passed[step.position] = true }
          next.votes.append(vote)
          next.votes.sort { ($0.step, $0.person) < ($1.step, $1.person) }
          if seen.insert(next).inserted { waiting.append(next) }
        }
      }
    }
    return false
  }

  /// The approvals that can be given in a step of a round, apart from what they lead to.
  private func approvals(in step: StepIndex, of round: OpenRound) -> [OpenRound.Vote] {
    let people = Set(electorate(of: step, in: round).people + chairs(of: step, in: round))
    return people.sorted().compactMap { person in
      // In bound steps the hand that gave the first vote gives the others, too.
      let first = firstVote(of: person, boundTo: step, in: round)
      let hand = first?.person ?? person
      guard
        ballotBlockers(of: person, .approve, in: step, of: round, throughHandOf: hand).isEmpty
      else { return nil }
      var vote = OpenRound.Vote(
        step: step, person: hand, verdict: .approve, for: first?.representation,
        round: round.number, number: 0)
      vote.isChair = isChair(person, of: step, on: round.route, for: Request(round))
      return vote
    }
  }

  /// The vote of a person in the first of the steps that a step is bound to, if there is one.
  private func firstVote(
    of person: PersonIndex, boundTo step: StepIndex, in round: OpenRound
  ) -> OpenRound.Vote? {
    guard let leader = plan.routes[round.route.position].bound[step.position].first,
      leader != step
    else { return nil }
    return round.votes.first { $0.step == leader && $0.principal == person }
  }
}

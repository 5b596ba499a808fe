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
    return people.sorted().filter {
      ballotBlockers(of: $0, .approve, in: step, of: round).isEmpty
    }.map { person in
      var vote = OpenRound.Vote(step: step, person: person, verdict: .approve)
      vote.isChair = isChair(person, of: step, on: round.route, for: Request(round))
      return vote
    }
  }
}

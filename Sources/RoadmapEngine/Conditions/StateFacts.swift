import CivilTime
import RoadmapModel

/// What a state tells to conditions. The round that is being judged is seen as it would end.
struct StateFacts: RunFacts {
  let state: RunState
  let judged: RoundFacts?

  func state(of measure: MeasureIndex) -> StateIndex { state.state(of: measure) }

  func statesReached(by measure: MeasureIndex) -> StateSet { state.statesReached(by: measure) }

  func round(of measure: MeasureIndex) -> RoundFacts? {
    guard let round = state.openRound(of: measure) else { return nil }
    guard let judged, measure == judged.measure, round.number == judged.number else {
      return RoundFacts(round)
    }
    return judged
  }

  func attachments(of measure: MeasureIndex) -> [Attachment] { state.attachments(of: measure) }

  func receipt(of document: DocumentIndex) -> (number: String, date: CivilDate)? {
    state.receipt(of: document).map { ($0.number, $0.date) }
  }
}

extension RoundFacts {
  /// An open round.
  init(_ round: OpenRound) {
    self.init(
      measure: round.measure, transition: round.transition, number: round.number,
      requester: round.requester, route: round.route, votes: round.votes.map(Vote.init),
      passed: round.passed.indices.filter { round.passed[$0] }.map { StepIndex($0) })
  }

  /// An open round that `vote` completes.
  init(_ round: OpenRound, completedBy vote: OpenRound.Vote) {
    self.init(
      measure: round.measure, transition: round.transition, number: round.number,
      requester: round.requester, route: round.route,
      votes: (round.votes + [vote]).map(Vote.init),
      passed: round.passed.indices.map { StepIndex($0) })
  }
}

extension RoundFacts.Vote {
  fileprivate init(_ vote: OpenRound.Vote) {
    self.init(
      step: vote.step, person: vote.person, for: vote.principal,
      hasRemarks: vote.verdict == .approveWithRemarks)
  }
}

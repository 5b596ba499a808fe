@testable import RoadmapEngine
import RoadmapModel

extension RunState {
  /// Makes states alike that differ only in how they came about: for finding the same state again.
  mutating func forgetCounters() {
    eventCount = 0
    startedBy = startedBy.map { _ in .init(0) }
    for round in rounds.inOrder {
      rounds.update(round.measure) { round in
        round.votes = round.votes.map { $0.withoutCounters(in: round) }.inOrder
        round.dissents = round.dissents.map { $0.withoutCounters(in: round) }.inOrder
      }
    }
    let open = rounds.inOrder.map(\.measure)
    for position in standings.indices {
      standings[position].rounds = open.contains(.init(position)) ? 1 : 0
    }
    for measure in open { rounds.update(measure) { $0.number = 1 } }
  }
}

extension OpenRound.Vote {
  fileprivate func withoutCounters(in open: OpenRound) -> Self {
    var vote = Self(
      step: step, person: person, verdict: verdict, for: representation, seen: seen,
      round: round == open.number ? 1 : 0, number: 0)
    vote.isChair = isChair
    return vote
  }
}

extension [OpenRound.Vote] {
  fileprivate var inOrder: Self { sorted { ($0.step, $0.person) < ($1.step, $1.person) } }
}

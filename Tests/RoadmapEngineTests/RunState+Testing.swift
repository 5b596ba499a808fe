@testable import RoadmapEngine
import RoadmapModel

extension RunState {
  /// Makes states alike that differ only in how they came about: for finding the same state again.
  mutating func forgetCounters() {
    eventCount = 0
    startedBy = startedBy.map { _ in .init(0) }
    for round in rounds.inOrder {
      rounds.update(round.measure) { $0.votes.sort { ($0.step, $0.person) < ($1.step, $1.person) } }
    }
    let open = rounds.inOrder.map(\.measure)
    for position in standings.indices {
      standings[position].rounds = open.contains(.init(position)) ? 1 : 0
    }
    for measure in open { rounds.update(measure) { $0.number = 1 } }
  }
}

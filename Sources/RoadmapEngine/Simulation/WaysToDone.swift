import RoadmapModel

/// How many transitions lie between each state of the lifecycles and a done one, if all agree.
struct WaysToDone {
  private let distances: [[Int]]

  init(_ plan: Plan) { distances = plan.cycles.map(Self.distances) }

  /// The number of transitions, or more than there can be where no way leads there.
  func distance(from state: Int, in cycle: Int) -> Int {
    guard distances.indices.contains(cycle), distances[cycle].indices.contains(state) else {
      return .max
    }
    return distances[cycle][state]
  }

  private static func distances(of cycle: CyclePlan) -> [Int] {
    var found = (0..<cycle.stateCount).map {
      cycle.done & (1 << UInt64($0)) != 0 ? 0 : Int.max
    }
    // At most as many rounds as there are states, and these are 64 at most.
    for round in 0..<cycle.stateCount {
      for move in cycle.moves where found[Int(move.to)] == round {
        for state in found.indices
        where move.from & (1 << UInt64(state)) != 0 && found[state] == .max {
          found[state] = round + 1
        }
      }
    }
    return found
  }
}

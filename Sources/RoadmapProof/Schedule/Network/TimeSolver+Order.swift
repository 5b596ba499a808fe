import RoadmapModel

extension TimeSolver {
  /// The points of a loop in the order of the distances that lead forward, so that one pass takes
  /// a day as far as it goes.
  func forwardOrder(_ range: Range<Int>) -> [Int32] {
    let members = order.points[range]
    let ahead = forwardLinks(range)
    var waiting = [Int32](repeating: 0, count: members.count)
    for next in ahead.values { waiting[Int(next)] += 1 }
    var ready: [Int32] = []
    ready.reserveCapacity(members.count)
    for place in waiting.indices where waiting[place] == 0 {
      ready.append(Int32(truncatingIfNeeded: place))
    }
    var head = 0
    while head < ready.count {
      for next in ahead[Int(ready[head])] {
        waiting[Int(next)] -= 1
        if waiting[Int(next)] == 0 { ready.append(next) }
      }
      head += 1
    }
    for place in waiting.indices where waiting[place] > 0 {
      ready.append(Int32(truncatingIfNeeded: place))
    }
    return ready.map { members[range.lowerBound + Int($0)] }
  }

  /// The places in a loop that the distances from each place lead forward to.
  private func forwardLinks(_ range: Range<Int>) -> Rows<Int32> {
    let first = Int32(truncatingIfNeeded: range.lowerBound)
    let group = order.groupOf[Int(order.points[range.lowerBound])]
    var pairs: [(row: Int32, value: Int32)] = []
    for position in range {
      let point = Int(order.points[position])
      for arrival in order.arrivals(at: point) {
        let link = network.links[Int(order.incoming[arrival])]
        let from = Int(link.from)
        guard link.days >= 0, order.groupOf[from] == group, from != point else { continue }
        pairs.append((order.positionOf[from] - first, order.positionOf[point] - first))
      }
    }
    return Rows(rowCount: range.count, pairs: pairs)
  }
}

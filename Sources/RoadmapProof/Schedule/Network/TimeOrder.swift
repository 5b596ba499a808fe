/// The points of a network in an order in which what holds back comes before what is held back.
///
/// Found by Tarjan's algorithm over the distances that end at each point, on a stack of its own.
struct TimeOrder {
  /// Where the distances that end at each point begin in ``incoming``; one more than points.
  let starts: [Int32]
  /// The distances by the points that they end at.
  let incoming: [Int32]
  /// The points, those that hold back first; points that hold each other back stand together.
  private(set) var points: [Int32] = []
  /// Where each group of points begins in ``points`` that hold each other back, or of one point.
  private(set) var groups: [Int32] = []
  /// The group of each point.
  private(set) var groupOf: [Int32]
  /// Where each point stands in ``points``.
  private(set) var positionOf: [Int32]

  init(_ network: TimeNetwork) {
    var starts = [Int32](repeating: 0, count: network.count + 1)
    for link in network.links { starts[Int(link.to) + 1] += 1 }
    for point in 0..<network.count { starts[point + 1] += starts[point] }
    var next = starts
    var incoming = [Int32](repeating: 0, count: network.links.count)
    for (position, link) in network.links.enumerated() {
      incoming[Int(next[Int(link.to)])] = Int32(truncatingIfNeeded: position)
      next[Int(link.to)] += 1
    }
    self.starts = starts
    self.incoming = incoming
    groupOf = Array(repeating: -1, count: network.count)
    positionOf = groupOf
    points.reserveCapacity(network.count)
    groups.reserveCapacity(network.count + 1)
    walk(network)
    groups.append(Int32(truncatingIfNeeded: points.count))
  }

  /// The number of groups.
  var groupCount: Int { groups.count - 1 }

  /// The points of a group.
  @inline(__always)
  func range(of group: Int) -> Range<Int> { Int(groups[group])..<Int(groups[group + 1]) }

  /// The distances that end at a point, as positions in ``incoming``.
  @inline(__always)
  func arrivals(at point: Int) -> Range<Int> { Int(starts[point])..<Int(starts[point + 1]) }

  private mutating func walk(_ network: TimeNetwork) {
    var seen = [Int32](repeating: 0, count: network.count)
    var low = seen
    var next = starts
    var open: [Int32] = []
    var path: [Int32] = []
    var time: Int32 = 0
    for root in 0..<network.count where seen[root] == 0 {
      path.append(Int32(truncatingIfNeeded: root))
      while let top = path.last {
        let point = Int(top)
        if seen[point] == 0 {
          time += 1
          (seen[point], low[point]) = (time, time)
          open.append(top)
        }
        if let deeper = advance(point, network, &next, seen, &low) {
          path.append(deeper)
          continue
        }
        path.removeLast()
        if let parent = path.last { low[Int(parent)] = min(low[Int(parent)], low[point]) }
        if low[point] == seen[point] { close(top, &open) }
      }
    }
  }

  /// Looks at the next distances that end at a point; answers a point not seen yet.
  @inline(__always)
  private func advance(
    _ point: Int, _ network: TimeNetwork, _ next: inout [Int32], _ seen: [Int32],
    _ low: inout [Int32]
  ) -> Int32? {
    while next[point] < starts[point + 1] {
      let from = network.links[Int(incoming[Int(next[point])])].from
      next[point] += 1
      if seen[Int(from)] == 0 { return from }
      if groupOf[Int(from)] < 0 { low[point] = min(low[point], seen[Int(from)]) }
    }
    return nil
  }

  private mutating func close(_ root: Int32, _ open: inout [Int32]) {
    let group = Int32(truncatingIfNeeded: groups.count)
    groups.append(Int32(truncatingIfNeeded: points.count))
    while let point = open.popLast() {
      groupOf[Int(point)] = group
      positionOf[Int(point)] = Int32(truncatingIfNeeded: points.count)
      points.append(point)
      if point == root { break }
    }
  }
}

extension TimeSolver {
  /// The latest day of every point at which all distances and limits hold; `Int.max` where there
  /// is none. What was left out because of a conflict is left out here.
  ///
  /// - Parameter ends: upper limits in place of those of the network, one a point.
  /// - Returns: the days, one a point.
  func latest(within ends: [Int]? = nil) -> [Int] {
    var latest = ends ?? network.upper
    for point in latest.indices where isUnlimited[point] { latest[point] = .max }
    for group in stride(from: order.groupCount - 1, through: 0, by: -1) {
      let range = order.range(of: group)
      if range.count > 1 { rest(range, &latest) }
      for position in range { _ = push(Int(order.points[position]), &latest) }
    }
    return latest
  }

  /// Lowers the days of points that hold each other back until nothing moves.
  private func rest(_ range: Range<Int>, _ latest: inout [Int]) {
    let members = forwardOrder(range)
    let group = order.groupOf[Int(members[0])]
    var left = budget
    var moves = true
    while moves, left > 0 {
      moves = false
      left -= members.count
      for member in members.reversed() where push(Int(member), &latest, within: group) {
        moves = true
      }
    }
  }

  /// Lowers the days of the points that hold back `point`; answers whether one moved.
  @inline(__always)
  private func push(_ point: Int, _ latest: inout [Int], within group: Int32? = nil) -> Bool {
    let day = latest[point]
    guard day < .max else { return false }
    var moved = false
    for position in order.arrivals(at: point) {
      let index = Int(order.incoming[position])
      let link = network.links[index]
      let from = Int(link.from)
      if let group, order.groupOf[from] != group { continue }
      let greatest = network.line.greatest(before: day, link)
      guard greatest < latest[from], !isDropped[index] else { continue }
      latest[from] = greatest
      moved = true
    }
    return moved
  }
}

extension TimeSolver {
  /// The largest conflict that is searched for what it can do without.
  private static let largestReduced = 400

  /// The conflict without what it does not need.
  ///
  /// A chain that comes to no point twice needs all of itself, and so does a loop of constant
  /// distances. Others went around a loop whose working days came to rest, and may hold more than
  /// they need: each part is left out in turn.
  func reduced(_ conflict: TimeConflict) -> TimeConflict {
    guard !isPlain(conflict), conflict.links.count <= Self.largestReduced else { return conflict }
    var needed = conflict
    needed.links = needed.links.reduce(into: []) { kept, link in
      if !kept.contains(link) { kept.append(link) }
    }
    if needed.lower != nil {
      var without = needed
      without.lower = nil
      if isConflict(without) { needed = without }
    }
    if needed.upper != nil {
      var without = needed
      without.upper = nil
      if isConflict(without) { needed = without }
    }
    for link in needed.links {
      var without = needed
      without.links.removeAll { $0 == link }
      if isConflict(without) { needed = without }
    }
    return needed
  }

  private func isPlain(_ conflict: TimeConflict) -> Bool {
    let links = conflict.links.map { network.links[$0] }
    let points = links.map(\.to)
    guard Set(points).count == points.count else { return false }
    if let lower = conflict.lower {
      return conflict.upper != nil && !points.contains(Int32(truncatingIfNeeded: lower))
    }
    return links.allSatisfy { !$0.isWorking }
  }

  /// Whether these limits and distances cannot hold together.
  private func isConflict(_ candidate: TimeConflict) -> Bool {
    var places: [Int32: Int] = [:]
    for link in candidate.links {
      for point in [network.links[link].from, network.links[link].to]
      where places[point] == nil {
        places[point] = places.count
      }
    }
    for point in [candidate.lower, candidate.upper].compactMap({ $0 }) {
      let point = Int32(truncatingIfNeeded: point)
      if places[point] == nil { places[point] = places.count }
    }
    var small = TimeNetwork(network.line, points: places.count)
    if let lower = candidate.lower, let place = places[Int32(truncatingIfNeeded: lower)] {
      small.hold(place, from: network.lower[lower])
    }
    if let upper = candidate.upper, let place = places[Int32(truncatingIfNeeded: upper)] {
      small.hold(place, until: limit(of: upper))
    }
    for link in candidate.links.map({ network.links[$0] }) {
      guard let from = places[link.from], let to = places[link.to] else { continue }
      small.add(
        TimeLink(
          from: from, to: to, days: link.days, isWorking: link.isWorking,
          joinsStarts: link.joinsStarts))
    }
    let solver = TimeSolver(small, reduces: false)
    return !solver.conflicts.isEmpty
  }
}

extension TimeSolver {
  /// The most distances that are looked at to find a shorter chain for one conflict.
  private static let mostLooks = 300_000

  /// Why a point may be no later than a day: a distance that begins there, and the reason of the
  /// day that it leads to; -1 where that is the limit itself.
  private struct Bound {
    let point: Int32
    let day: Int
    let link: Int32
    let next: Int32
  }

  /// The chain of fewest distances that leads past the limit of `point`, where there is one of
  /// fewer than `count`; `nil` where there is none, or where too much would have to be looked at.
  ///
  /// Goes back from the limit by one distance at a time, each time to the points whose last day is
  /// earlier than with fewer distances, until one of them may not begin early enough.
  func shorterConflict(at point: Int, than count: Int) -> TimeConflict? {
    guard count > 1 else { return nil }
    var bounds = [
      Bound(point: Int32(truncatingIfNeeded: point), day: limit(of: point), link: -1, next: -1)
    ]
    var best: [Int32: Int] = [Int32(truncatingIfNeeded: point): limit(of: point)]
    var front = 0..<1
    var looks = 0
    for _ in 1..<count {
      var found: [Int32: Int] = [:]
      for position in front {
        let bound = bounds[position]
        for arrival in order.arrivals(at: Int(bound.point)) {
          looks += 1
          guard looks < Self.mostLooks else { return nil }
          let index = order.incoming[arrival]
          let link = network.links[Int(index)]
          guard !isDropped[Int(index)] else { continue }
          let day = network.line.greatest(before: bound.day, link)
          guard day < found[link.from] ?? best[link.from] ?? .max else { continue }
          found[link.from] = day
          let next = Int32(truncatingIfNeeded: position)
          bounds.append(Bound(point: link.from, day: day, link: index, next: next))
          guard network.lower[Int(link.from)] > day else { continue }
          return conflict(of: bounds[bounds.count - 1], bounds, at: point)
        }
      }
      best.merge(found) { $1 }
      front = front.upperBound..<bounds.count
      if front.isEmpty { return nil }
    }
    return nil
  }

  /// The chain of a bound; `nil` where it comes to a point twice.
  private func conflict(of bound: Bound, _ bounds: [Bound], at point: Int) -> TimeConflict? {
    var links: [Int] = []
    var seen: Set<Int32> = [bound.point]
    var next = bound
    var day = network.lower[Int(bound.point)]
    while next.link >= 0 {
      let link = network.links[Int(next.link)]
      guard seen.insert(link.to).inserted else { return nil }
      links.append(Int(next.link))
      day = network.line.least(after: day, link)
      next = bounds[Int(next.next)]
    }
    let excess = day - limit(of: point)
    guard excess > 0 else { return nil }
    return TimeConflict(lower: Int(bound.point), links: links, upper: point, excess: excess)
  }
}

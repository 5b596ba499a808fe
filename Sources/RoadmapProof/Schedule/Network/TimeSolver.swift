/// Finds the earliest day of every point of a network, and every conflict that stands alone.
///
/// Days rise from the lower limits along the distances until nothing moves: the least days at
/// which all distances hold. Where a day rises past a limit, or rises without end, the reasons of
/// the rise are a conflict. Then one distance of it is left out and the search goes on, so that
/// every conflict found lacks a distance of each one before it.
struct TimeSolver {
  /// The most conflicts that are told.
  static let mostConflicts = 100

  /// Why a point that lies on a loop has its day: the distance that led there, and the reason of
  /// the day that it led from. The distance is -1 for the lower limit of the point; the reason is
  /// -1 where the distance comes from outside of the loop.
  struct Reason {
    let link: Int32
    let previous: Int32
  }

  let network: TimeNetwork
  let order: TimeOrder
  /// The earliest day of each point.
  var days: [Int]
  /// The distance that led to the day of each point; -1 for its lower limit.
  var leads: [Int32]
  /// Where the reason of each point on a loop stands in ``reasons``; -1 for all others.
  var reasonOf: [Int32]
  var reasons: [Reason] = []
  /// Which distances were left out to go on after a conflict.
  var isDropped: [Bool]
  /// Which upper limits were left out.
  var isUnlimited: [Bool]
  /// The conflicts, at most ``mostConflicts``.
  private(set) var conflicts: [TimeConflict] = []
  /// How many conflicts there were beyond those told.
  private(set) var untold = 0
  /// How many visits of points on loops remain before a search gives up.
  var budget = 50_000_000
  /// Whether the search went through; where it did not, there may be conflicts that it missed.
  var isComplete = true
  /// Marks of the search for circles, one a point, where there are loops.
  var colors: [Int32] = []
  private let reduces: Bool

  /// Solves a network.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - reduces: whether conflicts are freed from what they do not need.
  init(_ network: TimeNetwork, reduces: Bool = true) {
    self.network = network
    self.reduces = reduces
    order = TimeOrder(network)
    days = network.lower
    leads = Array(repeating: -1, count: network.count)
    reasonOf = leads
    isDropped = Array(repeating: false, count: network.links.count)
    isUnlimited = Array(repeating: false, count: network.count)
    for group in 0..<order.groupCount {
      let range = order.range(of: group)
      if range.count == 1 {
        settle(Int(order.points[range.lowerBound]))
      } else {
        settleLoop(range)
      }
    }
  }

  /// The last day that a point may have.
  @inline(__always)
  func limit(of point: Int) -> Int {
    let end = network.line.range.upperBound
    return isUnlimited[point] ? .max : min(network.upper[point], end)
  }

  /// Gives a point that lies on no loop its day.
  private mutating func settle(_ point: Int) {
    pull(point)
    while days[point] > limit(of: point) { resolve(at: point) }
  }

  /// Takes the latest day that a distance or the lower limit of a point asks for.
  private mutating func pull(_ point: Int) {
    var day = network.lower[point]
    var lead: Int32 = -1
    for position in order.arrivals(at: point) {
      let index = order.incoming[position]
      let link = network.links[Int(index)]
      let least = network.line.least(after: days[Int(link.from)], link)
      guard least > day, !isDropped[Int(index)] else { continue }
      if Int(link.from) == point {
        report(TimeConflict(lower: nil, links: [Int(index)], upper: nil, excess: least - day))
        isDropped[Int(index)] = true
        continue
      }
      (day, lead) = (least, index)
    }
    (days[point], leads[point]) = (day, lead)
  }

  /// Tells why the day of a point is past its limit, and leaves out a distance of the conflict.
  private mutating func resolve(at point: Int) {
    var chain = explain(point)
    // What was left out before may have been a reason of days along the chain.
    for _ in 0..<Self.mostConflicts {
      refresh(chain.links[...])
      guard days[point] > limit(of: point) else { return }
      let now = explain(point)
      guard now != chain else { break }
      chain = now
    }
    guard !chain.links.contains(where: { isDropped[$0] }) else {
      isDropped[Int(leads[point])] = true
      return pull(point)
    }
    let conflict =
      shorterConflict(at: point, than: chain.links.count)
      ?? TimeConflict(
        lower: chain.root, links: chain.links, upper: point,
        excess: days[point] - limit(of: point))
    report(conflict)
    guard let dropped = drop(from: conflict.links) else {
      isUnlimited[point] = true
      return
    }
    refresh(conflict.links[dropped...])
  }

  /// Leaves out the last distance of a chain that may be; answers where in the chain it stands.
  mutating func drop(from links: [Int]) -> Int? {
    let loose = links.lastIndex { network.links[$0].isLoose } ?? links.indices.last
    if let loose { isDropped[links[loose]] = true }
    return loose
  }

  /// Whether a chain leads to `day` as things are; days that it no longer leads to are found anew.
  mutating func confirm(_ chain: (root: Int, links: [Int]), leadsTo day: Int) -> Bool {
    let reached = chain.links.reduce(network.lower[chain.root]) {
      network.line.least(after: $0, network.links[$1])
    }
    // A chain that comes to a point twice went around a loop more often than it tells.
    let points = chain.links.map { network.links[$0].to }
    let isSound =
      (reached == day || Set(points).count < points.count
        || points.contains(Int32(truncatingIfNeeded: chain.root)))
      && !chain.links.contains { isDropped[$0] }
    if !isSound { refresh(chain.links[...]) }
    return isSound
  }

  /// Gives the points along a chain their days anew.
  private mutating func refresh(_ links: ArraySlice<Int>) {
    for link in links {
      let point = Int(network.links[link].to)
      if reasonOf[point] < 0 { pull(point) }
    }
  }

  /// Notes a conflict.
  mutating func report(_ conflict: TimeConflict) {
    guard conflicts.count < Self.mostConflicts else {
      untold += 1
      return
    }
    conflicts.append(reduces ? reduced(conflict) : conflict)
  }

  /// The distance that led to the day of a point; `nil` where its lower limit did.
  func lead(of point: Int) -> Int? {
    let reason = reasonOf[point]
    let link = reason >= 0 ? reasons[Int(reason)].link : leads[point]
    return link >= 0 ? Int(link) : nil
  }

  /// The distances that led to the day of a point, in order, and the point that they begin at.
  func explain(_ point: Int) -> (root: Int, links: [Int]) {
    explain(point, by: reasonOf[point])
  }

  /// The distances that led to a day of a point for the reason `reason`.
  func explain(_ point: Int, by reason: Int32) -> (root: Int, links: [Int]) {
    var backwards: [Int] = []
    var (point, reason) = (point, reason)
    while true {
      let link = reason >= 0 ? reasons[Int(reason)].link : leads[point]
      guard link >= 0 else { break }
      backwards.append(Int(link))
      point = Int(network.links[Int(link)].from)
      let previous = reason >= 0 ? reasons[Int(reason)].previous : -1
      reason = previous >= 0 ? previous : reasonOf[point]
    }
    return (point, backwards.reversed())
  }
}

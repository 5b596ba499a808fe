/// Points of time, the days each may lie on, and least distances between them: a simple temporal
/// network whose distances may count working days.
///
/// Source: Dechter, Meiri, Pearl, Temporal constraint networks, 1991; with working days the
/// distances are monotone functions in place of constants (docs/decisions/0010).
struct TimeNetwork {
  /// The days of the network.
  let line: TimeLine
  /// The first day that each point may lie on.
  private(set) var lower: [Int]
  /// The last day that each point may lie on; `Int.max` where there is no limit.
  private(set) var upper: [Int]
  /// The distances.
  private(set) var links: [TimeLink] = []

  /// The number of points.
  var count: Int { lower.count }

  /// Creates a network of `count` points without limits.
  init(_ line: TimeLine, points count: Int) {
    self.line = line
    lower = Array(repeating: line.range.lowerBound, count: count)
    upper = Array(repeating: .max, count: count)
  }

  /// Makes room for `count` distances.
  mutating func reserve(links count: Int) { links.reserveCapacity(count) }

  /// Adds a distance; answers its position among ``links``.
  @discardableResult
  mutating func add(_ link: TimeLink) -> Int {
    links.append(link)
    return links.count - 1
  }

  /// Adds a point without limits; answers which.
  mutating func addPoint() -> Int {
    lower.append(line.range.lowerBound)
    upper.append(.max)
    return lower.count - 1
  }

  /// Allows a point no day before `day`; answers whether that says more than what was known.
  @discardableResult
  mutating func hold(_ point: Int, from day: Int) -> Bool {
    guard day > lower[point] else { return false }
    lower[point] = day
    return true
  }

  /// Allows a point no day after `day`; answers whether that says more than what was known.
  @discardableResult
  mutating func hold(_ point: Int, until day: Int) -> Bool {
    guard day < upper[point] else { return false }
    upper[point] = day
    return true
  }

  /// The same network with no limits but first days.
  func withoutUpperLimits() -> TimeNetwork {
    var network = self
    network.upper = Array(repeating: .max, count: upper.count)
    return network
  }
}

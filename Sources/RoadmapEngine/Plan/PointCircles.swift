import RoadmapModel

/// Which points of a graph lie on a circle together, found by Tarjan's algorithm on a stack of its
/// own: two points have the same number where each can be reached from the other.
struct PointCircles {
  private(set) var circles: [Int32]
  private let rows: Rows<Int32>
  private var seen: [Int32]
  private var low: [Int32]
  private var next: [Int]
  private var open: [Int32] = []
  private var time: Int32 = 0
  private var found: Int32 = 0

  init(_ rows: Rows<Int32>) {
    self.rows = rows
    circles = Array(repeating: -1, count: rows.count)
    seen = Array(repeating: 0, count: rows.count)
    low = seen
    next = (0..<rows.count).map { rows.range(of: $0).lowerBound }
    for root in 0..<rows.count where seen[root] == 0 { walk(from: root) }
  }

  private mutating func walk(from root: Int) {
    var path = [root]
    while let point = path.last {
      if seen[point] == 0 {
        time += 1
        (seen[point], low[point]) = (time, time)
        open.append(Int32(truncatingIfNeeded: point))
      }
      if let deeper = advance(point) {
        path.append(deeper)
        continue
      }
      path.removeLast()
      if let before = path.last { low[before] = min(low[before], low[point]) }
      if low[point] == seen[point] { close(point) }
    }
  }

  /// Looks at what a point waits for; answers the next point not seen yet.
  private mutating func advance(_ point: Int) -> Int? {
    while next[point] < rows.range(of: point).upperBound {
      let target = Int(rows.values[next[point]])
      next[point] += 1
      if seen[target] == 0 { return target }
      if circles[target] < 0 { low[point] = min(low[point], seen[target]) }
    }
    return nil
  }

  private mutating func close(_ root: Int) {
    while let point = open.popLast() {
      circles[Int(point)] = found
      if Int(point) == root { break }
    }
    found += 1
  }
}

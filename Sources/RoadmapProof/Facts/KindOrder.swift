import RoadmapModel

/// Which kind follows which.
struct KindOrder {
  /// The position of the kind that each one follows, or -1.
  let follows: [Int]
  /// The circles among them, in order, each begun at the kind written first.
  let cycles: [[KindIndex]]
  /// Whether a kind is on a circle or leads to one, so that it has no place in the order.
  let isUnordered: [Bool]

  init(_ roadmap: Roadmap) {
    let count = roadmap.kinds.count
    follows = roadmap.kinds.map { kind in
      guard let other = kind.follows?.position, (0..<count).contains(other) else { return -1 }
      return other
    }
    (cycles, isUnordered) = Self.cycles(among: follows)
  }

  /// The kinds that `kind` follows, directly and through others, nearest first; `kind` must be
  /// ordered.
  func predecessors(of kind: Int) -> [Int] {
    var found: [Int] = []
    var next = follows[kind]
    while next >= 0 {
      found.append(next)
      next = follows[next]
    }
    return found
  }

  private static func cycles(among follows: [Int]) -> ([[KindIndex]], [Bool]) {
    // 0: not seen; 1: in order; 2: on a circle or leading to one; from 3: on the way number n - 3
    var marks = [Int](repeating: 0, count: follows.count)
    var cycles: [[KindIndex]] = []
    for start in follows.indices where marks[start] == 0 {
      var way: [Int] = []
      var kind = start
      while kind >= 0, marks[kind] == 0 {
        marks[kind] = start + 3
        way.append(kind)
        kind = follows[kind]
      }
      let isNewCycle = kind >= 0 && marks[kind] == start + 3
      if isNewCycle, let first = way.firstIndex(of: kind) {
        cycles.append(way[first...].map { KindIndex($0) })
      }
      let mark = kind >= 0 && marks[kind] != 1 ? 2 : 1
      for passed in way { marks[passed] = mark }
    }
    let rotated = cycles.map { cycle in
      let first = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
      return Array(cycle[first...] + cycle[..<first])
    }
    return (rotated.sorted { $0[0] < $1[0] }, marks.map { $0 == 2 })
  }
}

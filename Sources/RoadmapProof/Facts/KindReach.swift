import RoadmapModel

/// Of which kinds the measures are that each node waits for, for up to 63 kinds at a time.
struct KindReach {
  /// The most kinds of one pass; the last bit of a word stands for what is not known.
  static let mostKinds = 63
  /// The bit for a measure whose kind or whose dependencies are not all known.
  static let unknown = UInt64(1) << 63

  private let facts: Facts
  /// The bit of each kind, or 0 for kinds of another pass.
  let bits: [UInt64]
  /// The kinds of this pass that follow each kind, directly or through others.
  private let followers: [UInt64]
  /// The kinds that each node waits for.
  private(set) var all: [UInt64]
  /// The same without kinds that should come later and are ``inversions`` already.
  private(set) var unblamed: [UInt64]
  /// The edges that make a measure wait for one that should come later.
  private(set) var inversions: [Inversion] = []

  /// An edge that brings kinds that should come later.
  struct Inversion {
    let node: Int
    let edge: Int
    let kinds: UInt64
  }

  /// - Parameters:
  ///   - kinds: the kinds of this pass, at most ``mostKinds``.
  ///   - order: which kind follows which.
  ///   - facts: what is known of the roadmap.
  init(of kinds: ArraySlice<Int>, _ order: KindOrder, _ facts: Facts) {
    self.facts = facts
    var bits = [UInt64](repeating: 0, count: order.follows.count)
    for (offset, kind) in kinds.prefix(Self.mostKinds).enumerated() { bits[kind] = 1 << offset }
    var followers = [UInt64](repeating: 0, count: order.follows.count)
    for kind in kinds where !order.isUnordered[kind] {
      for earlier in order.predecessors(of: kind) { followers[earlier] |= bits[kind] }
    }
    self.bits = bits
    self.followers = followers
    all = Array(repeating: 0, count: facts.graph.count)
    unblamed = all
    collect()
  }

  /// The measures' own kinds that an edge brings, or 0 where it only passes on.
  func own(_ edge: Int, of node: Int) -> UInt64 {
    guard edge != inheritingEdge(of: node) else { return 0 }
    let target = Int(facts.graph.targets[edge])
    return target < 0 ? 0 : bit(of: target)
  }

  private mutating func collect() {
    var cyclic = facts.order.cyclic[...]
    var position = 0
    while position < facts.order.nodes.count {
      if let range = cyclic.first, range.lowerBound == position {
        collect(together: facts.order.nodes[range])
        cyclic.removeFirst()
        position = range.upperBound
      } else {
        collect(Int(facts.order.nodes[position]))
        position += 1
      }
    }
  }

  private mutating func collect(_ node: Int) {
    let measure = facts.graph.measure(of: node).position
    let kind = Int(facts.columns.kinds[measure])
    let late = kind < 0 ? 0 : followers[kind]
    let inheriting = inheritingEdge(of: node)
    var every = facts.columns.areIncomplete[measure] ? Self.unknown : 0
    var blameless = every
    for edge in facts.graph.edges(of: node) {
      let target = Int(facts.graph.targets[edge])
      guard target >= 0 else { continue }
      let own = edge == inheriting ? 0 : bit(of: target)
      every |= all[target] | own
      let brought = unblamed[target] | own
      if brought & late != 0 {
        inversions.append(Inversion(node: node, edge: edge, kinds: brought & late))
      }
      blameless |= brought
    }
    all[node] = every
    unblamed[node] = blameless & ~late
  }

  /// Nodes that wait for each other wait for all that any of them waits for. Nobody is blamed
  /// among them or for what comes through them before the circle is broken.
  private mutating func collect(together nodes: ArraySlice<Int32>) {
    var every: UInt64 = 0
    for node in nodes.lazy.map({ Int($0) }) {
      if facts.columns.areIncomplete[facts.graph.measure(of: node).position] {
        every |= Self.unknown
      }
      for edge in facts.graph.edges(of: node) where facts.graph.targets[edge] >= 0 {
        every |= all[Int(facts.graph.targets[edge])] | own(edge, of: node)
      }
    }
    for node in nodes { all[Int(node)] = every }
  }

  /// The edge by which a node waits for what another one waits for, but not for that measure:
  /// a part for its parent's gate, an end for its own gate.
  @inline(__always)
  private func inheritingEdge(of node: Int) -> Int {
    let edges = facts.graph.edges(of: node)
    guard node < facts.graph.measureCount else { return edges.lowerBound }
    return facts.columns.parents[node] >= 0 ? edges.upperBound - 1 : -1
  }

  @inline(__always)
  private func bit(of node: Int) -> UInt64 {
    let kind = facts.columns.kinds[facts.graph.measure(of: node).position]
    return kind < 0 ? Self.unknown : bits[Int(kind)]
  }
}

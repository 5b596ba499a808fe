/// The nodes of a ``WaitGraph`` in an order in which what is waited for comes first.
///
/// Found by Tarjan's algorithm on a stack of its own. The numbers of that depth-first walk also
/// answer many questions of who waits for whom at once.
struct WaitOrder {
  /// The nodes, what is waited for first; nodes that wait for each other stand together.
  let nodes: [Int32]
  /// The stretches of ``nodes`` that wait for each other, in order: with more than one node, or
  /// with one that waits for itself.
  let cyclic: [Range<Int>]
  /// How many nodes the walk had left when it left each node.
  let left: [Int32]
  /// How many nodes the walk had left when it came to each node.
  let came: [Int32]

  init(_ graph: WaitGraph) {
    var walk = DepthFirstWalk(nodeCount: graph.count)
    for root in 0..<graph.count where walk.seen[root] == 0 { walk.run(from: root, in: graph) }
    nodes = walk.nodes
    cyclic = walk.cyclic
    left = walk.left
    came = walk.came
  }

  /// Whether the walk came to `other` from `node`, so that `node` surely waits for it.
  @inline(__always)
  func surelyWaits(_ node: Int, for other: Int) -> Bool {
    left[other] >= came[node] && left[other] < left[node]
  }
}

/// Tarjan's walk: every node once, every edge once.
private struct DepthFirstWalk {
  private(set) var nodes: [Int32] = []
  private(set) var cyclic: [Range<Int>] = []
  private(set) var left: [Int32]
  private(set) var came: [Int32]
  /// When each node was first seen, counting from 1; 0 for nodes not seen yet.
  private(set) var seen: [Int32]
  /// The earliest node still open that each node leads back to; the largest number for nodes
  /// whose component is complete.
  private var low: [Int32]
  /// The next edge to look at, for nodes on the path.
  private var nextEdge: [Int32]
  /// The nodes from the root to where the walk is.
  private var path: [Int32] = []
  /// The nodes seen whose component is not complete.
  private var open: [Int32] = []
  /// The nodes on the path that wait for themselves.
  private var waitingForThemselves: [Int32] = []
  private var seenCount: Int32 = 0
  private var leftCount: Int32 = 0

  init(nodeCount: Int) {
    seen = Array(repeating: 0, count: nodeCount)
    (low, nextEdge, left, came) = (seen, seen, seen, seen)
    nodes.reserveCapacity(nodeCount)
  }

  mutating func run(from root: Int, in graph: WaitGraph) {
    enter(root, in: graph)
    while let last = path.last {
      let node = Int(last)
      if let next = nextUnseen(from: node, in: graph) {
        enter(next, in: graph)
      } else {
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: Int, in graph: WaitGraph) {
    seenCount += 1
    seen[node] = seenCount
    low[node] = seenCount
    came[node] = leftCount
    nextEdge[node] = graph.starts[node]
    path.append(Int32(truncatingIfNeeded: node))
    open.append(Int32(truncatingIfNeeded: node))
  }

  private mutating func nextUnseen(from node: Int, in graph: WaitGraph) -> Int? {
    let end = Int(graph.starts[node + 1])
    var edge = Int(nextEdge[node])
    defer { nextEdge[node] = Int32(truncatingIfNeeded: edge) }
    while edge < end {
      let target = Int(graph.targets[edge])
      edge += 1
      guard target >= 0 else { continue }
      guard seen[target] != 0 else { return target }
      if target == node { waitingForThemselves.append(Int32(truncatingIfNeeded: node)) }
      low[node] = min(low[node], low[target])
    }
    return nil
  }

  private mutating func leave(_ node: Int) {
    path.removeLast()
    left[node] = leftCount
    leftCount += 1
    if let before = path.last { low[Int(before)] = min(low[Int(before)], low[node]) }
    var waitsForItself = false
    while waitingForThemselves.last.map({ Int($0) }) == node {
      waitingForThemselves.removeLast()
      waitsForItself = true
    }
    if low[node] == seen[node] { completeComponent(of: node, waitsForItself: waitsForItself) }
  }

  private mutating func completeComponent(of node: Int, waitsForItself: Bool) {
    let start = nodes.count
    while let last = open.popLast() {
      low[Int(last)] = .max
      nodes.append(last)
      if Int(last) == node { break }
    }
    if nodes.count - start > 1 || waitsForItself { cyclic.append(start..<nodes.count) }
  }
}

import RoadmapModel

/// Finds edges of a graph without cycles that other ways between the same nodes imply.
struct RedundancySearch {
  /// An edge and the node that it belongs to.
  typealias Edge = CycleSearch.Edge

  /// An edge that is implied.
  struct Redundancy {
    let node: Int
    let edge: Int
    /// The other way, from its first edge on, at most ``RedundancySearch/mostHops``.
    let way: [Edge]
  }

  /// The most edges looked at in one roadmap.
  static let mostSteps = 2_000_000
  /// The most edges looked at for one measure, so that one does not use up all.
  static let mostStepsOfMeasure = 20_000
  /// The most edges of a way that are told.
  static let mostHops = 8

  private let facts: Facts
  /// The least number with which the walk left any node that each node waits for.
  private var lowest: [Int32]
  /// The length of the longest way from each node.
  private var levels: [Int32]
  /// The question whose search came to each node last, counting from 1.
  private var searches: [Int32]
  /// How that search came there.
  private var arrivals: [Edge]
  /// Whether some dependency names a state or awaits a start, so that waiting for a measure may be
  /// less than waiting for its end.
  private let hasPartialWaits: Bool
  /// The nodes that the search has come to, kept for its room.
  private var queue: [Int32] = []
  private var question: Int32 = 0
  private var steps = 0

  init(_ facts: Facts) {
    self.facts = facts
    let count = facts.graph.count
    lowest = facts.order.left
    levels = Array(repeating: 0, count: count)
    searches = Array(repeating: 0, count: count)
    arrivals = Array(repeating: Edge(node: 0, position: 0), count: count)
    let dependencies = facts.roadmap.measures.dependencies.values
    hasPartialWaits = dependencies.contains { $0.reaches != nil || !$0.kind.awaitsFinish }
    measureDepths()
  }

  private mutating func measureDepths() {
    for node in facts.order.nodes.lazy.map({ Int($0) }) {
      for edge in facts.graph.edges(of: node) where facts.graph.targets[edge] >= 0 {
        let target = Int(facts.graph.targets[edge])
        lowest[node] = min(lowest[node], lowest[target])
        levels[node] = max(levels[node], levels[target] + 1)
      }
    }
  }

  /// The implied edges, in the order of the document.
  mutating func redundancies() -> [Redundancy] {
    var found: [Redundancy] = []
    for measure in 0..<facts.graph.measureCount {
      let edges = facts.graph.edges(of: measure)
      guard edges.count > 1, !isOccurrence(measure) else { continue }
      for edge in edges where isCandidate(edge, of: measure) {
        guard let way = otherWay(than: edge, of: measure) else { continue }
        found.append(Redundancy(node: measure, edge: edge, way: way))
      }
    }
    return found
  }

  /// Whether a measure is one turn of another, which is where its dependencies are written, once.
  private func isOccurrence(_ measure: Int) -> Bool {
    let occurrences = facts.roadmap.measures.occurrences
    return !occurrences.isEmpty && occurrences[MeasureIndex(measure)] != nil
  }

  /// Whether an edge is a plain dependency on a measure being carried out.
  private func isCandidate(_ edge: Int, of node: Int) -> Bool {
    facts.graph.targets[edge] >= 0 && facts.dependency(edge, of: node)?.isPlain == true
  }
}

// MARK: - Searching

extension RedundancySearch {
  /// Another way from `node` to what `edge` waits for, or `nil`.
  private mutating func otherWay(than edge: Int, of node: Int) -> [Edge]? {
    let goal = Int(facts.graph.targets[edge])
    queue.removeAll(keepingCapacity: true)
    for other in facts.graph.edges(of: node)
    where mayLead(other, to: goal) {
      let first = Edge(node: node, position: other)
      let target = Int(facts.graph.targets[other])
      if surelyLeads(target, to: goal) { return [first] + walkedWay(from: target, to: goal) }
      if queue.isEmpty { question += 1 }
      arrive(at: target, by: first)
    }
    return queue.isEmpty ? nil : search(for: goal, from: node)
  }

  /// Whether the end of an edge may wait for `goal` through others; false is certain.
  @inline(__always)
  private func mayLead(_ edge: Int, to goal: Int) -> Bool {
    let target = Int(facts.graph.targets[edge])
    return target >= 0 && facts.order.left[target] > facts.order.left[goal]
      && lowest[target] <= facts.order.left[goal] && levels[target] > levels[goal]
  }

  /// Whether the depth-first walk has shown already that `node` waits for the end of `goal`.
  private func surelyLeads(_ node: Int, to goal: Int) -> Bool {
    (!hasPartialWaits || goal >= facts.graph.measureCount)
      && facts.order.surelyWaits(node, for: goal)
  }

  private mutating func arrive(at node: Int, by edge: Edge) {
    guard searches[node] != question else { return }
    searches[node] = question
    arrivals[node] = edge
    queue.append(Int32(truncatingIfNeeded: node))
  }

  private mutating func search(for goal: Int, from start: Int) -> [Edge]? {
    let limit = min(steps + Self.mostStepsOfMeasure, Self.mostSteps)
    var head = 0
    while head < queue.count, steps < limit {
      let node = Int(queue[head])
      head += 1
      for edge in facts.graph.edges(of: node) {
        steps += 1
        let found = Edge(node: node, position: edge)
        let target = Int(facts.graph.targets[edge])
        if target == goal {
          if reachesEnd(edge, of: node) { return arrivedWay(from: start, to: node) + [found] }
        } else if mayLead(edge, to: goal) {
          if surelyLeads(target, to: goal) {
            return arrivedWay(from: start, to: node) + [found] + walkedWay(from: target, to: goal)
          }
          arrive(at: target, by: found)
        }
      }
    }
    return nil
  }

  /// Whether an edge waits for the end of its target and not only for its beginning.
  private func reachesEnd(_ edge: Int, of node: Int) -> Bool {
    let target = Int(facts.graph.targets[edge])
    guard hasPartialWaits, target < facts.graph.measureCount else { return true }
    return facts.waitsForEnd(edge, of: node)
  }

  private func arrivedWay(from start: Int, to end: Int) -> [Edge] {
    var backwards: [Edge] = []
    var node = end
    while node != start {
      backwards.append(arrivals[node])
      node = arrivals[node].node
    }
    return backwards.reversed()
  }

  /// The beginning of the way by which the depth-first walk came from `start` to `goal`.
  private func walkedWay(from start: Int, to goal: Int) -> [Edge] {
    var way: [Edge] = []
    var node = start
    while node != goal, way.count < Self.mostHops {
      let edges = facts.graph.edges(of: node).filter { facts.graph.targets[$0] >= 0 }
      let next =
        edges.first { Int(facts.graph.targets[$0]) == goal }
        ?? edges.first { facts.order.surelyWaits(Int(facts.graph.targets[$0]), for: goal) }
      guard let next else { return way }
      way.append(Edge(node: node, position: next))
      node = Int(facts.graph.targets[next])
    }
    return way
  }
}

extension Facts {
  /// Whether an edge waits no less than for the end of its measure: it does where it is no
  /// dependency, since a gate that something else waits for is an end, too.
  func waitsForEnd(_ edge: Int, of node: Int) -> Bool {
    guard let dependency = dependency(edge, of: node) else { return true }
    guard dependency.kind.awaitsFinish else { return false }
    guard let state = dependency.reaches else { return true }
    let lifecycle = columns.lifecycles[graph.measure(of: Int(graph.targets[edge])).position]
    return lifecycle >= 0 && lifecycles[Int(lifecycle)].wait(for: state) == .done
  }

  /// The dependency that an edge stands for, if it stands for one.
  func dependency(_ edge: Int, of node: Int) -> Dependency? {
    guard case .dependency(let position) = graph.edge(edge, of: node) else { return nil }
    let range = roadmap.measures.dependencies.range(of: graph.measure(of: node).position)
    return roadmap.measures.dependencies.values[range.lowerBound + position]
  }
}

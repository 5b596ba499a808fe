import Bilingual
import RoadmapModel

extension FindingCode {
  /// Measures that wait for each other, so that none of them can ever begin.
  public static let dependencyCycle = FindingCode("dependency-cycle")
}

extension Facts {
  /// Finds the cycles of the graph, each in its shortest form.
  ///
  /// Every dependency that lies on a cycle stands in one that is reported, as far as a hundred
  /// cycles of a knot go; the hundredth says how many dependencies are left.
  func dependencyCycles() -> [Finding] {
    guard !order.cyclic.isEmpty else { return [] }
    var search = CycleSearch(graph)
    let knots = order.cyclic.map { order.nodes[$0].sorted() }
    return knots.sorted { $0[0] < $1[0] }.flatMap { knot in
      let (cycles, rest) = search.cycles(in: knot)
      return cycles.enumerated().compactMap { position, cycle in
        finding(cycle, untold: position == cycles.count - 1 ? rest : 0)
      }
    }
  }

  private func finding(_ cycle: [CycleSearch.Edge], untold rest: Int) -> Finding? {
    let hops = cycle.compactMap { hop($0.position, of: $0.node) }
    let dependency = hops.lazy.map(\.element).first {
      if case .dependency = $0 { true } else { false }
    }
    guard let dependency else { return nil }
    let barsEnds = cycle.contains { edge in
      guard edge.node >= graph.measureCount else { return false }
      if case .dependency = graph.edge(edge.position, of: edge.node) { return true }
      return false
    }
    var told = sentence(hops)
    if rest > 0 {
      let count = CountedNoun(
        en: "more dependency", "more dependencies", ru: "зависимость", "зависимости",
        "зависимостей")(rest)
      told = told.appending(
        Text(
          en: "; \(count.en) among these measures lie on cycles, too",
          ru: "; между этими мероприятиями на кругах лежит ещё \(count.ru)"))
    }
    return .dependencyCycle(told, barsEnds: barsEnds, at: dependency, related: notes(hops))
  }
}

extension Finding {
  fileprivate static func dependencyCycle(
    _ cycle: Text, barsEnds: Bool, at element: Element, related: [Related]
  ) -> Self {
    let barred =
      barsEnds
      ? Text(en: "be carried out", ru: "завершиться") : Text(en: "begin", ru: "начаться")
    return Finding(
      .error, .dependencyCycle, at: element,
      Text(en: "dependency cycle: ", ru: "зависимости идут по кругу: ").appending(cycle),
      help: Text(
        en: "no measure of the cycle can ever \(barred.en); remove one of its dependencies",
        ru: "ни одно мероприятие круга не сможет \(barred.ru); уберите одну из его зависимостей"),
      related: related)
  }
}

/// Finds short cycles through given edges of a ``WaitGraph``.
struct CycleSearch {
  /// An edge and the node that it belongs to.
  struct Edge: Equatable {
    let node: Int
    let position: Int
  }

  /// The most cycles reported of nodes that all wait for each other.
  static let mostCycles = 100

  private let graph: WaitGraph
  /// Which knot each node belongs to, counting from 1; 0 for none searched yet.
  private var knots: [Int32]
  /// The search that came to each node last, counting from 1.
  private var searches: [Int32]
  /// The edge by which that search came, and the node that it belongs to.
  private var arrivals: [Edge]
  private var isShown: [Bool]
  private var knotCount: Int32 = 0
  private var searchCount: Int32 = 0

  init(_ graph: WaitGraph) {
    self.graph = graph
    knots = Array(repeating: 0, count: graph.count)
    searches = knots
    arrivals = Array(repeating: Edge(node: 0, position: 0), count: graph.count)
    isShown = Array(repeating: false, count: graph.targets.count)
  }

  /// The cycles among `knot`, nodes that all wait for each other, in order: for each dependency
  /// in the order of the document that stands in none so far, the shortest one through it; and
  /// how many dependencies remain when there are too many.
  mutating func cycles(in knot: [Int32]) -> (cycles: [[Edge]], rest: Int) {
    knotCount += 1
    for node in knot { knots[Int(node)] = knotCount }
    var cycles: [[Edge]] = []
    var rest = 0
    for node in knot.lazy.map({ Int($0) }) {
      for position in graph.edges(of: node) where isCandidate(position, of: node) {
        guard cycles.count < Self.mostCycles else {
          rest += 1
          continue
        }
        let cycle = shortestCycle(through: Edge(node: node, position: position))
        for edge in cycle { markShown(edge) }
        cycles.append(rotated(cycle))
      }
    }
    return (cycles, rest)
  }

  private func isCandidate(_ position: Int, of node: Int) -> Bool {
    let target = Int(graph.targets[position])
    guard target >= 0, knots[target] == knotCount, !isShown[position] else { return false }
    if case .dependency = graph.edge(position, of: node) { return true }
    return false
  }

  /// Marks an edge and others between the same nodes, which would tell the same cycle.
  private mutating func markShown(_ edge: Edge) {
    for position in graph.edges(of: edge.node)
    where graph.targets[position] == graph.targets[edge.position] {
      isShown[position] = true
    }
  }

  private mutating func shortestCycle(through first: Edge) -> [Edge] {
    searchCount += 1
    let start = Int(graph.targets[first.position])
    var queue = [start]
    var head = 0
    searches[start] = searchCount
    while head < queue.count, searches[first.node] != searchCount {
      let node = queue[head]
      head += 1
      for position in graph.edges(of: node) {
        let target = Int(graph.targets[position])
        guard target >= 0, knots[target] == knotCount, searches[target] != searchCount else {
          continue
        }
        searches[target] = searchCount
        arrivals[target] = Edge(node: node, position: position)
        queue.append(target)
      }
    }
    return [first] + path(from: start, to: first.node)
  }

  private func path(from start: Int, to end: Int) -> [Edge] {
    var backwards: [Edge] = []
    var node = end
    while node != start {
      backwards.append(arrivals[node])
      node = arrivals[node].node
    }
    return backwards.reversed()
  }

  /// The cycle begun at the measure that stands first in the document.
  private func rotated(_ cycle: [Edge]) -> [Edge] {
    let measures = cycle.map { graph.measure(of: $0.node) }
    guard let first = measures.min() else { return cycle }
    let count = cycle.count
    let start = measures.indices.first { position in
      measures[position] == first && measures[(position + count - 1) % count] != first
    }
    return Array(cycle[(start ?? 0)...] + cycle[..<(start ?? 0)])
  }
}

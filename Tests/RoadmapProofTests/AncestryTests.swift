import CivilTime
import RoadmapModel
import Testing

@testable import RoadmapProof

/// What measures come after is found without the graph of waiting; here the graph is asked, too.
@Suite struct AncestryTests {
  @Test(arguments: 0..<200)
  func `ancestors are those that the graph of waiting leads to`(seed: Int) {
    let roadmap = Self.roadmap(seed)
    let graph = Facts(roadmap).graph
    let ancestry = Ancestry(roadmap)
    for measure in roadmap.measures.indices {
      #expect(
        ancestry.ancestors(of: measure) == Self.ancestors(of: measure, in: graph), "\(measure)")
    }
    #expect(ancestry.ancestors(of: MeasureIndex(99)) == [])
  }

  private static func ancestors(of measure: MeasureIndex, in graph: WaitGraph) -> [MeasureIndex] {
    var seen: Set<Int> = [measure.position]
    var found: Set<MeasureIndex> = []
    var pending = [measure.position]
    while let node = pending.popLast() {
      for edge in graph.edges(of: node) where graph.targets[edge] >= 0 {
        let target = Int(graph.targets[edge])
        let kind = graph.edge(edge, of: node)
        if kind != .parent, kind != .own { found.insert(graph.measure(of: target)) }
        if seen.insert(target).inserted { pending.append(target) }
      }
    }
    return found.sorted()
  }

  /// A roadmap of eight measures, with parts, states, kinds of dependencies and lags at random.
  private static func roadmap(_ seed: Int) -> Roadmap {
    var numbers = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func number(below limit: Int) -> Int {
      numbers ^= numbers << 13
      numbers ^= numbers >> 7
      numbers ^= numbers << 17
      return Int(numbers >> 33) % limit
    }
    var measures = Measures()
    for position in 0..<8 {
      var entry = Measures.Entry()
      entry.lifecycle = LifecycleIndex(number(below: 5) == 0 ? 1 : 0)
      if position > 0, number(below: 3) == 0 {
        entry.parent = MeasureIndex(number(below: position))
      }
      let after = (0..<number(below: 3)).map { _ in
        let kind = Dependency.Kind.allCases[number(below: 4)]
        let state = kind.awaitsFinish && number(below: 3) == 0 ? StateIndex(number(below: 3)) : nil
        let bounds: Lag? =
          number(below: 6) == 0
          ? Lag(minimum: nil, maximum: DayCount(5, .calendar)) : nil
        return measures.dependency(
          on: MeasureIndex(number(below: 8)), reaches: state, kind: kind, lag: bounds)
      }
      measures.append(entry, owners: [], after: after, awaits: [])
    }
    return Roadmap(
      heading: .init(), people: [], roles: [], documents: [], kinds: [],
      lifecycles: [lifecycle(initial: 0), lifecycle(initial: 2)], routes: [], sections: [],
      measures: measures, texts: TextTable())
  }

  private static func lifecycle(initial: Int) -> Lifecycle {
    Lifecycle(
      id: "l", title: "l", initial: StateIndex(initial),
      states: (0..<3).map {
        Lifecycle.State(id: "s\($0)", title: "s\($0)", isDone: $0 == 2, isFinal: false)
      },
      transitions: (0..<2).map {
        Transition(
          id: "t\($0)", title: "t\($0)", from: StateSet([StateIndex($0)]), to: StateIndex($0 + 1),
          by: [.owner])
      })
  }
}

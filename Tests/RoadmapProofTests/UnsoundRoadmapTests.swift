import CivilTime
import RoadmapModel
import RoadmapProof
import Testing

@Test
func `a roadmap whose indices point anywhere is judged, twice the same`() {
  var maker = RoadmapMaker()
  for _ in 0..<5000 {
    let roadmap = maker.roadmap()
    #expect(prove(roadmap) == prove(roadmap))
  }
}

/// Makes small roadmaps at random, the same ones every time.
private struct RoadmapMaker {
  private var seed: UInt64 = 7

  private mutating func number(below limit: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((seed >> 33) % UInt64(limit))
  }

  /// An index that is often good, and sometimes far out.
  private mutating func index<Element>() -> DenseIndex<Element> {
    let limit = number(below: 4)
    return DenseIndex(limit == 0 ? number(below: 100) - 50 : number(below: limit * 2))
  }

  private mutating func often() -> Bool { number(below: 2) == 0 }

  private mutating func list<Value>(
    upTo most: Int, _ make: (inout Self) -> Value
  ) -> [Value] {
    (0..<number(below: most + 1)).map { _ in make(&self) }
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    often() ? make(&self) : nil
  }

  mutating func roadmap() -> Roadmap {
    var texts = TextTable()
    let measures = measures(&texts)
    return Roadmap(
      heading: .init(),
      people: list(upTo: 3) { Person(id: "p", name: "", roles: $0.list(upTo: 2) { $0.index() }) },
      roles: list(upTo: 3) { _ in Role(id: "r", title: "") }, documents: [],
      kinds: list(upTo: 4) { maker in
        Kind(id: "k", title: "", lifecycle: nil, follows: maker.maybe { $0.index() })
      },
      lifecycles: list(upTo: 3) { $0.lifecycle() }, routes: list(upTo: 3) { $0.route() },
      sections: list(upTo: 3) { maker in
        Section(
          number: "\(maker.number(below: 2))", title: "", parent: maker.maybe { $0.index() })
      },
      measures: measures, texts: texts)
  }

  private mutating func measures(_ texts: inout TextTable) -> Measures {
    var measures = Measures()
    for _ in 0..<number(below: 7) {
      var entry = Measures.Entry()
      entry.id = texts.add("x")
      entry.fullNumber = texts.add("\(number(below: 3))")
      entry.kind = maybe { $0.index() }
      entry.lifecycle = maybe { $0.index() }
      entry.parent = maybe { $0.index() }
      let day = CivilDate(dayNumber: number(below: 100))
      entry.due = Period(from: often() ? day : nil, to: day)
      entry.isIncomplete = number(below: 8) == 0
      measures.append(
        entry, owners: list(upTo: 2) { $0.index() },
        after: list(upTo: 3) { Dependency(on: $0.index(), reaches: $0.maybe { $0.index() }) },
        awaits: [],
        routes: list(upTo: 1) { RouteOverride(transition: $0.index(), route: $0.index()) })
    }
    return measures
  }

  private mutating func lifecycle() -> Lifecycle {
    Lifecycle(
      id: "l", title: "", initial: number(below: 9) == 0 ? index() : StateIndex(0),
      states: list(upTo: 4) { maker in
        Lifecycle.State(id: "s", title: "", isDone: maker.often(), isFinal: maker.often())
      },
      transitions: list(upTo: 4) { maker in
        Transition(
          id: "t", title: "", from: StateSet(bits: UInt64(maker.number(below: 16))),
          to: StateIndex(maker.number(below: 3)), by: maker.principals(),
          route: maker.maybe { $0.index() },
          onReturn: maker.maybe { StateIndex($0.number(below: 4)) }.map { [$0] } ?? [])
      })
  }

  private mutating func route() -> Route {
    let steps = list(upTo: 4) { maker in
      var step = Route.Step(id: "s", title: "", by: maker.principals(), quorum: maker.quorum())
      step.chair = maker.often() ? maker.principals() : []
      step.veto = maker.often() ? .everybody : .only(maker.principals())
      step.weights = maker.principals().map { Route.Weight($0, maker.often() ? .max : -3) }
      return step
    }
    return Route(
      id: "r", title: "", steps: steps, stages: [0..<steps.count],
      separations: list(upTo: 2) { maker in
        maker.list(upTo: 3) { $0.often() ? .requester : .step($0.index()) }
      })
  }

  private mutating func quorum() -> Quorum {
    let count = number(below: 200) - 50
    let groups = principals().map { Quorum.Group($0, count: often() ? .max : count) }
    return [
      .all, .any, .count(count), .percent(count), .count(.max), .moreThan(count), .weight(count),
      .weight(.max), .each(groups),
    ][number(below: 9)]
  }

  private mutating func principals() -> [Principal] {
    list(upTo: 3) { maker in
      [.owner, .lead, .requester, .person(maker.index()), .role(maker.index())][
        maker.number(below: 5)]
    }
  }
}

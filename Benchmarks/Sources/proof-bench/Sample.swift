import RoadmapModel

/// A roadmap whose measures take 50 routes of four steps, each with roles of its own and owners
/// who may hold them.
func sample(measures count: Int) -> Roadmap {
  let routeCount = 50
  let people = (0..<1_000).map { number in
    Person(
      id: "p\(number)", name: "Person \(number)",
      roles: [RoleIndex(number % 150), RoleIndex((number * 7 + 3) % 150)])
  }
  let routes = (0..<routeCount).map { number in
    let role = { (offset: Int) in Principal.role(RoleIndex((number * 3 + offset) % 150)) }
    return Route(
      id: "r\(number)", title: "",
      steps: [
        Route.Step(id: "law", title: "", by: [role(0)], quorum: .any),
        Route.Step(id: "money", title: "", by: [role(1), .owner], quorum: .count(2)),
        Route.Step(id: "board", title: "", by: [role(2)], quorum: .percent(60)),
        Route.Step(id: "confirm", title: "", by: [role(0), role(2)], quorum: .any),
      ], stages: [0..<1, 1..<3, 3..<4],
      separations: [
        [.requester, .step(StepIndex(0)), .step(StepIndex(3))],
        [.step(StepIndex(0)), .step(StepIndex(1)), .step(StepIndex(2))],
      ])
  }
  let lifecycles = (0..<routeCount).map { lifecycle($0, route: RouteIndex($0)) }
  var texts = TextTable()
  var table = Measures()
  for number in 0..<count {
    var entry = Measures.Entry()
    entry.id = texts.add("m\(number)")
    entry.lifecycle = LifecycleIndex(number % routeCount)
    entry.kind = KindIndex(number % routeCount)
    let owners = (0...number % 3).map { PersonIndex((number * 31 + $0 * 57) % 1_000) }
    let after = number > 0 && number % 4 == 0 ? [Dependency(on: MeasureIndex(number - 1))] : []
    table.append(entry, owners: owners, after: after, awaits: [])
  }
  return Roadmap(
    heading: Roadmap.Heading(), people: people,
    roles: (0..<150).map { Role(id: "role\($0)", title: "") }, documents: [],
    kinds: (0..<routeCount).map {
      Kind(id: "k\($0)", title: "", lifecycle: LifecycleIndex($0), follows: nil)
    },
    lifecycles: lifecycles, routes: routes,
    sections: [Section(number: "", title: "all", parent: nil)], measures: table, texts: texts)
}

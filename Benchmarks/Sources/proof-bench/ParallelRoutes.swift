import RoadmapModel

/// A roadmap of one measure whose route has so many stages, each of so many steps side by side, all
/// of which must pass. Each step has a role of its own with two holders; where it `separates`, none
/// of them decides in the same step of two stages that follow each other.
func parallelRoute(width: Int, stages: Int, separates: Bool) -> Roadmap {
  let steps = (0..<width * stages).map { number in
    Route.Step(
      id: "s\(number)", title: "", by: [.role(RoleIndex(number % width))], quorum: .any)
  }
  let separated = separates ? width * (stages - 1) : 0
  let separations: [[Route.Party]] = (0..<separated).map { number in
    [.step(StepIndex(number)), .step(StepIndex(number + width))]
  }
  let route = Route(
    id: "wide", title: "", steps: steps,
    stages: (0..<stages).map { $0 * width..<($0 + 1) * width }, separations: separations)
  var texts = TextTable()
  var table = Measures()
  var entry = Measures.Entry()
  entry.id = texts.add("m")
  entry.lifecycle = LifecycleIndex(0)
  entry.kind = KindIndex(0)
  table.append(entry, owners: [PersonIndex(0)], after: [], awaits: [])
  return Roadmap(
    heading: Roadmap.Heading(),
    people: (0..<width * 2).map {
      Person(id: "p\($0)", name: "Person \($0)", roles: [RoleIndex($0 % width)])
    },
    roles: (0..<width).map { Role(id: "role\($0)", title: "") }, documents: [],
    kinds: [Kind(id: "k", title: "", lifecycle: LifecycleIndex(0), follows: nil)],
    lifecycles: [lifecycle(route: RouteIndex(0))], routes: [route],
    sections: [Section(number: "", title: "all", parent: nil)], measures: table, texts: texts)
}

/// A lifecycle of two transitions, the second of which takes a route.
func lifecycle(_ number: Int = 0, route: RouteIndex) -> Lifecycle {
  Lifecycle(
    id: "l\(number)", title: "", initial: StateIndex(0),
    states: ["planned", "held", "done"].map {
      Lifecycle.State(id: $0, title: $0, isDone: $0 == "done", isFinal: false)
    },
    transitions: [
      Transition(
        id: "begin", title: "", from: StateSet([StateIndex(0)]), to: StateIndex(1), by: [.owner]),
      Transition(
        id: "finish", title: "", from: StateSet([StateIndex(1)]), to: StateIndex(2), by: [.lead],
        route: route, onReturn: StateIndex(0)),
    ])
}

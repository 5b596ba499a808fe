import RoadmapModel

/// A roadmap of any size: every measure waits for two earlier ones, every tenth has three parts,
/// five people hold each role.
struct Sample {
  static let begin = TransitionIndex(0)
  static let finish = TransitionIndex(1)
  static let reopen = TransitionIndex(2)
  static let adopt = TransitionIndex(3)
  static let recall = TransitionIndex(4)

  /// Who asks for everything; the owner of every measure.
  static let owner = PersonIndex(0)
  /// The steps of the route with somebody who may decide in each.
  static let votes: [(step: StepIndex, person: PersonIndex)] = [
    (StepIndex(0), PersonIndex(3)), (StepIndex(1), PersonIndex(8)),
    (StepIndex(2), PersonIndex(12)),
  ]

  static func roadmap(measures count: Int) -> Roadmap {
    var texts = TextTable()
    return Roadmap(
      heading: .init(), people: people, roles: (0..<3).map { Role(id: "r\($0)", title: "") },
      documents: [], kinds: [], lifecycles: [lifecycle], routes: [route], sections: [],
      measures: measures(count, &texts), texts: texts)
  }

  private static var people: [Person] {
    (0..<16).map { number in
      Person(
        id: "p\(number)", name: "", roles: number == 0 ? [] : [RoleIndex((number - 1) / 5)])
    }
  }

  private static var lifecycle: Lifecycle {
    func state(_ id: String, isDone: Bool = false) -> Lifecycle.State {
      .init(id: id, title: id, isDone: isDone, isFinal: false)
    }
    func move(_ id: String, _ from: Int, _ to: Int, route: RouteIndex? = nil) -> Transition {
      Transition(
        id: id, title: id, from: StateSet([StateIndex(from)]), to: StateIndex(to), by: [.owner],
        route: route)
    }
    return Lifecycle(
      id: "work", title: "work", initial: StateIndex(0),
      states: [state("planned"), state("active"), state("done", isDone: true)],
      transitions: [
        move("begin", 0, 1), move("finish", 1, 2), move("reopen", 2, 0),
        move("adopt", 1, 2, route: RouteIndex(0)), move("recall", 2, 1),
      ])
  }

  /// Two steps side by side, then one; any of five people in each.
  private static var route: Route {
    Route(
      id: "adoption", title: "",
      steps: (0..<3).map { step in
        Route.Step(id: "s\(step)", title: "", by: [.role(RoleIndex(step))], quorum: .any)
      }, stages: [0..<2, 2..<3],
      separations: [[.requester, .step(StepIndex(2))]])
  }

  private static func measures(_ count: Int, _ texts: inout TextTable) -> Measures {
    var table = Measures()
    table.reserve(count)
    for number in 0..<count {
      var entry = Measures.Entry()
      entry.id = texts.add("m\(number)")
      entry.lifecycle = LifecycleIndex(0)
      let place = number % 10
      if (1...3).contains(place) { entry.parent = MeasureIndex(number - place) }
      let before = [number - 4 - place, number - 27].filter { $0 >= 0 }
      table.append(
        entry, owners: [owner, PersonIndex(1)],
        after: before.map { Dependency(on: MeasureIndex($0)) },
        awaits: [])
    }
    return table
  }
}

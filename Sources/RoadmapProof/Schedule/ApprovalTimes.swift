import CivilTime
import RoadmapModel

/// How long the approvals may take that a measure must pass on its way to being done.
///
/// A stage takes as long as the longest `within` of its steps: nobody may count on less. Of several
/// ways to a done state the one with the shortest approvals counts.
struct ApprovalTimes {
  /// A stage that says how long it may take.
  struct Stage {
    let route: RouteIndex
    let stage: Int
    let days: DayCount
  }

  private let roadmap: Roadmap
  private let stagesOfRoutes: [[Stage]]
  private let stagesOfLifecycles: [[Stage]]

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    let stages = roadmap.routes.enumerated().map { position, route in
      Self.stages(of: route, RouteIndex(position))
    }
    stagesOfRoutes = stages
    guard stages.contains(where: { !$0.isEmpty }) else {
      stagesOfLifecycles = []
      return
    }
    stagesOfLifecycles = roadmap.lifecycles.map { lifecycle in
      Self.shortest(lifecycle, stages) { $0.route }
    }
  }

  /// The stages of a measure that say how long they may take, in their order.
  func stages(of measure: MeasureIndex) -> [Stage] {
    guard let lifecycle = roadmap.measures[measure].lifecycle,
      stagesOfLifecycles.indices.contains(lifecycle.position)
    else { return [] }
    guard !roadmap.measures.routeOverrides.isEmpty,
      let own = roadmap.measures.routeOverrides[measure]
    else { return stagesOfLifecycles[lifecycle.position] }
    let transitions = roadmap.lifecycles[lifecycle.position].transitions
    return Self.shortest(roadmap.lifecycles[lifecycle.position], stagesOfRoutes) { transition in
      let index = transitions.firstIndex(of: transition).map { TransitionIndex($0) }
      return own.first { $0.transition == index }?.route ?? transition.route
    }
  }

  private static func stages(of route: Route, _ index: RouteIndex) -> [Stage] {
    route.stages.enumerated().compactMap { position, range in
      let steps = route.steps.indices.clamped(to: range)
      let longest = steps.compactMap { route.steps[$0].within }.max {
        $0.estimate < $1.estimate
      }
      return longest.map { Stage(route: index, stage: position, days: $0) }
    }
  }

  /// The stages on the way to a done state whose approvals take the fewest days.
  private static func shortest(
    _ lifecycle: Lifecycle, _ stages: [[Stage]], route: (Transition) -> RouteIndex?
  ) -> [Stage] {
    let states = lifecycle.states.indices
    guard states.contains(lifecycle.initial.position) else { return [] }
    var best: [(days: Int, stages: [Stage])?] = Array(repeating: nil, count: states.count)
    best[lifecycle.initial.position] = (0, [])
    var moved = true
    while moved {
      moved = false
      for transition in lifecycle.transitions where states.contains(transition.to.position) {
        let passed = route(transition).flatMap { route in
          stages.indices.contains(route.position) ? stages[route.position] : nil
        }
        let own = passed ?? []
        for from in transition.from.states where states.contains(from.position) {
          guard let before = best[from.position] else { continue }
          let days = own.reduce(before.days) { $0 + $1.days.estimate }
          if let known = best[transition.to.position], known.days <= days { continue }
          best[transition.to.position] = (days, before.stages + own)
          moved = true
        }
      }
    }
    let done = lifecycle.doneStates.states.compactMap { state in
      states.contains(state.position) ? best[state.position] : nil
    }
    return done.min { $0.days < $1.days }?.stages ?? []
  }
}

extension DayCount {
  /// About how many fifths of a day of the calendar it is.
  fileprivate var estimate: Int { unit == .working ? count * 7 : count * 5 }
}

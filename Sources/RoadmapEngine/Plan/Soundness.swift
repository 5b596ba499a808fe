import RoadmapModel

/// Finds what in a definition points at nothing, so that the engine fails closed instead of
/// trapping or stepping over it.
struct Soundness {
  private let roadmap: Roadmap

  init(_ roadmap: Roadmap) { self.roadmap = roadmap }

  /// Whether all that a measure refers to exists.
  func isSound(_ measure: MeasureIndex) -> Bool {
    let entry = roadmap.measures[measure]
    guard !entry.isIncomplete, let cycle = entry.lifecycle,
      roadmap.lifecycles.indices.contains(cycle.position)
    else { return false }
    if let parent = entry.parent, parent.raw < 0 || parent >= measure { return false }
    let row = measure.position
    return roadmap.measures.owners[row].allSatisfy { has($0) }
      && roadmap.measures.awaits[row].allSatisfy {
        roadmap.documents.indices.contains($0.position)
      }
      && roadmap.measures.dependencies[row].allSatisfy { isSound($0) }
      && (roadmap.measures.routeOverrides[measure] ?? []).allSatisfy {
        roadmap.routes.indices.contains($0.route.position)
      }
  }

  /// Whether a lifecycle keeps to its states, and its transitions name people and routes that there
  /// are.
  func isSound(_ lifecycle: Lifecycle) -> Bool {
    lifecycle.isClosed
      && lifecycle.transitions.allSatisfy { transition in
        transition.by.allSatisfy(isSound)
          && transition.route.map { roadmap.routes.indices.contains($0.position) } ?? true
      }
  }

  /// Whether the steps that the same people must decide exist and open one after the other.
  private func areBindingsSound(of route: Route) -> Bool {
    route.bindings.allSatisfy { binding in
      binding.allSatisfy { route.steps.indices.contains($0.position) }
    }
      && route.boundSteps.allSatisfy { group in
        route.stages.allSatisfy { stage in group.count { stage.contains($0.position) } <= 1 }
      }
  }

  /// Whether a route has steps, its stages hold every one of them once and in order, and its
  /// separations name steps that it has: a route without steps would approve by itself.
  func isSound(_ route: Route) -> Bool {
    var next = 0
    for stage in route.stages {
      guard stage.lowerBound == next, !stage.isEmpty else { return false }
      next = stage.upperBound
    }
    let parties = route.separations.joined()
    return !route.steps.isEmpty && next == route.steps.count && areBindingsSound(of: route)
      && route.steps.allSatisfy { $0.voices.allSatisfy(isSound) }
      && parties.allSatisfy { $0.step.map { route.steps.indices.contains($0.position) } ?? true }
  }

  private func isSound(_ dependency: Dependency) -> Bool {
    let predecessor = dependency.predecessor
    guard roadmap.measures.entries.indices.contains(predecessor.position) else { return false }
    guard let state = dependency.reaches else { return true }
    guard let cycle = roadmap.measures[predecessor].lifecycle,
      roadmap.lifecycles.indices.contains(cycle.position)
    else { return false }
    return roadmap.lifecycles[cycle.position].states.indices.contains(state.position)
  }

  /// Whether whoever is meant exists.
  func isSound(_ principal: Principal) -> Bool {
    switch principal {
    case .owner, .lead, .requester: true
    case .person(let person): has(person)
    case .role(let role): roadmap.roles.indices.contains(role.position)
    }
  }

  private func has(_ person: PersonIndex) -> Bool {
    roadmap.people.indices.contains(person.position)
  }
}

import RoadmapModel

/// Which transitions and routes the measures of a roadmap really use.
struct LifecycleUse {
  /// A route as a transition takes it.
  struct RouteUse: Hashable {
    let lifecycle: LifecycleIndex
    let transition: TransitionIndex
    let route: RouteIndex
  }

  /// The measures of each lifecycle in order, leaving out those that are incomplete.
  private(set) var measures: [[MeasureIndex]]
  /// The routes that transitions take where the measure names no other, in order.
  private(set) var common: [RouteUse] = []
  /// The routes that measures name themselves, with these measures, in order.
  private(set) var own: [(use: RouteUse, measures: [MeasureIndex])] = []
  /// Which transitions each measure has routes of its own for.
  private(set) var overridden: [MeasureIndex: Set<TransitionIndex>] = [:]

  init(_ roadmap: Roadmap, _ columns: MeasureColumns, _ lifecycles: [LifecycleFacts]) {
    measures = Array(repeating: [], count: roadmap.lifecycles.count)
    for position in 0..<columns.count {
      let measure = MeasureIndex(position)
      guard let lifecycle = columns.soundLifecycle(of: measure) else { continue }
      measures[lifecycle.position].append(measure)
    }
    let counts = addOwn(roadmap, columns)
    addCommon(roadmap, lifecycles, overrideCounts: counts)
  }

  private mutating func addOwn(_ roadmap: Roadmap, _ columns: MeasureColumns) -> [RouteUse: Int] {
    var places: [RouteUse: Int] = [:]
    var counts: [RouteUse: Int] = [:]
    for measure in roadmap.measures.routeOverrides.keys.sorted() {
      guard let lifecycle = columns.soundLifecycle(of: measure) else { continue }
      for override in roadmap.measures.routeOverrides[measure] ?? [] {
        let transitions = roadmap.lifecycles[lifecycle.position].transitions
        guard roadmap.routes.indices.contains(override.route.position),
          transitions.indices.contains(override.transition.position),
          overridden[measure, default: []].insert(override.transition).inserted
        else { continue }
        let use = RouteUse(
          lifecycle: lifecycle, transition: override.transition, route: override.route)
        if let route = transitions[override.transition.position].route {
          counts[
            RouteUse(lifecycle: lifecycle, transition: override.transition, route: route),
            default: 0] += 1
        }
        if let place = places[use] {
          own[place].measures.append(measure)
        } else {
          places[use] = own.count
          own.append((use, [measure]))
        }
      }
    }
    return counts
  }

  private mutating func addCommon(
    _ roadmap: Roadmap, _ lifecycles: [LifecycleFacts], overrideCounts: [RouteUse: Int]
  ) {
    for (position, lifecycle) in roadmap.lifecycles.enumerated() {
      guard lifecycles[position].isSound else { continue }
      for (offset, transition) in lifecycle.transitions.enumerated() {
        guard let route = transition.route, roadmap.routes.indices.contains(route.position)
        else { continue }
        let use = RouteUse(
          lifecycle: LifecycleIndex(position), transition: TransitionIndex(offset), route: route)
        if measures[position].count > overrideCounts[use, default: 0] { common.append(use) }
      }
    }
  }
}

extension MeasureColumns {
  /// The lifecycle of a measure that is complete, where it has a sound one.
  func soundLifecycle(of measure: MeasureIndex) -> LifecycleIndex? {
    guard measure.raw >= 0, measure.position < count,
      !areIncomplete[measure.position]
    else { return nil }
    let lifecycle = lifecycles[measure.position]
    return lifecycle < 0 ? nil : LifecycleIndex(raw: lifecycle)
  }
}

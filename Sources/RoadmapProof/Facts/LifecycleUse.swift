import RoadmapModel

/// Which transitions and routes the measures of a roadmap really use.
struct LifecycleUse {
  /// A route as a transition takes it.
  struct RouteUse: Hashable {
    let lifecycle: LifecycleIndex
    let transition: TransitionIndex
    let route: RouteIndex
  }

  /// The number of measures of each lifecycle, leaving out those that are incomplete.
  private(set) var measureCounts: [Int]
  /// The routes that transitions take where the measure names no other, in order.
  private(set) var common: [RouteUse] = []
  /// The routes that measures name themselves, with these measures, in order.
  private(set) var own: [(use: RouteUse, measures: [MeasureIndex])] = []
  /// Which transitions each measure has routes of its own for.
  private(set) var overridden: [MeasureIndex: Set<TransitionIndex>] = [:]

  init(_ facts: Facts) {
    measureCounts = Array(repeating: 0, count: facts.roadmap.lifecycles.count)
    for (lifecycle, isIncomplete) in zip(facts.columns.lifecycles, facts.columns.areIncomplete)
    where lifecycle >= 0 && !isIncomplete {
      measureCounts[Int(lifecycle)] += 1
    }
    let counts = addOwn(facts)
    addCommon(facts, overrideCounts: counts)
  }

  private mutating func addOwn(_ facts: Facts) -> [RouteUse: Int] {
    var places: [RouteUse: Int] = [:]
    var counts: [RouteUse: Int] = [:]
    for measure in facts.roadmap.measures.routeOverrides.keys.sorted() {
      guard let lifecycle = facts.soundLifecycle(of: measure) else { continue }
      for override in facts.roadmap.measures.routeOverrides[measure] ?? [] {
        let transitions = facts.roadmap.lifecycles[lifecycle.position].transitions
        guard facts.roadmap.routes.indices.contains(override.route.position),
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

  private mutating func addCommon(_ facts: Facts, overrideCounts: [RouteUse: Int]) {
    for (position, lifecycle) in facts.roadmap.lifecycles.enumerated() {
      guard facts.lifecycles[position].isSound else { continue }
      for (offset, transition) in lifecycle.transitions.enumerated() {
        guard let route = transition.route, facts.roadmap.routes.indices.contains(route.position)
        else { continue }
        let use = RouteUse(
          lifecycle: LifecycleIndex(position), transition: TransitionIndex(offset), route: route)
        if measureCounts[position] > overrideCounts[use, default: 0] { common.append(use) }
      }
    }
  }
}

extension Facts {
  /// The lifecycle of a measure that is complete, where it has a sound one.
  func soundLifecycle(of measure: MeasureIndex) -> LifecycleIndex? {
    guard measure.raw >= 0, measure.position < columns.count,
      !columns.areIncomplete[measure.position]
    else { return nil }
    let lifecycle = columns.lifecycles[measure.position]
    return lifecycle < 0 ? nil : LifecycleIndex(raw: lifecycle)
  }
}

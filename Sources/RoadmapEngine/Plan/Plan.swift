import RoadmapModel

/// What the engine needs of a roadmap at every step, checked once and laid out flat.
///
/// After this no index needs another check: whatever points outside the roadmap's tables makes
/// its measure unsound, and an unsound measure never moves.
struct Plan: Sendable {
  /// What the engine needs of a measure.
  struct MeasurePlan: Sendable {
    /// The position of its lifecycle in ``Plan/cycles``, or -1 where the measure is unsound.
    var cycle: Int32
    /// The measure that it is a part of, always an earlier one, or -1.
    var parent: Int32
    /// Whether some of its transitions take routes of the measure's own.
    var hasOwnRoutes: Bool
  }

  let measures: [MeasurePlan]
  let cycles: [CyclePlan]
  let routes: [RoutePlan]
  /// The rules about duties across routes.
  let duties: DutyPlan
  /// Whether some route wants signatures.
  let wantsSignatures: Bool
  /// The initial state of every measure.
  let initialStates: [UInt8]
  /// The states whose days must be known, because a dependency with a lag names them; and whether
  /// each comes only with the finish, so that it counts as one.
  let milestones: [RunDays.Milestone: Bool]
  /// What negative lags mean for a run; `nil` where there are none.
  let leads: LeadPlan?

  init(_ roadmap: Roadmap) {
    let sound = Soundness(roadmap)
    cycles = roadmap.lifecycles.map { CyclePlan($0, isSound: sound.isSound($0)) }
    let duties = DutyPlan(roadmap)
    self.duties = duties
    routes = roadmap.routes.enumerated().map { position, route in
      RoutePlan(
        route, isSound: sound.isSound(route),
        adding: duties.separations(within: RouteIndex(position), steps: route.steps.count))
    }
    wantsSignatures = routes.contains { $0.signatures != .optional }
    let cycles = cycles
    measures = roadmap.measures.indices.map { measure in
      let entry = roadmap.measures[measure]
      guard duties.isSound, sound.isSound(measure), let cycle = entry.lifecycle,
        cycles[cycle.position].isSound
      else { return MeasurePlan(cycle: -1, parent: -1, hasOwnRoutes: false) }
      return MeasurePlan(
        cycle: cycle.raw, parent: entry.parent?.raw ?? -1,
        hasOwnRoutes: roadmap.measures.routeOverrides[measure] != nil)
    }
    milestones = Self.milestones(of: roadmap)
    leads = LeadPlan(roadmap)
    initialStates = measures.map { $0.cycle < 0 ? 0 : cycles[Int($0.cycle)].initial }
  }

  private static func milestones(of roadmap: Roadmap) -> [RunDays.Milestone: Bool] {
    let named = roadmap.measures.dependencies.values.filter { $0.hasLag && $0.reaches != nil }
    guard !named.isEmpty else { return [:] }
    let facts = LifecycleFacts.all(of: roadmap)
    var found: [RunDays.Milestone: Bool] = [:]
    for dependency in named {
      guard let state = dependency.reaches else { continue }
      let milestone = RunDays.Milestone(measure: dependency.predecessor, state: state)
      found[milestone] = LeadPlan.isFinish(dependency, in: roadmap, facts)
    }
    return found
  }

  /// Whether there is such a measure.
  func has(_ measure: MeasureIndex) -> Bool {
    measure.raw >= 0 && measure.position < measures.count
  }

  /// The lifecycle of a measure, which must exist; `nil` where it is unsound.
  func cycle(of measure: MeasureIndex) -> CyclePlan? {
    let cycle = measures[measure.position].cycle
    return cycle < 0 ? nil : cycles[Int(cycle)]
  }
}

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
  /// Whether some route wants signatures.
  let wantsSignatures: Bool
  /// The initial state of every measure.
  let initialStates: [UInt8]
  /// The states whose days must be known, because a dependency with a lag names them.
  let milestones: Set<RunDays.Milestone>

  init(_ roadmap: Roadmap) {
    let sound = Soundness(roadmap)
    cycles = roadmap.lifecycles.map { CyclePlan($0, isSound: sound.isSound($0)) }
    routes = roadmap.routes.map { RoutePlan($0, isSound: sound.isSound($0)) }
    wantsSignatures = routes.contains { $0.signatures != .optional }
    let cycles = cycles
    measures = roadmap.measures.indices.map { measure in
      let entry = roadmap.measures[measure]
      guard sound.isSound(measure), let cycle = entry.lifecycle, cycles[cycle.position].isSound
      else { return MeasurePlan(cycle: -1, parent: -1, hasOwnRoutes: false) }
      return MeasurePlan(
        cycle: cycle.raw, parent: entry.parent?.raw ?? -1,
        hasOwnRoutes: roadmap.measures.routeOverrides[measure] != nil)
    }
    milestones = Set(
      roadmap.measures.dependencies.values.compactMap { dependency in
        guard dependency.hasLag, let state = dependency.reaches else { return nil }
        return RunDays.Milestone(measure: dependency.predecessor, state: state)
      })
    initialStates = measures.map { $0.cycle < 0 ? 0 : cycles[Int($0.cycle)].initial }
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

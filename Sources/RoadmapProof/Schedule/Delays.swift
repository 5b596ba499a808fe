public import CivilTime
public import RoadmapModel

/// What comes of measures that begin later than they could.
public struct Delays: Sendable {
  /// A measure whose earliest days move.
  public struct Slip: Hashable, Sendable {
    /// The measure.
    public let measure: MeasureIndex
    /// Its earliest days without the delays.
    public let before: Schedule.Span
    /// Its earliest days with them.
    public let after: Schedule.Span
    /// Its last day, where it cannot be kept any more.
    public let brokenLimit: Int?
  }

  /// The schedule without the delays.
  public let schedule: Schedule
  /// The measures whose earliest days move, by the days to which they move.
  public let slips: [Slip]
  /// What cannot hold together with the delays.
  public let conflicts: [ScheduleConflict]
  /// How many conflicts there are beyond those.
  public let untoldConflicts: Int

  /// Tries delays of measures of a roadmap.
  ///
  /// - Parameters:
  ///   - roadmap: the roadmap.
  ///   - delays: the measures, and by how much later than at the earliest each begins.
  public init(of roadmap: Roadmap, _ delays: [(measure: MeasureIndex, days: DayCount)]) {
    let facts = Facts(roadmap)
    let network = ScheduleNetwork(facts)
    let schedule = Schedule(facts, network, TimeSolver(network.network))
    self.schedule = schedule
    var delayed = network
    for delay in delays {
      guard let start = schedule[delay.measure]?.earliest.start else { continue }
      let link = TimeLink(
        from: 0, to: 0, days: Int32(truncatingIfNeeded: delay.days.count),
        isWorking: delay.days.unit == .working, joinsStarts: true)
      delayed.delay(delay.measure, until: network.network.line.least(after: start, link))
    }
    let solver = TimeSolver(delayed.network)
    let words = ConflictWords(facts, delayed)
    conflicts = solver.conflicts.sorted { delayed.place(of: $0) < delayed.place(of: $1) }
      .map { words.conflict($0) }
    untoldConflicts = solver.untold
    slips = schedule.windows.isEmpty ? [] : Self.slips(schedule, delayed)
  }

  /// The days as they slip, whatever terms they break.
  private static func slips(_ schedule: Schedule, _ delayed: ScheduleNetwork) -> [Slip] {
    let solver = TimeSolver(delayed.network.withoutUpperLimits())
    let found = schedule.roadmap.measures.indices.compactMap { measure -> Slip? in
      let before = schedule.windows[measure.position].earliest
      let end = solver.days[delayed.end(of: measure)]
      let after = Schedule.Span(
        start: solver.days[measure.position], end: end, isAtDayEnd: before.isAtDayEnd)
      guard let start = after.start, start > before.start ?? .max || end > before.end ?? .max else {
        return nil
      }
      let limit = delayed.network.upper[delayed.end(of: measure)]
      return Slip(
        measure: measure, before: before, after: after,
        brokenLimit: end > limit ? limit - 1 : nil)
    }
    return found.sorted { first, second in
      (first.after.start ?? 0, first.measure.raw) < (second.after.start ?? 0, second.measure.raw)
    }
  }
}

import CivilTime
import RoadmapModel

extension Engine {
  /// Records that a measure has come to a state, and the day where it came there first.
  func enter(
    _ target: StateIndex, by measure: MeasureIndex, at time: Instant, in state: inout RunState
  ) {
    let cycle = Int(plan.measures[measure.position].cycle)
    let bit = UInt64(1) << UInt64(target.raw & 63)
    let before = state.standings[measure.position].reached
    state.standings[measure.position].current = UInt8(truncatingIfNeeded: target.raw)
    guard before & bit == 0, cycle >= 0 else { return }
    state.standings[measure.position].reached = before | bit
    let (begun, done) = (plan.cycles[cycle].begun, plan.cycles[cycle].done)
    if bit & begun != 0, before & begun == 0 { state.days[begun: measure] = time.date }
    if bit & done != 0, before & done == 0 { state.days[done: measure] = time.date }
    if !plan.milestones.isEmpty {
      let milestone = RunDays.Milestone(measure: measure, state: target)
      if plan.milestones[milestone] != nil { state.days.reached[milestone] = time.date }
    }
  }

  /// The day of the point of a predecessor that a dependency waits for, once that is past.
  ///
  /// A measure that stood in the state from the start has come there when the run was started.
  func day(awaitedBy dependency: Dependency, in state: RunState) -> CivilDate? {
    let measure = dependency.predecessor
    let day =
      if let named = dependency.reaches {
        state.days.reached[RunDays.Milestone(measure: measure, state: named)]
      } else {
        dependency.kind.awaitsFinish ? state.days[done: measure] : state.days[begun: measure]
      }
    return day ?? state.days.started
  }

  /// The day before which a lag holds a measure back, or `nil` where it does not; for a dependency
  /// whose predecessor has come to the point that is awaited.
  ///
  /// Fails closed: without a time, or past the end of the calendar, the last day there is.
  func dayBarred(
    by dependency: Dependency, in state: RunState, at time: Instant?
  ) -> CivilDate? {
    guard dependency.hasLag, let minimum = roadmap.measures.lag(of: dependency)?.minimum else {
      return nil
    }
    guard let day = day(awaitedBy: dependency, in: state),
      let earliest = earliestDay(
        by: dependency, minimum, after: point(of: dependency, on: day, in: state), on: day)
    else { return minimum.count <= 0 ? nil : .latest }
    guard let now = time ?? state.latest else { return earliest }
    return now.date < earliest ? earliest : nil
  }

  /// The day from which a measure may come before the point that it waits for: so many days before
  /// the planned day of that point as a negative lag allows. `nil` where no day is planned.
  func dayOfLead(_ dependency: Dependency, in state: RunState) -> CivilDate? {
    guard dependency.mayLead, dependency.reaches == nil,
      let minimum = roadmap.measures.lag(of: dependency)?.minimum
    else { return nil }
    let planned =
      dependency.kind.awaitsFinish
      ? roadmap.deadline(of: dependency.predecessor, in: state)
      : roadmap.measures[dependency.predecessor].due?.from
    return planned.flatMap { day in
      earliestDay(
        by: dependency, minimum, after: plannedPoint(of: dependency, on: day), on: day)
    }
  }
}

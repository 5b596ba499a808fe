import CivilTime
import RoadmapModel

/// Days of a run as points of time, as a ``Lag`` counts them: a start is the beginning of its day,
/// a finish the end.
extension Engine {
  /// The point at which a dependency's predecessor came to what is awaited, on `day`.
  func point(of dependency: Dependency, on day: CivilDate, in state: RunState) -> Int {
    let isEnd = awaitsEnd(dependency)
    let predecessor = dependency.predecessor
    let point = Int(day.dayNumber)
    guard dependency.reaches == nil, takesNoTime(predecessor) else {
      return isEnd ? point + 1 : point
    }
    return isAtDayBreak(predecessor, on: day, in: state) ? point : point + 1
  }

  /// The point at which it is planned, on `day`. Of what takes no time nobody can tell beforehand
  /// whether it will be at the beginning of that day or at the end.
  func plannedPoint(of dependency: Dependency, on day: CivilDate) -> Int {
    let isEnd = dependency.kind.awaitsFinish || takesNoTime(dependency.predecessor)
    return Int(day.dayNumber) + (isEnd ? 1 : 0)
  }

  /// Whether it is a finish that a dependency waits for, or a state that comes only with it.
  func awaitsEnd(_ dependency: Dependency) -> Bool {
    guard let state = dependency.reaches else { return dependency.kind.awaitsFinish }
    let milestone = RunDays.Milestone(measure: dependency.predecessor, state: state)
    return plan.milestones[milestone] ?? true
  }

  /// The first day that a minimum allows to the waiting point; `nil` past the end of the calendar.
  ///
  /// A lag of no days says no more than that one point comes after the other, on whatever day.
  func earliestDay(
    by dependency: Dependency, _ minimum: DayCount, after point: Int, on day: CivilDate
  ) -> CivilDate? {
    guard minimum.count != 0 else { return day }
    let isStart = dependency.kind.gatesStart
    let earliest = roadmap.heading.calendar.point(
      minimum, after: point, joinsStarts: isStart && !awaitsEnd(dependency))
    return earliest.flatMap { CivilDate(dayNumber: isStart ? $0 : $0 - 1) }
  }

  /// The last day that a maximum leaves to the waiting point.
  func latestDay(
    by dependency: Dependency, _ maximum: DayCount, after point: Int
  ) -> CivilDate? {
    guard let opposite = DayCount(-maximum.count, maximum.unit) else { return nil }
    let isStart = dependency.kind.gatesStart
    let latest = roadmap.heading.calendar.point(
      opposite, before: point, joinsStarts: isStart && !awaitsEnd(dependency))
    return CivilDate(dayNumber: isStart ? latest : latest - 1)
  }

  /// The last day on which the awaited point may come where the waiting one came on `day`, as a
  /// negative minimum has it.
  func latestDay(
    awaitedBy dependency: Dependency, _ minimum: DayCount, before day: CivilDate
  ) -> CivilDate? {
    let isStart = dependency.kind.gatesStart
    let latest = roadmap.heading.calendar.point(
      minimum, before: Int(day.dayNumber) + (isStart ? 0 : 1),
      joinsStarts: isStart && !awaitsEnd(dependency))
    return CivilDate(dayNumber: awaitsEnd(dependency) ? latest - 1 : latest)
  }

  /// How many measures are looked at before what takes no time counts as done at the end of a day.
  private static let mostAtDayBreak = 64

  /// Whether a measure came at the beginning of `day`: it takes no time, and nothing that it
  /// waited for was finished on that day, but for what takes no time either.
  private func isAtDayBreak(
    _ measure: MeasureIndex, on day: CivilDate, in state: RunState
  ) -> Bool {
    var open = [measure]
    var looked = 0
    while let next = open.popLast() {
      looked += 1
      guard looked <= Self.mostAtDayBreak, takesNoTime(next), state.days[begun: next] == day else {
        return false
      }
      open += roadmap.measures.dependencies[next.position].lazy
        .filter { isPassed($0, on: day, in: state) }.map(\.predecessor)
    }
    return true
  }

  /// Whether a dependency held its measure back until some time of `day`. One with days between
  /// leads to the beginning of a day; so does the start of what takes time.
  private func isPassed(
    _ dependency: Dependency, on day: CivilDate, in state: RunState
  ) -> Bool {
    let predecessor = dependency.predecessor
    guard dependency.isOrdering,
      (roadmap.measures.lag(of: dependency)?.minimum?.count ?? 0) == 0
    else { return false }
    guard awaitsEnd(dependency) else {
      return takesNoTime(predecessor) && state.days[begun: predecessor] == day
    }
    return state.days[done: predecessor] == day
  }

  /// Whether nothing about a measure takes time: neither its work nor its parts nor its approval,
  /// and nothing holds back its finish.
  private func takesNoTime(_ measure: MeasureIndex) -> Bool {
    let entry = roadmap.measures[measure]
    guard entry.takes?.count == 0, roadmap.parts[measure.position].isEmpty, entry.parent == nil,
      let cycle = entry.lifecycle,
      roadmap.measures.dependencies[measure.position].allSatisfy(\.kind.gatesStart)
    else { return false }
    let own = roadmap.measures.routeOverrides[measure]?.map(\.route) ?? []
    let routes = roadmap.lifecycles[cycle.position].transitions.compactMap(\.route) + own
    return routes.allSatisfy { route in
      roadmap.routes[route.position].steps.allSatisfy { $0.within == nil }
    }
  }
}

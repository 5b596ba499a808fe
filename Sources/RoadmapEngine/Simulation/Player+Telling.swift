import CivilTime
import RoadmapModel

extension Player {
  /// How a measure fared.
  func course(of measure: MeasureIndex) -> Simulation.Course {
    let isDone = engine.isDone(measure, in: state) && state.reopening(of: measure) == nil
    let finished = isDone ? state.finished(measure) : nil
    let deadline = roadmap.deadline(of: measure, in: state)
    let isPending = engine.isPending(measure, in: state)
    let isLate = deadline.map { (isPending ? last : finished ?? $0) > $0 } ?? false
    return Simulation.Course(
      measure: measure, began: began[measure.position] ?? state.began(measure),
      finished: finished, isDone: isDone, deadline: deadline, isLate: isLate,
      standstill: isDone ? [] : standstill(of: measure))
  }

  /// Why a measure has not been carried out by the evening of the last day.
  private func standstill(of measure: MeasureIndex) -> [Standstill] {
    if let halt = state.halt(of: measure) { return [.blocked(halt)] }
    guard engine.isPending(measure, in: state) else {
      return [.givenUp(state.state(of: measure))]
    }
    if let round = engine.roundView(of: measure, in: state) {
      return round.steps.filter(\.isOpen).map { waiting($0, of: measure, round.route) }
    }
    guard let transition = onwards(measure).first else { return [.noWay] }
    let blockers = engine.blockers(
      of: transition, of: measure, by: nil, in: state, at: moment(.evening(last)))
    guard blockers.isEmpty else { return blockers.map { .blocked($0) } }
    return [idleness(of: measure, before: transition)]
  }

  private func waiting(
    _ step: RoundView.Step, of measure: MeasureIndex, _ route: RouteIndex
  ) -> Standstill {
    let absent = step.eligible.filter { isAbsent($0) }
    if let deadline = step.deadline, deadline > last, isGiven(step.step, of: measure, route),
      absent.count < step.eligible.count
    {
      return .decidedOn(route, step.step, deadline)
    }
    return .undecided(route, step.step, people: step.eligible, absent: absent)
  }

  /// Why nothing has happened, though nothing is in the way.
  private func idleness(
    of measure: MeasureIndex, before transition: TransitionIndex
  ) -> Standstill {
    let people = engine.entitled(to: transition, of: measure)
    if people.allSatisfy({ isAbsent($0) }) { return .nobodyAsks(transition, absent: people) }
    guard let start = began[measure.position] else {
      let from = max(earliest[measure.position], dayAfterPredecessors(of: measure))
      return from > last ? .notBefore(from) : .beginsNext
    }
    let end = workEnd(of: measure, from: start)
    if end.map({ $0 > last }) ?? true { return .working(until: end) }
    let refusals = people.filter { !isAbsent($0) }.flatMap {
      engine.blockers(
        of: transition, of: measure, by: $0, in: state, at: moment(.evening(last)))
    }
    return refusals.first.map { .blocked($0) } ?? .beginsNext
  }
}

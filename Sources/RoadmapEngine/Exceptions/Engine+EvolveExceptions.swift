import CivilTime
import RoadmapModel

extension Engine {
  /// Records an act outside of the usual course, where it fits.
  func record(_ act: ExceptionalAct, at time: Instant, in state: inout RunState) {
    let measure = act.measure
    guard plan.has(measure), plan.cycle(of: measure) != nil, has(act.person) else { return }
    let mark = RunState.Mark(person: act.person, time: time, reason: act.reason)
    let isCancelled = state.exceptions.cancelled[measure] != nil
    switch act.deed {
    case .waive(let awaited): waive(awaited, for: measure, mark, in: &state)
    case .skip(let step, let round):
      guard !state.isHalted(measure) else { return }
      change(measure, round, in: &state) { skip(step, mark, in: &$0) }
    case .cancel:
      guard !isCancelled else { return }
      state.exceptions.cancelled[measure] = mark
      state.returned[measure] = nil
      state.exceptions.suspended[measure] = nil
    case .suspend:
      guard !state.isHalted(measure) else { return }
      state.exceptions.suspended[measure] = mark
    case .resume: resume(measure, on: time.date, in: &state)
    case .reopen(let target):
      guard !state.rounds.isOpen(measure), state.exceptions.suspended[measure] == nil,
        mayReopen(measure, into: target, in: state)
      else { return }
      state.exceptions.cancelled[measure] = nil
      state.returned[measure] = nil
      state.exceptions.reopened[measure] = mark
      state.standings[measure.position].current = UInt8(truncatingIfNeeded: target.raw)
    }
  }

  /// Whether an event would move a measure that must not move.
  func isStopped(_ event: Event, in state: RunState) -> Bool {
    guard !state.exceptions.cancelled.isEmpty || !state.exceptions.suspended.isEmpty else {
      return false
    }
    switch event {
    case .roundOpened(let measure, _, _, _), .approvalsKept(let measure, _),
      .voted(let measure, _), .stepPassed(let measure, _, _), .moved(let measure, _, _, _, _, _):
      return state.isHalted(measure)
    default: return false
    }
  }

  private func waive(
    _ awaited: ExceptionalAct.Awaited, for measure: MeasureIndex, _ mark: RunState.Mark,
    in state: inout RunState
  ) {
    let exists =
      switch awaited {
      case .measure(let other): plan.has(other)
      case .document(let document): state.receipts.indices.contains(document.position)
      }
    let known = state.exceptions.waivers[measure] ?? []
    guard exists, !known.contains(where: { $0.awaited == awaited }) else { return }
    state.exceptions.waivers[measure] = known + [RunState.Waiver(awaited: awaited, mark: mark)]
  }

  private func skip(_ step: StepIndex, _ mark: RunState.Mark, in round: inout OpenRound) {
    guard round.passed.indices.contains(step.position), !round.passed[step.position] else {
      return
    }
    let stages = plan.routes[round.route.position].stages
    let before = round.passed.firstIndex(of: false).map { stages[$0] }
    round.passed[step.position] = true
    round.skips.append(OpenRound.Skip(step: step, mark: mark))
    if let next = round.passed.firstIndex(of: false), stages[next] != before {
      round.openStage(at: mark.time)
    }
  }

  /// Ends the time in which a measure stands still; the days of it do not count for open steps.
  private func resume(_ measure: MeasureIndex, on day: CivilDate, in state: inout RunState) {
    guard let mark = state.exceptions.suspended.removeValue(forKey: measure) else { return }
    let pause = OpenRound.Pause(from: mark.time.date, through: day)
    guard pause.from < pause.through else { return }
    state.rounds.update(measure) { $0.pauses.append(pause) }
  }

  /// The last day on which the steps that are open now, with so many days for it, are decided in
  /// time: days on which the measure stood still do not count.
  func lastDay(_ within: DayCount, of round: OpenRound) -> CivilDate? {
    let calendar = roadmap.heading.calendar
    var day = calendar.adding(within, to: round.stageOpened.date)
    for pause in round.pauses {
      let from = max(pause.from, round.stageOpened.date)
      guard from < pause.through else { continue }
      guard let known = day, from < known else { return day }
      guard let first = from.adding(days: 1) else { return nil }
      let days =
        within.unit == .working
        ? calendar.workingDays(from: first, through: pause.through)
        : from.days(until: pause.through)
      day = DayCount(days, within.unit).flatMap { calendar.adding($0, to: known) }
    }
    return day
  }
}

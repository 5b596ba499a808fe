import CivilTime
import RoadmapModel

extension Player {
  /// Lets happen with a measure what can happen in this half day.
  mutating func look(at measure: MeasureIndex, _ time: HalfDay) {
    onCondition.remove(measure)
    guard engine.isPending(measure, in: state), state.halt(of: measure) == nil else { return }
    if state.openRound(of: measure) != nil { return decide(on: measure, time) }
    for transition in onwards(measure) {
      guard state.openRound(of: measure) == nil, isReady(measure, for: transition, time) else {
        return
      }
      if ask(for: transition, of: measure, time) { return }
    }
  }

  /// The transitions that lead on towards a done state, the shortest way first.
  func onwards(_ measure: MeasureIndex) -> [TransitionIndex] {
    guard let cycle = engine.plan.cycle(of: measure) else { return [] }
    let number = Int(engine.plan.measures[measure.position].cycle)
    let ahead = engine.transitions(of: measure, in: state).filter { transition in
      let to = Int(cycle.moves[transition.position].to)
      return engine.isForward(transition, of: measure, in: state)
        && left[measure.position] & (1 << UInt64(to)) == 0
    }
    let distance = { (transition: TransitionIndex) in
      ways.distance(from: Int(cycle.moves[transition.position].to), in: number)
    }
    return ahead.enumerated().sorted {
      (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
    }.map(\.element)
  }

  /// Whether the work is far enough for a transition; else it is put down for later.
  private mutating func isReady(
    _ measure: MeasureIndex, for transition: TransitionIndex, _ time: HalfDay
  ) -> Bool {
    if began[measure.position] == nil, !begins(measure, with: transition, time) { return false }
    guard let start = began[measure.position], endsWork(transition, of: measure) else {
      return true
    }
    guard let end = workEnd(of: measure, from: start) else { return false }
    guard time < .evening(end) else { return true }
    agenda.add(measure, at: .evening(end))
    return false
  }

  /// Whether a transition comes after the work: it needs approvals or leads into a done state. The
  /// one that leaves the initial state for work begins it.
  private func endsWork(_ transition: TransitionIndex, of measure: MeasureIndex) -> Bool {
    guard let cycle = engine.plan.cycle(of: measure) else { return true }
    let move = cycle.moves[transition.position]
    if cycle.done & (1 << UInt64(move.to)) != 0 { return true }
    let current = UInt64(1) << UInt64(state.standings[measure.position].current & 63)
    return cycle.idle & current == 0
      && engine.route(of: transition, for: measure) != nil
  }

  /// The evening on which work that began on a day ends; `nil` past the end of the calendar.
  ///
  /// Where its beginning had to be approved, work starts on the day after that.
  func workEnd(of measure: MeasureIndex, from first: CivilDate) -> CivilDate? {
    let approved = state.began(measure) ?? first
    let start = approved > first ? approved.adding(days: 1) ?? approved : first
    let takes = roadmap.measures[measure].takes ?? DayCount(1, .calendar)
    guard let takes, let before = start.adding(days: -1) else { return start }
    return roadmap.heading.calendar.adding(takes, to: before).map { max($0, start) }
  }

  /// Begins the work in the morning, once nothing holds back its start; else it is put down for
  /// later, where that is known.
  private mutating func begins(
    _ measure: MeasureIndex, with transition: TransitionIndex, _ time: HalfDay
  ) -> Bool {
    let today = day(time)
    let from = max(earliest[measure.position], dayAfterPredecessors(of: measure))
    guard today >= from, !time.isEvening else {
      let next = time.isEvening ? today.adding(days: 1) ?? .latest : today
      if max(from, next) > today { agenda.add(measure, at: .morning(max(from, next))) }
      return false
    }
    let blockers = engine.blockers(
      of: transition, of: measure, by: nil, in: state, at: moment(time))
    let holding = blockers.filter { $0.holdsBackStart(of: measure) }
    guard holding.isEmpty else {
      wait(measure, for: holding, time)
      return false
    }
    let people = engine.entitled(to: transition, of: measure)
    guard people.contains(where: { !isAbsent($0) }) else { return false }
    began[measure.position] = today
    return true
  }

  /// Puts a measure down for when its blockers may be gone, as far as days tell.
  mutating func wait(_ measure: MeasureIndex, for blockers: [Blocker], _ time: HalfDay) {
    for blocker in blockers {
      switch blocker {
      case .waitsUntil(_, let date):
        let next = HalfDay.morning(date)
        if next > time { agenda.add(measure, at: next) }
      case .conditionFails, .conditionBroken: onCondition.insert(measure)
      default: break
      }
    }
  }

  /// The day after those on which what a measure comes after has finished: a day of work is a whole
  /// day. What lags leave free the engine knows.
  func dayAfterPredecessors(of measure: MeasureIndex) -> CivilDate {
    var day = first
    for holder in engine.holders(from: measure) {
      for dependency in roadmap.measures.dependencies[holder.position]
      where dependency.kind == .finishStart && dependency.isOrdering {
        let other = ExceptionalAct.Awaited.measure(dependency.predecessor)
        guard isCarriedOut(dependency), let finished = engine.day(awaitedBy: dependency, in: state),
          !engine.isWaived(other, for: measure, through: holder, in: state)
        else { continue }
        day = max(day, finished.adding(days: 1) ?? .latest)
      }
    }
    return day
  }

  /// Whether a dependency waited for the end of its predecessor, and that has come.
  private func isCarriedOut(_ dependency: Dependency) -> Bool {
    guard engine.isFulfilled(dependency, in: state) else { return false }
    guard let named = dependency.reaches else { return true }
    return engine.plan.cycle(of: dependency.predecessor).map {
      $0.done & (1 << UInt64(named.raw & 63)) != 0
    } ?? false
  }
}

extension Blocker {
  /// Whether it keeps work from beginning, and not only from ending.
  fileprivate func holdsBackStart(of measure: MeasureIndex) -> Bool {
    switch self {
    case .waitsForPart: false
    case .waitsForMeasure(let wait), .waitsForDropped(let wait), .waitsUntil(let wait, _),
      .exceptional(.waitsForCancelled(let wait, _)):
      wait.kind.gatesStart
    case .conditionFails, .conditionBroken, .nobodyCanApprove, .quorumUnreachable,
      .separationLeavesNobody, .refusalWouldFinish:
      false
    default: true
    }
  }
}

import CivilTime
import RoadmapModel

extension Engine {
  /// Fires the timers that are due: people are reminded, and what is late is escalated. Each fires
  /// once for its deadline, whenever it is asked, and none ever approves, moves or closes anything.
  ///
  /// - Returns: the events, none where no timer is due.
  func tick(by person: PersonIndex?, in state: RunState, at time: Instant) -> Decision {
    var events: [Event] = []
    for measure in plan.measures.indices.lazy.map({ MeasureIndex($0) })
    where !state.isHalted(measure) {
      addTermTimers(of: measure, by: person, in: state, on: time.date, to: &events)
      addStepTimers(of: measure, by: person, in: state, on: time.date, to: &events)
    }
    return .accepted(events)
  }

  private func addTermTimers(
    of measure: MeasureIndex, by person: PersonIndex?, in state: RunState, on today: CivilDate,
    to events: inout [Event]
  ) {
    guard let deadline = deadline(of: measure, in: state),
      let cause = cause(of: deadline, on: today),
      !isTold(cause, of: deadline, in: state)
    else { return }
    let reminder = { (people: [PersonIndex]) in
      Reminder(of: measure, cause, deadline: deadline.day, place: nil, people: people)
    }
    events.append(.reminded(reminder(deadline.people), by: person))
    let superiors = roadmap.heading.timers.escalate
    guard cause == .overdue, !superiors.isEmpty else { return }
    let people = roadmap.people(meant: superiors, for: measure, requester: nil)
    events.append(.escalated(reminder(people), by: person))
  }

  /// Why people are to be reminded of a term on a day, if they are.
  private func cause(of deadline: Deadline, on today: CivilDate) -> Reminder.Cause? {
    if today > deadline.day { return .overdue }
    guard let days = roadmap.heading.timers.dueSoon, days.count > 0,
      let before = DayCount(-days.count, days.unit),
      let first = roadmap.heading.calendar.adding(before, to: deadline.day)
    else { return nil }
    return today >= first ? .dueSoon : nil
  }

  private func isTold(
    _ cause: Reminder.Cause, of deadline: Deadline, in state: RunState
  ) -> Bool {
    guard let told = state.days.told[deadline.measure], told.deadline == deadline.day else {
      return false
    }
    return told.causes >= cause.rawValue
  }

  private func addStepTimers(
    of measure: MeasureIndex, by person: PersonIndex?, in state: RunState, on today: CivilDate,
    to events: inout [Event]
  ) {
    guard let round = state.rounds[measure] else { return }
    for deadline in deadlines(ofStepsOf: measure, in: state) where today > deadline.day {
      guard case .step(let place, let route) = deadline.matter,
        !round.reminded.contains(place.step)
      else { continue }
      let reminder = { (people: [PersonIndex]) in
        Reminder(
          of: measure, .stepLate, deadline: deadline.day, place: place, people: people)
      }
      events.append(.reminded(reminder(deadline.people), by: person))
      let superiors = roadmap.routes[route.position][place.step].escalate
      guard !superiors.isEmpty else { continue }
      let people = roadmap.people(meant: superiors, for: measure, requester: round.requester)
      events.append(.escalated(reminder(people), by: person))
    }
  }

  /// Records that people have been reminded, so that the timer does not fire again.
  func record(_ reminder: Reminder, in state: inout RunState) {
    guard state.has(reminder.measure) else { return }
    if let place = reminder.place {
      change(reminder.measure, place.round, in: &state) { round in
        guard round.passed.indices.contains(place.step.position),
          !round.reminded.contains(place.step)
        else { return }
        round.reminded.append(place.step)
      }
    } else if reminder.cause != .stepLate {
      let told = state.days.told[reminder.measure]
      let before = told.map { $0.deadline == reminder.deadline ? $0.causes : 0 } ?? 0
      state.days.told[reminder.measure] = RunDays.Told(
        deadline: reminder.deadline, causes: before | reminder.cause.rawValue)
    }
  }
}

extension TermReader {
  /// A relative term with the dates that it has when the event it is counted from is on `day`.
  ///
  /// Other terms come back as they are, and so does one that has dates already. The terms of a
  /// list are counted one by one.
  public func counted(_ term: Term, from day: CivilDate) -> Term {
    var term = term
    for index in term.parts.indices where term.parts[index].kind == .relative {
      count(&term.parts[index], from: day)
    }
    if term.kind == .relative { count(&term, from: day) }
    return term
  }

  private func count(_ term: inout Term, from day: CivilDate) {
    guard let trigger = term.after, term.period == nil else { return }
    (term.from, term.to) = window(of: trigger, from: day)
    if trigger.limit == .within || trigger.side == .before { moveOffDayOff(&term) }
    // A term of one day that moved before its event is over on the day of the event.
    if let from = term.from, let to = term.to, to < from { term.from = to }
  }

  /// The days that a trigger leaves when its event is on `day`, which is not counted itself.
  private func window(
    of trigger: Trigger, from day: CivilDate
  ) -> (from: CivilDate?, to: CivilDate?) {
    let reached = trigger.date(from: day, in: calendar)
    switch (trigger.side, trigger.limit) {
    case (.before, _): return (nil, trigger.count == 0 ? day.adding(days: -1) : reached)
    case (.after, .exactly): return (reached, reached)
    case (.after, .atLeast):
      return (trigger.count == 0 ? day.adding(days: 1) : reached, nil)
    case (.after, .within):
      let isSameDay = trigger.count == 0 || trigger.unit == .hours
      return (isSameDay ? day : day.adding(days: 1), reached)
    }
  }

  /// Applies the policy for a deadline on a day off.
  func moveOffDayOff(_ term: inout Term) {
    guard let to = term.to else { return }
    if policies.dayOff != .keep {
      term.warnings += calendar.doubts(from: to, to: to).map(TermWarning.doubt)
    }
    guard !calendar.isWorking(to) else { return }
    switch policies.dayOff {
    case .keep: term.warnings.append(.dayOff(to))
    case .previous:
      term.to = calendar.workingDay(onOrBefore: to) ?? to
      term.note(.dayOffPrevious)
    case .next:
      term.to = calendar.workingDay(onOrAfter: to) ?? to
      term.note(.dayOffNext)
    }
  }
}

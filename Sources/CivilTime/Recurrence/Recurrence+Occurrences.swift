extension Recurrence {
  /// The days of the rule that lie in `span`, in order, when the rule starts on `start`.
  ///
  /// The rule takes from `start` what it leaves open: the day of the month, the weekday, the
  /// phase of the interval. `start` itself is a day of the rule only where the rule says so (as
  /// in RFC 5545 readings that do not force DTSTART). At most `limit` days are given; the work is
  /// bounded by the number of days between `start` and the end of `span`.
  public func occurrences(
    from start: CivilDate, in span: ClosedRange<CivilDate>, limit: Int = 10_000
  ) -> [CivilDate] {
    var walk = RecurrenceWalk(self.completed(from: start), start: start, last: span.upperBound)
    if case .count? = end {} else { walk.skip(to: span.lowerBound) }
    var left = if case .count(let count)? = end { count } else { Int.max }
    var found: [CivilDate] = []
    while let days = walk.nextSet() {
      for day in days where day >= start {
        guard left > 0, day <= span.upperBound, found.count < limit else { return found }
        if case .until(let last)? = end, day > last { return found }
        left -= 1
        if day >= span.lowerBound { found.append(day) }
      }
    }
    return found
  }

  /// The rule with the parts that it takes from its first day.
  private func completed(from start: CivilDate) -> Recurrence {
    guard monthDays.isEmpty, weekdays.isEmpty else { return self }
    var rule = self
    switch frequency {
    case .yearly:
      if months.isEmpty { rule.months = [start.month] }
      rule.monthDays = [start.day]
    case .monthly: rule.monthDays = [start.day]
    case .weekly: rule.weekdays = [Weekday(start.weekday)].compactMap { $0 }
    case .daily: break
    }
    return rule
  }
}

/// Walks the periods of a rule, and gives the days of each.
private struct RecurrenceWalk {
  private let rule: Recurrence
  private let last: CivilDate
  /// The period that comes next: its year, month count, or first day's number.
  private var position: Int

  init(_ rule: Recurrence, start: CivilDate, last: CivilDate) {
    self.rule = rule
    self.last = last
    switch rule.frequency {
    case .yearly: position = start.year
    case .monthly: position = start.year * 12 + start.month - 1
    case .weekly: position = Self.weekStart(of: start, rule.weekStart)
    case .daily: position = Int(start.dayNumber)
    }
  }

  private static func weekStart(of day: CivilDate, _ weekStart: Int) -> Int {
    Int(day.dayNumber) - (day.weekday - weekStart + 7) % 7
  }

  private var step: Int { rule.frequency == .weekly ? rule.interval * 7 : rule.interval }

  /// Passes over whole periods that end before `day`.
  mutating func skip(to day: CivilDate) {
    let target =
      switch rule.frequency {
      case .yearly: day.year
      case .monthly: day.year * 12 + day.month - 1
      case .weekly: Self.weekStart(of: day, rule.weekStart)
      case .daily: Int(day.dayNumber)
      }
    if target > position { position += (target - position) / step * step }
  }

  /// The days of the next period, in order; nil when it begins after the last day wanted.
  mutating func nextSet() -> [CivilDate]? {
    guard let period = period(at: position), period.lowerBound <= last else { return nil }
    position += step
    return chosen(from: candidates(in: period))
  }

  private func period(at position: Int) -> ClosedRange<CivilDate>? {
    switch rule.frequency {
    case .yearly:
      guard let first = CivilDate(year: position, month: 1, day: 1),
        let last = CivilDate(year: position, month: 12, day: 31)
      else { return nil }
      return first...last
    case .monthly:
      guard let first = CivilDate(year: position / 12, month: position % 12 + 1, day: 1)
      else { return nil }
      return first...first.endOfMonth
    case .weekly:
      // The first week of all may begin before the calendar, the last one may end after it.
      let first = max(position, Int(CivilDate.earliest.dayNumber))
      guard let first = CivilDate(dayNumber: first) else { return nil }
      return first...(CivilDate(dayNumber: position + 6) ?? .latest)
    case .daily:
      return CivilDate(dayNumber: position).map { $0...$0 }
    }
  }

  private func candidates(in period: ClosedRange<CivilDate>) -> [CivilDate] {
    guard rule.frequency == .yearly, !rule.months.isEmpty else {
      return days(of: period, in: period)
    }
    // Within named months a numbered weekday is one of the month, not of the year.
    return rule.months.flatMap { month -> [CivilDate] in
      guard let first = CivilDate(year: period.lowerBound.year, month: month, day: 1)
      else { return [] }
      let month = first...first.endOfMonth
      return days(of: month, in: month)
    }
  }

  private func days(
    of range: ClosedRange<CivilDate>, in whole: ClosedRange<CivilDate>
  ) -> [CivilDate] {
    (range.lowerBound.dayNumber...range.upperBound.dayNumber).compactMap { number in
      guard let day = CivilDate(dayNumber: number), fits(day, in: whole) else { return nil }
      return day
    }
  }

  private func fits(_ day: CivilDate, in whole: ClosedRange<CivilDate>) -> Bool {
    let parts = day.parts
    guard rule.months.isEmpty || rule.months.contains(parts.month) else { return false }
    guard rule.weekdays.isEmpty || rule.weekdays.contains(where: { matches($0, day, in: whole) })
    else { return false }
    guard !rule.monthDays.isEmpty else { return true }
    let fromEnd = parts.day - CivilDate.daysIn(month: parts.month, of: parts.year) - 1
    return rule.monthDays.contains { $0 == parts.day || $0 == fromEnd }
  }

  private func matches(
    _ wanted: Recurrence.Weekday, _ day: CivilDate, in whole: ClosedRange<CivilDate>
  ) -> Bool {
    guard wanted.weekday == day.weekday else { return false }
    guard let ordinal = wanted.ordinal else { return true }
    return ordinal > 0
      ? whole.lowerBound.days(until: day) / 7 + 1 == ordinal
      : day.days(until: whole.upperBound) / 7 + 1 == -ordinal
  }

  private func chosen(from days: [CivilDate]) -> [CivilDate] {
    guard !rule.setPositions.isEmpty else { return days }
    let indices = rule.setPositions.map { $0 > 0 ? $0 - 1 : days.count + $0 }
    return Set(indices).sorted().filter(days.indices.contains).map { days[$0] }
  }
}

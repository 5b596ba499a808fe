/// How a term comes again: by which rule, how often in each turn, and when within it.
public struct Every: Hashable, Sendable {
  /// The part of each turn that the term takes.
  public enum Place: Hashable, Sendable {
    /// The whole turn: the year of «ежегодно», the quarter of «ежеквартально».
    case whole
    /// Up to the day that the rule gives: «ежегодно до 1 марта».
    case deadline
    /// The day that the rule gives: «каждый понедельник».
    case day
    /// From the day of this rule to the day of ``Every/rule``: «ежегодно в сентябре».
    case since(Recurrence)
  }

  /// The rule of the last days of the turns.
  public let rule: Recurrence
  /// How many times in each turn, at least 1.
  public let times: Int
  /// Whether ``times`` is the least number: «не реже одного раза в квартал».
  public let isAtLeast: Bool
  /// The part of each turn that the term takes.
  public let place: Place

  init(_ rule: Recurrence, times: Int = 1, isAtLeast: Bool = false, place: Place = .whole) {
    self.rule = rule
    self.times = times
    self.isAtLeast = isAtLeast
    self.place = place
  }

  /// The turns that touch `span`, cut to it, at most `limit`.
  ///
  /// A turn without days of its own is a calendar year, half-year, quarter, month, ISO week or
  /// day; longer ones are counted from the start of `span`.
  public func turns(in span: ClosedRange<CivilDate>, limit: Int = 1000) -> [Period] {
    switch place {
    case .whole: wholeTurns(in: span, limit: limit)
    case .day:
      days(of: rule, in: span, limit).compactMap { Period(from: $0, to: $0) }
    case .deadline:
      days(of: rule, in: span, limit).compactMap { Period(from: nil, to: $0) }
    case .since(let opening): windows(from: opening, in: span, limit: limit)
    }
  }

  private func days(
    of rule: Recurrence, in span: ClosedRange<CivilDate>, _ limit: Int
  ) -> [CivilDate] {
    rule.occurrences(from: start(of: span.lowerBound), in: span, limit: limit)
  }

  private func windows(
    from opening: Recurrence, in span: ClosedRange<CivilDate>, limit: Int
  ) -> [Period] {
    // A window may have opened in the year before the span, and close in the year after it.
    let first = span.lowerBound.adding(days: -366) ?? .earliest
    let last = span.upperBound.adding(days: 366) ?? .latest
    let wide = start(of: first)...last
    let closings = rule.occurrences(from: wide.lowerBound, in: wide, limit: limit + 800)
    var turns: [Period] = []
    var index = 0
    for day in opening.occurrences(from: wide.lowerBound, in: wide, limit: limit + 800) {
      while index < closings.count, closings[index] < day { index += 1 }
      guard index < closings.count, turns.count < limit else { break }
      let (from, to) = (max(day, span.lowerBound), min(closings[index], span.upperBound))
      if let period = Period(from: from, to: to) { turns.append(period) }
    }
    return turns
  }

  private func wholeTurns(in span: ClosedRange<CivilDate>, limit: Int) -> [Period] {
    var turns: [Period] = []
    var first: CivilDate? = start(of: span.lowerBound)
    while let from = first, from <= span.upperBound, turns.count < limit {
      let next = self.next(after: from)
      let last = next?.adding(days: -1) ?? .latest
      let cut = Period(from: max(from, span.lowerBound), to: min(last, span.upperBound))
      if let cut { turns.append(cut) }
      first = next
    }
    return turns
  }

  private func next(after date: CivilDate) -> CivilDate? {
    switch rule.frequency {
    case .yearly: date.adding(months: 12 * rule.interval)
    case .monthly: date.adding(months: rule.interval)
    case .weekly: date.adding(days: 7 * rule.interval)
    case .daily: date.adding(days: rule.interval)
    }
  }

  /// The first day of the calendar turn that `date` lies in.
  private func start(of date: CivilDate) -> CivilDate {
    switch rule.frequency {
    case .yearly: CivilDate(year: date.year, month: 1, day: 1) ?? date
    case .monthly:
      CivilDate(
        year: date.year,
        month: 12.isMultiple(of: rule.interval)
          ? (date.month - 1) / rule.interval * rule.interval + 1 : date.month, day: 1) ?? date
    case .weekly: date.adding(days: 1 - date.weekday) ?? date
    case .daily: date
    }
  }
}

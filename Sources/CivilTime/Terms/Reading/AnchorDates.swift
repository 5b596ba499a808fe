/// The first and the last day of a stretch of the calendar.
typealias DayRange = (first: CivilDate, last: CivilDate)

extension Anchor {
  /// The days of the anchor in the calendar year `year`; for a school year, the one that begins
  /// in it. Nil where there is no such day, or where the part takes its meaning from elsewhere.
  func days(in year: Int) -> DayRange? {
    guard let whole = wholeDays(in: year) else { return nil }
    guard let edge else { return whole }
    return third(edge, of: whole)
  }

  private func wholeDays(in year: Int) -> DayRange? {
    switch part {
    case .day(let day, let month):
      return CivilDate(year: year, month: month, day: day).map { ($0, $0) }
    case .decade(let number, let month):
      return part(of: month, year, from: number * 10 - 9, to: number < 3 ? number * 10 : 31)
    case .halfMonth(let number, let month):
      return number == 1
        ? part(of: month, year, from: 1, to: 15) : part(of: month, year, from: 16, to: 31)
    case .week(let number, let month):
      let length = CivilDate.daysIn(month: month, of: year)
      let first = number > 0 ? number * 7 - 6 : length - 6
      return part(of: month, year, from: first, to: first + 6)
    case .season(4): return Self.months(from: (year - 1, 12), to: (year, 2))
    case .month, .quarter, .half, .season:
      return months.flatMap { Self.months(from: (year, $0.lowerBound), to: (year, $0.upperBound)) }
    case .year: return Self.months(from: (year, 1), to: (year, 12))
    case .schoolYear: return Self.months(from: (year, 9), to: (year + 1, 8))
    case .bareNumber, .thisMonth: return nil
    }
  }

  static func months(from: (year: Int, month: Int), to: (year: Int, month: Int)) -> DayRange? {
    guard let first = CivilDate(year: from.year, month: from.month, day: 1),
      let last = CivilDate(year: to.year, month: to.month, day: 1)?.endOfMonth
    else { return nil }
    return (first, last)
  }

  private func part(of month: Int, _ year: Int, from first: Int, to last: Int) -> DayRange? {
    let length = CivilDate.daysIn(month: month, of: year)
    guard let first = CivilDate(year: year, month: month, day: first),
      let last = CivilDate(year: year, month: month, day: min(last, length))
    else { return nil }
    return (first, last)
  }

  /// The beginning, middle or end of `whole`: of a month the days 1–10, 11–20 and 21 on; of
  /// anything longer a third of its months.
  private func third(_ edge: Edge, of whole: DayRange) -> DayRange? {
    let isLong = whole.first.days(until: whole.last) > 31
    let start =
      isLong ? whole.first.adding(months: months(in: whole) / 3) : whole.first.adding(days: 10)
    let end =
      isLong ? whole.first.adding(months: months(in: whole) * 2 / 3) : whole.first.adding(days: 20)
    guard let start, let end, start < whole.last, end <= whole.last else { return whole }
    switch edge {
    case .start: return start.adding(days: -1).map { (whole.first, $0) }
    case .middle: return end.adding(days: -1).map { (start, $0) }
    case .end: return (end, whole.last)
    }
  }

  private func months(in range: DayRange) -> Int {
    let (first, last) = (range.first.parts, range.last.parts)
    return (last.year - first.year) * 12 + last.month - first.month + 1
  }

  /// Whether the anchor names a day that no year has, such as 31 September.
  var isNever: Bool {
    guard case .day(let day, let month) = part else { return false }
    return CivilDate(year: 2000, month: month, day: day) == nil
  }
}

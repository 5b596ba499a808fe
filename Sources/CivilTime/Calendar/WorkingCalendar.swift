/// Which days are worked: Monday to Friday, with the days that a law, a decree or a file changes.
///
/// A calendar answers for every day there is. Where it does not know a year for certain it
/// answers all the same, and ``doubts(from:to:)`` says so.
public struct WorkingCalendar: Hashable, Sendable {
  /// How well a calendar knows a year.
  public enum Certainty: String, Hashable, Sendable {
    /// The days of the year are settled.
    case known
    /// The days are computed from the law's rule; decrees may still move some.
    case provisional
    /// Nothing is known of the year but its Saturdays and Sundays.
    case missing
  }

  /// The name that the calendar is called by, such as `ru` or `weekdays`.
  public let name: String
  /// The days that differ from the plain week, in order, each day once.
  public let days: [CalendarDay]
  /// Whether days of kind ``DayKind/decree`` are counted as working days.
  public let decreeDaysAreWorking: Bool

  let known: YearSet
  let provisional: YearSet
  let shifts: WorkingDayShifts

  /// Monday to Friday, with no holidays; every year of it is known.
  public static let weekdays = WorkingCalendar(name: "weekdays", days: [], known: .all)

  /// Creates a calendar from the days that differ from the plain week.
  ///
  /// Where a day comes twice the last one counts.
  init(
    name: String, days: [CalendarDay], known: YearSet, provisional: YearSet = .none,
    decreeDaysAreWorking: Bool = true
  ) {
    let days = Self.lastOfEachDay(days)
    self.name = name
    self.days = days
    self.known = known
    self.provisional = provisional
    self.decreeDaysAreWorking = decreeDaysAreWorking
    shifts = WorkingDayShifts(days, decreeDaysAreWorking: decreeDaysAreWorking)
  }

  private static func lastOfEachDay(_ days: [CalendarDay]) -> [CalendarDay] {
    var sorted: [CalendarDay] = []
    sorted.reserveCapacity(days.count)
    let order = days.indices.sorted { (days[$0].date, $0) < (days[$1].date, $1) }
    for index in order {
      if sorted.last?.date == days[index].date { sorted.removeLast() }
      sorted.append(days[index])
    }
    return sorted
  }

  /// The same calendar with its decree days counted as working days, or as days off.
  public func countingDecreeDays(asWorking areWorking: Bool) -> WorkingCalendar {
    WorkingCalendar(
      name: name, days: days, known: known, provisional: provisional,
      decreeDaysAreWorking: areWorking)
  }

  /// This calendar with `days` put over its own, under the name `name`.
  ///
  /// The years of `days` are known from then on.
  public func overlaid(by days: [CalendarDay], name: String) -> WorkingCalendar {
    let years = YearSet(years: days.map(\.date.year))
    return WorkingCalendar(
      name: name, days: self.days + days, known: known.union(years), provisional: provisional,
      decreeDaysAreWorking: decreeDaysAreWorking)
  }
}

// MARK: - One day

extension WorkingCalendar {
  /// What the calendar says about `date`.
  public func kind(of date: CivilDate) -> DayKind {
    entry(of: date)?.kind ?? (date.weekday <= 5 ? .working : .weekend)
  }

  /// The name of the holiday or the ground of the change on `date`; nil on a plain day.
  public func note(of date: CivilDate) -> String? {
    entry(of: date).flatMap { $0.note.isEmpty ? nil : $0.note }
  }

  /// Whether `date` is a working day.
  public func isWorking(_ date: CivilDate) -> Bool {
    guard let entry = entry(of: date) else { return date.weekday <= 5 }
    return entry.isWorking(decreeDaysAreWorking: decreeDaysAreWorking)
  }

  /// How well the calendar knows `year`.
  public func certainty(of year: Int) -> Certainty {
    if known.contains(year) { return .known }
    return provisional.contains(year) ? .provisional : .missing
  }

  private func entry(of date: CivilDate) -> CalendarDay? {
    let index = days.firstIndexSorted { $0.date >= date }
    guard index < days.count, days[index].date == date else { return nil }
    return days[index]
  }
}

extension CalendarDay {
  /// A decree day on a weekend is a day off in any case.
  func isWorking(decreeDaysAreWorking: Bool) -> Bool {
    switch kind {
    case .working, .short: true
    case .weekend, .holiday, .observed, .moved: false
    case .decree: decreeDaysAreWorking && date.weekday <= 5
    }
  }
}

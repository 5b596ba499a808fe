/// What a working calendar says about one day.
public enum DayKind: String, CaseIterable, Hashable, Sendable {
  /// An ordinary working day; on a Saturday or Sunday, one that a decree made working.
  case working
  /// A working day that is an hour shorter, the day before a holiday.
  case short
  /// An ordinary Saturday or Sunday.
  case weekend
  /// A public holiday.
  case holiday
  /// The day off that the law gives in place of a holiday that falls on a weekend.
  case observed
  /// A day off that a decree moved here from another day.
  case moved
  /// A day that a decree of the head of state made non-working without calling it a day off.
  ///
  /// Terms of state bodies were not moved alike for such days, so whether they count as working
  /// is the calendar's choice: ``WorkingCalendar/countingDecreeDays(asWorking:)``.
  case decree
}

/// One day of a working calendar that is not what its weekday says, or has something to tell.
public struct CalendarDay: Hashable, Sendable {
  /// The day.
  public let date: CivilDate
  /// What the day is.
  public let kind: DayKind
  /// The name of the holiday or the ground of the change, empty where there is none.
  public let note: String

  /// Creates a day of kind `kind`.
  public init(_ date: CivilDate, _ kind: DayKind, note: String = "") {
    self.date = date
    self.kind = kind
    self.note = note
  }
}

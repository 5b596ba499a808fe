/// A rule by which days come again: the part of RFC 5545's RRULE that speaks of whole days.
///
/// Written as `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25`.
public struct Recurrence: Hashable, Sendable {
  /// How long the period of the rule is.
  public enum Frequency: String, CaseIterable, Hashable, Sendable {
    /// A day.
    case daily = "DAILY"
    /// A week.
    case weekly = "WEEKLY"
    /// A month.
    case monthly = "MONTHLY"
    /// A year.
    case yearly = "YEARLY"
  }

  /// A weekday, or the n-th one of the month or the year.
  public struct Weekday: Hashable, Sendable {
    /// The day of the week, 1 (Monday) through 7 (Sunday).
    public let weekday: Int
    /// Which one in the month or year, 1 through 53, counted from the end when negative; nil for
    /// every one.
    public let ordinal: Int?

    /// Creates a weekday; nil outside the ranges.
    public init?(_ weekday: Int, ordinal: Int? = nil) {
      guard (1...7).contains(weekday) else { return nil }
      if let ordinal, ordinal == 0 || !(-53...53).contains(ordinal) { return nil }
      self.weekday = weekday
      self.ordinal = ordinal
    }
  }

  /// Where a rule ends.
  public enum End: Hashable, Sendable {
    /// After this many days, at least 1.
    case count(Int)
    /// On this day, which may still be one of them.
    case until(CivilDate)
  }

  /// The length of the period.
  public var frequency: Frequency
  /// Every how many periods the days come, 1 through 1000.
  public internal(set) var interval = 1
  /// Where the rule ends; nil where it does not.
  public var end: End?
  /// The months that days may lie in, 1 through 12; empty for all.
  public internal(set) var months: [Int] = []
  /// The days of the month, 1 through 31, counted from the end when negative; empty for all.
  public internal(set) var monthDays: [Int] = []
  /// The weekdays that days may lie on; empty for all.
  public internal(set) var weekdays: [Weekday] = []
  /// Which days of each period's set count, from 1, from the end when negative; empty for all.
  public internal(set) var setPositions: [Int] = []
  /// The first day of the week, 1 (Monday) through 7 (Sunday).
  public internal(set) var weekStart = 1

  /// Creates the rule of every period of `frequency`.
  public init(_ frequency: Frequency) {
    self.frequency = frequency
  }

  /// Creates the rule of every `interval`-th period; out of 1 through 1000 it is clamped.
  init(
    _ frequency: Frequency, every interval: Int, months: [Int] = [], monthDays: [Int] = [],
    weekdays: [Weekday] = []
  ) {
    self.frequency = frequency
    self.interval = min(max(interval, 1), 1000)
    self.months = months
    self.monthDays = monthDays
    self.weekdays = weekdays
  }
}

// MARK: - Printing

extension Recurrence: CustomStringConvertible {
  static let weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// The rule as the value of an RRULE, its parts in a settled order.
  public var rrule: String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    switch end {
    case .count(let count)?: parts.append("COUNT=\(count)")
    case .until(let date)?: parts.append("UNTIL=" + date.iso.filter { $0 != "-" })
    case nil: break
    }
    parts += [
      list("BYMONTH", months.map(String.init)), list("BYMONTHDAY", monthDays.map(String.init)),
      list("BYDAY", weekdays.map(\.name)), list("BYSETPOS", setPositions.map(String.init)),
    ].compactMap { $0 }
    if weekStart != 1 { parts.append("WKST=\(Self.weekdayNames[weekStart - 1])") }
    return parts.joined(separator: ";")
  }

  /// The same as ``rrule``.
  public var description: String { rrule }

  private func list(_ name: String, _ values: [String]) -> String? {
    values.isEmpty ? nil : "\(name)=\(values.joined(separator: ","))"
  }
}

extension Recurrence.Weekday {
  fileprivate var name: String {
    let day = Recurrence.weekdayNames[weekday - 1]
    return ordinal.map { "\($0)\(day)" } ?? day
  }
}

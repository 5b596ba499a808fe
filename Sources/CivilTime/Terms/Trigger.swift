/// A term counted from an event: `within 10 working days of the order`.
public struct Trigger: Hashable, Sendable {
  /// What the term is counted in.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Hours; a term in hours ends on the day that they end on.
    case hours
    /// Calendar days.
    case days
    /// Working days of a calendar.
    case workingDays = "working-days"
    /// Weeks of seven days.
    case weeks
    /// Calendar months; where a month is too short, its last day.
    case months
    /// Calendar years; the same.
    case years
  }

  /// Which side of the event the term lies on.
  public enum Side: String, Hashable, Sendable {
    /// After the event.
    case after
    /// Before it.
    case before
  }

  /// What the count says.
  public enum Limit: String, Hashable, Sendable {
    /// Not more than this.
    case within
    /// Exactly this.
    case exactly
    /// Not less than this.
    case atLeast = "at-least"
  }

  /// How many units, 0 or more; 0 is the event's own day.
  public let count: Int
  /// The unit.
  public let unit: Unit
  /// The side of the event.
  public let side: Side
  /// What the count says.
  public let limit: Limit
  /// The event as the words name it; empty where they do not.
  public let event: String

  init(
    _ count: Int, _ unit: Unit, _ side: Side = .after, limit: Limit = .within, event: String = ""
  ) {
    self.count = count
    self.unit = unit
    self.side = side
    self.limit = limit
    self.event = event
  }

  /// The day that the count comes to when the event is on `day`; nil past the calendar's end.
  ///
  /// The day of the event is not counted (Civil Code of Russia, article 191).
  public func date(from day: CivilDate, in calendar: WorkingCalendar) -> CivilDate? {
    let count = side == .after ? self.count : -self.count
    return switch unit {
    case .hours: day.adding(days: wholeDays(count))
    case .days: day.adding(days: count)
    case .workingDays: calendar.adding(workingDays: count, to: day)
    case .weeks: scaled(count, by: 7).flatMap { day.adding(days: $0) }
    case .months: day.adding(months: count)
    case .years: scaled(count, by: 12).flatMap { day.adding(months: $0) }
    }
  }

  /// The days that hours come to: a day begun is a day.
  private func wholeDays(_ hours: Int) -> Int {
    hours / 24 + (hours % 24).signum()
  }

  private func scaled(_ count: Int, by factor: Int) -> Int? {
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}

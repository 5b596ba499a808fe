public import Bilingual

/// A number of days that are counted by the calendar of a roadmap: `5 days`, `3 working days`.
///
/// A day is a whole day wherever it is counted, never a number of hours: `P1D` and `1 day` are one
/// day, and `1 working day` is one working day, however long people work on it. Where days are
/// counted from something that happened, its own day is not counted.
public struct DayCount: Hashable, Sendable {
  /// Which days are counted.
  public enum Unit: Hashable, Sendable {
    /// Every day.
    case calendar
    /// The working days of the roadmap's calendar.
    case working
  }

  /// The most days that can be counted, a century of them, in either direction.
  public static let most = 36_600

  private let days: Int32
  /// Which days are counted.
  public let unit: Unit

  /// The number of days, negative where they are counted backwards; at most ``most`` either way.
  public var count: Int { Int(days) }

  /// Creates a count of days, or nil where there are more than ``most`` of them.
  public init?(_ count: Int, _ unit: Unit) {
    guard (-Self.most...Self.most).contains(count) else { return nil }
    days = Int32(truncatingIfNeeded: count)
    self.unit = unit
  }

  /// Reads `5 days`, `3 working days`, `2 weeks`, their short forms `20d`, `10wd`, `2w`, the same
  /// in Russian, ISO 8601's `P5D` and `P2W`, each with a minus where days are counted backwards;
  /// and a plain `0`.
  ///
  /// A week is seven days. Months are refused, since they differ in length.
  ///
  /// - Throws: ``DayCountError`` for anything else.
  public init(reading text: some StringProtocol) throws(DayCountError) {
    var reader = DayCountReader(String(text))
    self = try reader.read()
  }

  /// The count in words: `5 working days`, «5 рабочих дней».
  public var words: Text {
    switch unit {
    case .calendar: CountedNoun(en: "day", "days", ru: "день", "дня", "дней")(count)
    case .working:
      CountedNoun(
        en: "working day", "working days", ru: "рабочий день", "рабочих дня", "рабочих дней")(count)
    }
  }
}

extension DayCount: CustomStringConvertible {
  /// The count as the language writes it, such as `5 working days`; reading it gives the same.
  public var description: String { words.en }
}

extension WorkingCalendar {
  /// The day that `count` reaches from `date`, whose own day is not counted; `date` for no days.
  ///
  /// Nil past either end of the calendar.
  public func adding(_ count: DayCount, to date: CivilDate) -> CivilDate? {
    switch count.unit {
    case .calendar: date.adding(days: count.count)
    case .working: adding(workingDays: count.count, to: date)
    }
  }
}

/// A day of the proleptic Gregorian calendar, 0001-01-01 through 9999-12-31, in no time zone.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0; earlier days are negative.
  public let dayNumber: Int32

  /// The earliest date there is, 0001-01-01.
  public static let earliest = CivilDate(unchecked: -719_162)
  /// The latest date there is, 9999-12-31.
  public static let latest = CivilDate(unchecked: 2_932_896)

  private init(unchecked dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day `dayNumber` days after 1970-01-01, or nil outside the years 1 through 9999.
  public init?(dayNumber: some BinaryInteger) {
    let range = Self.earliest.dayNumber...Self.latest.dayNumber
    guard let number = Int32(exactly: dayNumber), range.contains(number) else { return nil }
    self.dayNumber = number
  }

  /// The day `day` of month `month` (1 through 12) of `year` (1 through 9999), or nil where the
  /// calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysIn(month: month, of: year)
    else { return nil }
    dayNumber = Self.dayNumber(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD` and nothing else: no signs, spaces, times or days that do not exist.
  public init?(iso text: some StringProtocol) {
    var reader = ByteReader(text)
    self.init(from: &reader)
    guard reader.isAtEnd else { return nil }
  }

  init?(from reader: inout ByteReader) {
    let hyphen = UInt8(ascii: "-")
    guard let year = reader.number(digits: 4), reader.skip(hyphen),
      let month = reader.number(digits: 2), reader.skip(hyphen),
      let day = reader.number(digits: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether `first` is the earlier day.
  public static func < (first: CivilDate, second: CivilDate) -> Bool {
    first.dayNumber < second.dayNumber
  }
}

// MARK: - Parts

extension CivilDate {
  /// The year, 1 through 9999.
  public var year: Int { parts.year }
  /// The month, 1 through 12.
  public var month: Int { parts.month }
  /// The day of the month, 1 through 31.
  public var day: Int { parts.day }

  /// The year, the month and the day at once, which costs one division less each.
  public var parts: (year: Int, month: Int, day: Int) {
    // Years are counted from 1 March 0000, so that the leap day is the last day of its year.
    let sinceMarch0 = Int(dayNumber) + 719_468
    let era = sinceMarch0 / 146_097
    let dayOfEra = sinceMarch0 % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week as ISO 8601 counts it: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let sinceMonday = (Int(dayNumber) + 3) % 7
    return (sinceMonday + 7) % 7 + 1
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let days = marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400
    return Int32(truncatingIfNeeded: days + dayOfYear - 719_468)
  }
}

// MARK: - Months and years

extension CivilDate {
  /// Whether `year` has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The number of days of `month` of `year`, or 0 where there is no such month.
  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1, 3, 5, 7, 8, 10, 12: 31
    default: 0
    }
  }

  /// The first day of this day's month.
  public var startOfMonth: CivilDate {
    CivilDate(unchecked: dayNumber - Int32(day - 1))
  }

  /// The last day of this day's month.
  public var endOfMonth: CivilDate {
    let (year, month, day) = parts
    return CivilDate(unchecked: dayNumber + Int32(Self.daysIn(month: month, of: year) - day))
  }
}

// MARK: - Moving

extension CivilDate {
  /// The day `days` days later (earlier when negative), or nil past either end of the calendar.
  public func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: sum)
  }

  /// The same day `months` months later (earlier when negative), or the last day of that month
  /// where it is shorter; nil past either end of the calendar.
  public func adding(months: Int) -> CivilDate? {
    let (year, month, day) = parts
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 12 else { return nil }
    let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
    return CivilDate(
      year: newYear, month: newMonth, day: min(day, Self.daysIn(month: newMonth, of: newYear)))
  }

  /// The number of days from this day to `other`; negative when `other` is earlier.
  public func days(until other: CivilDate) -> Int {
    Int(other.dayNumber) - Int(dayNumber)
  }
}

// MARK: - Printing

extension CivilDate: CustomStringConvertible {
  /// The date as `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The date as `YYYY-MM-DD`.
  public var description: String { iso }
}

/// A day of the proleptic Gregorian calendar, and its count from 1970-01-01.
///
/// Years are counted from March inside, so that the leap day is the last of its year and whole
/// eras of 400 years (146,097 days) repeat.
struct CivilDay: Hashable {
  let year: Int64
  let month: Int
  let day: Int

  /// Creates a day, or nil where the calendar has none such (30 February).
  init?(year: Int64, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is `days` after 1970-01-01, or before it when negative.
  init(daysSinceEpoch days: Int64) {
    let shifted = days + 719_468
    let era = shifted.flooringQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5) + 1
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01; negative before it.
  var daysSinceEpoch: Int64 {
    let fromMarch = month <= 2 ? year - 1 : year
    let era = fromMarch.flooringQuotient(400)
    let yearOfEra = fromMarch - era * 400
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, 0 (Sunday) through 6.
  var dayOfWeek: Int {
    let sinceSunday = daysSinceEpoch + 4
    return Int(sinceSunday - sinceSunday.flooringQuotient(7) * 7)
  }

  /// The day of the year, 1 through 366.
  var dayOfYear: Int {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
    return before + day + (month > 2 && Self.isLeap(year) ? 1 : 0)
  }

  static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of `month`, 1 through 12.
  static func length(ofMonth month: Int, year: Int64) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Int64 {
  /// The quotient rounded down, for a positive `divisor`.
  func flooringQuotient(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

/// A zone by rule, for the years after the last known change: `EET-2EEST,M3.5.0/3,M10.5.0/4`.
///
/// Source: POSIX.1, "Environment Variables", `TZ`, with the wider hours of RFC 8536.
struct PosixTimeZone: Sendable {
  private let standard: Int64
  private let summer: Summer?

  private struct Summer: Sendable {
    let offset: Int64
    let start: YearlyInstant
    let end: YearlyInstant
  }

  /// Reads the rule, or answers nil when it is not one.
  init?(_ rule: some Sequence<UInt8>) {
    var reader = ByteReader(rule)
    guard reader.zoneAbbreviation(), let west = reader.signedTime() else { return nil }
    standard = -west
    guard !reader.isAtEnd else {
      summer = nil
      return
    }
    guard reader.zoneAbbreviation() else { return nil }
    var offset = standard + 3600
    if reader.next != 0x2C {
      guard let west = reader.signedTime() else { return nil }
      offset = -west
    }
    guard reader.skip(","), let start = reader.yearlyInstant(), reader.skip(","),
      let end = reader.yearlyInstant(), reader.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// Seconds east of UTC at `seconds` since the epoch.
  func offset(at seconds: Int64) -> Int64 {
    guard let summer else { return standard }
    let local = seconds + standard
    let year = CivilDay(daysSinceEpoch: local.flooringQuotient(86_400)).year
    let start = summer.start.secondsSinceEpoch(in: year) - standard
    let end = summer.end.secondsSinceEpoch(in: year) - summer.offset
    let isSummer =
      start < end
      ? start <= seconds && seconds < end
      : !(end <= seconds && seconds < start)
    return isSummer ? summer.offset : standard
  }
}

/// An instant that comes once a year, by the local clock.
private struct YearlyInstant: Sendable {
  enum Day: Sendable {
    /// The weekday (0 Sunday) of the given week of a month; week 5 is the last one.
    case weekday(Int, week: Int, month: Int)
    /// Day 1 through 365, February 29 never counted.
    case withoutLeapDay(Int64)
    /// Day 0 through 365, February 29 counted.
    case withLeapDay(Int64)
  }

  let day: Day
  /// Seconds after midnight of that day; may be negative or beyond it.
  let time: Int64

  func secondsSinceEpoch(in year: Int64) -> Int64 {
    (CivilDay(firstOf: year, month: 1).daysSinceEpoch + dayOfYear(in: year)) * 86_400 + time
  }

  /// Days after January 1.
  private func dayOfYear(in year: Int64) -> Int64 {
    switch day {
    case .withLeapDay(let day): return day
    case .withoutLeapDay(let day): return CivilDay.isLeap(year) && day >= 60 ? day : day - 1
    case .weekday(let weekday, let week, let month):
      let first = CivilDay(firstOf: year, month: month)
      var day = (weekday - first.dayOfWeek + 7) % 7 + (week - 1) * 7
      if day >= CivilDay.length(ofMonth: month, year: year) { day -= 7 }
      return Int64(first.dayOfYear - 1 + day)
    }
  }
}

extension CivilDay {
  /// The first day of `month`, 1 through 12.
  fileprivate init(firstOf year: Int64, month: Int) {
    self.year = year
    self.month = month
    day = 1
  }
}

extension ByteReader {
  /// `MSK` or `<+03>`.
  fileprivate mutating func zoneAbbreviation() -> Bool {
    let isQuoted = skip("<")
    var count = 0
    while let byte = next, byte != 0x3E, byte != 0x2C,
      isQuoted || (0x41...0x5A).contains(byte & 0xDF)
    {
      _ = take { _ in true }
      count += 1
    }
    return count >= 3 && (!isQuoted || skip(">"))
  }

  /// `-2:30` or `167`, hours first, in seconds.
  fileprivate mutating func signedTime() -> Int64? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number(upTo: 167) else { return nil }
    var seconds = hours * 3600
    for unit: Int64 in [60, 1] {
      guard skip(":") else { break }
      guard let count = number(upTo: 59) else { return nil }
      seconds += count * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// `M3.5.0/3`, `J60` or `59/-1`.
  fileprivate mutating func yearlyInstant() -> YearlyInstant? {
    guard let day = yearlyDay() else { return nil }
    guard skip("/") else { return YearlyInstant(day: day, time: 7200) }
    return signedTime().map { YearlyInstant(day: day, time: $0) }
  }

  private mutating func yearlyDay() -> YearlyInstant.Day? {
    if skip("J") {
      return number(upTo: 365).flatMap { $0 > 0 ? .withoutLeapDay($0) : nil }
    }
    guard skip("M") else { return number(upTo: 365).map { .withLeapDay($0) } }
    guard let month = number(upTo: 12), month > 0, skip("."), let week = number(upTo: 5), week > 0,
      skip("."), let weekday = number(upTo: 6)
    else { return nil }
    return .weekday(Int(weekday), week: Int(week), month: Int(month))
  }
}

/// A point in time as a calendar and a clock show it, in the proleptic Gregorian calendar.
public struct CivilFields: Hashable, Sendable {
  /// The year; 0 through 10000, since a zone may show a day beyond the range of ``Timestamp``.
  public let year: Int
  /// The month, 1 through 12.
  public let month: Int
  /// The day of the month, 1 through 31.
  public let day: Int
  /// The hour, 0 through 23.
  public let hour: Int
  /// The minute, 0 through 59.
  public let minute: Int
  /// The second, 0 through 59.
  public let second: Int
  /// The part of a second, 0 through 999,999,999.
  public let nanosecond: Int
  /// The day of the week, 0 (Sunday) through 6.
  public let dayOfWeek: Int
  /// The day of the year, 1 through 366.
  public let dayOfYear: Int

  /// The fields shown by a clock that is `offset` seconds ahead of UTC.
  ///
  /// - Parameters:
  ///   - timestamp: the instant to show.
  ///   - offset: seconds east of UTC, within a few days either way.
  init(_ timestamp: Timestamp, offset: Int64) {
    let local = timestamp.seconds + offset
    let days = local.flooringQuotient(86_400)
    let clock = Int(local - days * 86_400)
    let date = CivilDay(daysSinceEpoch: days)
    year = Int(date.year)
    month = date.month
    day = date.day
    hour = clock / 3600
    minute = clock / 60 % 60
    second = clock % 60
    nanosecond = Int(timestamp.nanoseconds)
    dayOfWeek = date.dayOfWeek
    dayOfYear = date.dayOfYear
  }
}

/// A moment, in microseconds since 1970-01-01T00:00:00Z, within the years 1 through 9999 of UTC.
///
/// Leap seconds do not exist here: every day has 86 400 seconds.
public struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
  public let microseconds: Int64

  private static let microsecondsADay: Int64 = 86_400_000_000
  private static let range: ClosedRange<Int64> = {
    let first = Int64(CivilDate.earliest.dayNumber) * microsecondsADay
    let last = Int64(CivilDate.latest.dayNumber) * microsecondsADay + (microsecondsADay - 1)
    return first...last
  }()

  /// The moment `microseconds` after 1970-01-01T00:00:00Z, or nil outside the years 1 through
  /// 9999 of UTC.
  public init?(microseconds: Int64) {
    guard Self.range.contains(microseconds) else { return nil }
    self.microseconds = microseconds
  }

  /// The first moment of `date` in UTC.
  public init(startOf date: CivilDate) {
    microseconds = Int64(date.dayNumber) * Self.microsecondsADay
  }

  /// Whether `first` is the earlier moment.
  public static func < (first: Instant, second: Instant) -> Bool {
    first.microseconds < second.microseconds
  }

  /// The day of this moment in UTC.
  public var date: CivilDate {
    let day = microseconds.quotientRoundedDown(by: Self.microsecondsADay)
    return CivilDate(dayNumber: day) ?? .earliest
  }

  /// The moment `microseconds` later (earlier when negative), or nil past either end.
  public func adding(microseconds: Int64) -> Instant? {
    let (sum, overflow) = self.microseconds.addingReportingOverflow(microseconds)
    return overflow ? nil : Instant(microseconds: sum)
  }
}

// MARK: - Reading

extension Instant {
  /// Reads `2018-03-05T10:00:00Z`: a date, `T`, hours, minutes and seconds, an optional fraction
  /// of one through six digits, and `Z` or an offset such as `+03:00`.
  ///
  /// Nil for all else: small letters, spaces, second 60, hour 24, 30 February, junk at the end.
  public init?(rfc3339 text: some StringProtocol) {
    var reader = ByteReader(text)
    guard let date = CivilDate(from: &reader), reader.skip(UInt8(ascii: "T")),
      let time = Self.timeOfDay(&reader), let offset = Self.offset(&reader), reader.isAtEnd
    else { return nil }
    self.init(microseconds: Instant(startOf: date).microseconds + time - offset)
  }

  /// Reads what ``init(rfc3339:)`` reads, or a plain `YYYY-MM-DD`, which means its start in UTC.
  public init?(isoDateOrTime text: some StringProtocol) {
    if let date = CivilDate(iso: text) {
      self.init(startOf: date)
    } else {
      self.init(rfc3339: text)
    }
  }

  private static func timeOfDay(_ reader: inout ByteReader) -> Int64? {
    let colon = UInt8(ascii: ":")
    guard let hour = reader.number(digits: 2), hour < 24, reader.skip(colon),
      let minute = reader.number(digits: 2), minute < 60, reader.skip(colon),
      let second = reader.number(digits: 2), second < 60,
      let fraction = fraction(&reader)
    else { return nil }
    return Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + Int64(fraction)
  }

  private static func fraction(_ reader: inout ByteReader) -> Int? {
    guard reader.skip(UInt8(ascii: ".")) else { return 0 }
    let digits = reader.digitsAhead
    guard (1...6).contains(digits), let value = reader.number(digits: digits) else { return nil }
    return (digits..<6).reduce(value) { value, _ in value * 10 }
  }

  private static func offset(_ reader: inout ByteReader) -> Int64? {
    guard !reader.skip(UInt8(ascii: "Z")) else { return 0 }
    let isWest = reader.skip(UInt8(ascii: "-"))
    guard isWest || reader.skip(UInt8(ascii: "+")),
      let hours = reader.number(digits: 2), hours < 24, reader.skip(UInt8(ascii: ":")),
      let minutes = reader.number(digits: 2), minutes < 60
    else { return nil }
    let microseconds = Int64(hours * 60 + minutes) * 60_000_000
    return isWest ? -microseconds : microseconds
  }
}

// MARK: - Printing

extension Instant: CustomStringConvertible {
  /// The moment in UTC, such as `2018-03-05T10:00:00Z`; six digits of a fraction only where it
  /// is not zero.
  public var rfc3339: String {
    let rest = Int(microseconds - Instant(startOf: date).microseconds)
    let (seconds, fraction) = rest.quotientAndRemainder(dividingBy: 1_000_000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    let tail = fraction == 0 ? "" : "." + padded(fraction, 6)
    return "\(date)T\(clock.joined(separator: ":"))\(tail)Z"
  }

  /// The same as ``rfc3339``.
  public var description: String { rfc3339 }
}

extension Int64 {
  /// The quotient rounded towards negative infinity; `divisor` must be positive.
  fileprivate func quotientRoundedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

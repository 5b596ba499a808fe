/// An instant: CEL's `google.protobuf.Timestamp`.
///
/// Range: 0001-01-01T00:00:00Z through 9999-12-31T23:59:59.999999999Z.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, rounded down.
  public let seconds: Int64
  /// Nanoseconds after ``seconds``, 0 through 999,999,999.
  public let nanoseconds: Int32

  /// The first instant there is, 0001-01-01T00:00:00Z.
  public static let minimum = Timestamp(inRange: -62_135_596_800, 0)
  /// The last instant there is, 9999-12-31T23:59:59.999999999Z.
  public static let maximum = Timestamp(inRange: 253_402_300_799, 999_999_999)

  /// Creates an instant, or nil outside the range.
  ///
  /// - Parameters:
  ///   - seconds: seconds since the epoch, rounded down.
  ///   - nanoseconds: nanoseconds after them, 0 through 999,999,999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard (Self.minimum.seconds...Self.maximum.seconds).contains(seconds),
      (0...999_999_999).contains(nanoseconds)
    else { return nil }
    self.init(inRange: seconds, nanoseconds)
  }

  private init(inRange seconds: Int64, _ nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The instant `duration` later, or nil outside the range.
  public func adding(_ duration: CELDuration) -> Timestamp? {
    shifted(seconds: duration.seconds, nanoseconds: duration.nanosecondsOfSecond)
  }

  /// The instant `duration` earlier, or nil outside the range.
  public func subtracting(_ duration: CELDuration) -> Timestamp? {
    shifted(seconds: -duration.seconds, nanoseconds: -duration.nanosecondsOfSecond)
  }

  /// The time that passed since `other`, or nil when 64 bits of nanoseconds can't hold it.
  public func since(_ other: Timestamp) -> CELDuration? {
    CELDuration(
      seconds: seconds - other.seconds, nanos: Int64(nanoseconds) - Int64(other.nanoseconds))
  }

  /// The instant moved by both parts; each is within the range of a duration.
  private func shifted(seconds delta: Int64, nanoseconds nanos: Int64) -> Timestamp? {
    let total = Int64(nanoseconds) + nanos
    let carry = total.flooringQuotient(1_000_000_000)
    return Timestamp(
      seconds: seconds + delta + carry, nanoseconds: Int32(total - carry * 1_000_000_000))
  }
}

extension Timestamp: Comparable {
  /// Whether `left` comes before `right`.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

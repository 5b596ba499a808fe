/// A span of time: CEL's `google.protobuf.Duration`, held in 64 bits of nanoseconds.
///
/// Range: about 292 years either way.
public struct CELDuration: Hashable, Sendable {
  /// The whole length; negative for a span that goes back.
  public let nanoseconds: Int64

  /// Creates a span of `nanoseconds`.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Creates the sum of both parts, or nil when 64 bits of nanoseconds can't hold it.
  ///
  /// - Parameters:
  ///   - seconds: whole seconds.
  ///   - nanos: nanoseconds to add, of either sign.
  public init?(seconds: Int64, nanos: Int64) {
    let carry = nanos / 1_000_000_000
    var (whole, overflow) = seconds.addingReportingOverflow(carry)
    guard !overflow else { return nil }
    var rest = nanos - carry * 1_000_000_000
    // Parts of one sign: a sum that fits then has a product that fits.
    if whole > 0, rest < 0 {
      whole -= 1
      rest += 1_000_000_000
    } else if whole < 0, rest > 0 {
      whole += 1
      rest -= 1_000_000_000
    }
    let (product, tooLong) = whole.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, justTooLong) = product.addingReportingOverflow(rest)
    guard !tooLong, !justTooLong else { return nil }
    self.init(nanoseconds: sum)
  }

  /// The sum, or nil when it can't be held.
  public func adding(_ other: CELDuration) -> CELDuration? {
    let (sum, overflow) = nanoseconds.addingReportingOverflow(other.nanoseconds)
    return overflow ? nil : CELDuration(nanoseconds: sum)
  }

  /// The difference, or nil when it can't be held.
  public func subtracting(_ other: CELDuration) -> CELDuration? {
    let (difference, overflow) = nanoseconds.subtractingReportingOverflow(other.nanoseconds)
    return overflow ? nil : CELDuration(nanoseconds: difference)
  }

  /// The span in the other direction, or nil when it can't be held.
  public var negated: CELDuration? {
    CELDuration(nanoseconds: 0).subtracting(self)
  }

  /// The whole span in whole hours, rounded towards zero.
  public var hours: Int64 { nanoseconds / 3_600_000_000_000 }
  /// The whole span in whole minutes, rounded towards zero.
  public var minutes: Int64 { nanoseconds / 60_000_000_000 }
  /// The whole span in whole seconds, rounded towards zero.
  public var seconds: Int64 { nanoseconds / 1_000_000_000 }
  /// The milliseconds of its last second only: 321 for `123.321456789s`.
  public var millisecondsOfSecond: Int64 { nanosecondsOfSecond / 1_000_000 }
  /// The nanoseconds of its last second only, with the sign of the span.
  public var nanosecondsOfSecond: Int64 { nanoseconds % 1_000_000_000 }
}

extension CELDuration: Comparable {
  /// Whether `left` is the shorter span, a negative one being shorter than none.
  public static func < (left: CELDuration, right: CELDuration) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension CELDuration {
  /// Reads `-1h30m1.5s` or the like, or answers nil; also nil outside the range.
  ///
  /// Numbers with an optional fraction, each followed by `h`, `m`, `s`, `ms`, `us` (`µs`) or `ns`,
  /// behind one optional sign; a bare `0` needs no unit. What is finer than a nanosecond is cut.
  public init?(text: some StringProtocol) {
    var reader = ByteReader(text)
    let isNegative = reader.skip("-")
    if !isNegative { _ = reader.skip("+") }
    guard let magnitude = reader.durationMagnitude(), reader.isAtEnd else { return nil }
    guard let length = Int64(exactly: magnitude) else {
      guard isNegative, magnitude == Int64.min.magnitude else { return nil }
      self.init(nanoseconds: .min)
      return
    }
    self.init(nanoseconds: isNegative ? -length : length)
  }

  /// The span in seconds, with the digits of a second that are needed: `5400s`, `-0.25s`.
  public var text: String {
    let magnitude = nanoseconds.magnitude
    let fraction = fractionText(ofNanoseconds: Int64(magnitude % 1_000_000_000))
    return "\(nanoseconds < 0 ? "-" : "")\(magnitude / 1_000_000_000)\(fraction)s"
  }
}

extension ByteReader {
  /// A bare `0` or one or more numbers with units, in nanoseconds.
  fileprivate mutating func durationMagnitude() -> UInt64? {
    var bareZero = self
    if bareZero.skip("0"), bareZero.isAtEnd {
      self = bareZero
      return 0
    }
    var total: UInt64 = 0
    repeat {
      guard let part = amountWithUnit() else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
    } while !isAtEnd
    return total
  }

  /// `1.5h`, in nanoseconds.
  private mutating func amountWithUnit() -> UInt64? {
    guard let amount = decimal(), let unit = unitNanoseconds() else { return nil }
    let (whole, tooLong) = amount.whole.multipliedReportingOverflow(by: unit)
    let wide = amount.fraction.multipliedFullWidth(by: unit)
    // fraction < scale, so the quotient is less than the unit.
    let (part, _) = amount.scale.dividingFullWidth(wide)
    let (sum, overflow) = whole.addingReportingOverflow(part)
    return tooLong || overflow ? nil : sum
  }

  private typealias Decimal = (whole: UInt64, fraction: UInt64, scale: UInt64)

  /// `1.5`, `.5` or `1.`: the whole part, and the fraction over a power of ten.
  private mutating func decimal() -> Decimal? {
    var number: Decimal = (0, 0, 1)
    var hasDigits = false
    while let digit = nextDigit() {
      hasDigits = true
      let (product, tooLong) = number.whole.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(UInt64(digit))
      guard !tooLong, !overflow else { return nil }
      number.whole = sum
    }
    guard skip(".") else { return hasDigits ? number : nil }
    while let digit = nextDigit() {
      hasDigits = true
      guard number.scale < 1_000_000_000_000_000_000 else { continue }
      number.fraction = number.fraction * 10 + UInt64(digit)
      number.scale *= 10
    }
    return hasDigits ? number : nil
  }

  private mutating func unitNanoseconds() -> UInt64? {
    // `ms` before `m`; both micro signs, U+00B5 and U+03BC, stand for `u`.
    if skip(word: "ns") { return 1 }
    if skip(word: "us") || skip(word: "\u{B5}s") || skip(word: "\u{3BC}s") { return 1000 }
    if skip(word: "ms") { return 1_000_000 }
    if skip("s") { return 1_000_000_000 }
    if skip("m") { return 60_000_000_000 }
    if skip("h") { return 3_600_000_000_000 }
    return nil
  }
}

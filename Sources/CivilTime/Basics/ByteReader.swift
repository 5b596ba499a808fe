/// A cursor over UTF-8 bytes for the fixed formats, where every digit has its place.
struct ByteReader {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The next byte, left in place.
  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  /// Moves past `byte` when it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// The number of exactly `digits` decimal digits that comes next; nothing moves without it.
  ///
  /// At most nine digits, so that the number always fits.
  mutating func number(digits: Int) -> Int? {
    guard (1...9).contains(digits), bytes.count - position >= digits else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    position += digits
    return value
  }

  /// How many digits come next.
  var digitsAhead: Int { bytes[position...].prefix { $0.isDigit }.count }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// `value` in decimal, with zeros in front up to `width`.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

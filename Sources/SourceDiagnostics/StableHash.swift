/// A hash that is the same at every run and on every machine, for telling texts apart.
///
/// Two FNV-1a hashes of 64 bits from different starts. It keeps mistakes apart, not attackers.
struct StableHash {
  private static let prime: UInt64 = 0x100_0000_01B3
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x6C62_272E_07BB_0142

  /// Takes in a text, and that it ends here: `ab` and `c` are not `a` and `bc`.
  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(UInt8(0xFF))
  }

  private mutating func combine(_ byte: UInt8) {
    first = (first ^ UInt64(byte)) &* Self.prime
    second = (second ^ UInt64(~byte)) &* Self.prime
  }

  /// The hash in 32 hexadecimal digits.
  var digits: String { Self.digits(first) + Self.digits(second) }

  private static func digits(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

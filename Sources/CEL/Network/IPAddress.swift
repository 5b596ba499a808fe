/// An IPv4 or IPv6 address, as the network extension of CEL knows it.
///
/// An IPv6 address that only wraps an IPv4 one, written in hexadecimal (`::ffff:c0a8:1`), is that
/// IPv4 address. Written with dots, and with a zone (`%eth0`), addresses are refused.
public struct IPAddress: Hashable, Sendable {
  /// 4 or 6.
  public let family: Int
  /// The high and the low half of the address; of IPv4 the low 32 bits are used.
  let high: UInt64
  let low: UInt64

  init(v4 bits: UInt32) {
    family = 4
    high = 0
    low = UInt64(bits)
  }

  init(v6 high: UInt64, _ low: UInt64) {
    family = 6
    self.high = high
    self.low = low
  }

  /// Reads an address, or answers nil when `text` is not one in the strict notation.
  public init?(_ text: some StringProtocol) {
    guard let literal = IPLiteral(text), !literal.wrapsDottedIPv4 else { return nil }
    self = literal.wrapsIPv4 ? IPAddress(v4: UInt32(truncatingIfNeeded: literal.low)) : literal.bare
  }

  /// The number of bits: 32 or 128.
  var bitCount: Int { family == 4 ? 32 : 128 }

  /// Whether `text`, which must be an address, is written in the canonical form.
  ///
  /// - Returns: nil when it is no address.
  public static func isCanonical(_ text: some StringProtocol) -> Bool? {
    IPAddress(text).map { $0.text.utf8.elementsEqual(text.utf8) }
  }

  /// Whether this is `0.0.0.0` or `::`.
  public var isUnspecified: Bool { high == 0 && low == 0 }

  /// Whether this is in `127.0.0.0/8`, or is `::1`.
  public var isLoopback: Bool {
    family == 4 ? low >> 24 == 127 : high == 0 && low == 1
  }

  /// Whether this is in `224.0.0.0/24` or `ff02::/16`, whatever the flags of the latter.
  public var isLinkLocalMulticast: Bool {
    family == 4 ? low >> 8 == 0xE0_00_00 : high >> 48 & 0xFF0F == 0xFF02
  }

  /// Whether this is in `169.254.0.0/16` or `fe80::/10`.
  public var isLinkLocalUnicast: Bool {
    family == 4 ? low >> 16 == 0xA9FE : high >> 54 == 0xFE80 >> 6
  }

  /// Whether this names one host beyond its link; private addresses do.
  public var isGlobalUnicast: Bool {
    let isBroadcast = family == 4 && low == 0xFFFF_FFFF
    return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
  }

  private var isMulticast: Bool {
    family == 4 ? low >> 28 == 0xE : high >> 56 == 0xFF
  }
}

extension IPAddress {
  /// The canonical notation: dotted decimal, or RFC 5952.
  public var text: String {
    guard family == 6 else {
      return [24, 16, 8, 0].map { String(low >> $0 & 0xFF) }.joined(separator: ".")
    }
    let groups = [high, low].flatMap { half in [48, 32, 16, 0].map { half >> $0 & 0xFFFF } }
    let gap = Self.longestZeroRun(groups)
    func joined(_ part: ArraySlice<UInt64>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard gap.count >= 2 else { return joined(groups[...]) }
    return joined(groups[..<gap.lowerBound]) + "::" + joined(groups[gap.upperBound...])
  }

  /// The longest run of zero groups; the first one when several are as long.
  private static func longestZeroRun(_ groups: [UInt64]) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for index in groups.indices {
      if groups[index] != 0 {
        start = index + 1
      } else if index + 1 - start > longest.count {
        longest = start..<(index + 1)
      }
    }
    return longest
  }
}

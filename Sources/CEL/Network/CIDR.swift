/// An address with the length of its network's prefix, as the network extension of CEL knows it.
///
/// The bits after the prefix are kept as written, and count when two ranges are compared.
public struct CIDR: Hashable, Sendable {
  /// The address before the slash.
  public let ip: IPAddress
  /// The number of bits that the network's addresses share: 0 through 32, or 128 for IPv6.
  public let prefixLength: Int

  private init(_ ip: IPAddress, _ prefixLength: Int) {
    self.ip = ip
    self.prefixLength = prefixLength
  }

  /// Reads `192.168.0.0/24`, or answers nil when `text` is not a range in the strict notation.
  ///
  /// An IPv6 address that wraps an IPv4 one is refused here: its prefix could mean either.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let slash = bytes.lastIndex(of: 0x2F),
      let literal = IPLiteral(String(decoding: bytes[..<slash], as: UTF8.self)),
      !literal.wrapsIPv4,
      let length = decimal(bytes[(slash + 1)...], upTo: literal.bare.bitCount)
    else { return nil }
    self.init(literal.bare, length)
  }

  /// The canonical notation, with the address as it was given.
  public var text: String { "\(ip.text)/\(prefixLength)" }

  /// The range with all bits after the prefix zero.
  public var masked: CIDR {
    guard ip.family == 6 else {
      let mask = UInt64.max << UInt64(32 - prefixLength) & 0xFFFF_FFFF
      return CIDR(IPAddress(v4: UInt32(truncatingIfNeeded: ip.low & mask)), prefixLength)
    }
    // Shifts by 64 or more give zero.
    let high = ip.high & UInt64.max << max(0, 64 - prefixLength)
    let low = ip.low & UInt64.max << min(64, 128 - prefixLength)
    return CIDR(IPAddress(v6: high, low), prefixLength)
  }

  /// Whether `address` is of the same family and shares the prefix.
  public func contains(_ address: IPAddress) -> Bool {
    address.family == ip.family && CIDR(address, prefixLength).masked == masked
  }

  /// Whether every address of `other` is in this range.
  public func contains(_ other: CIDR) -> Bool {
    other.prefixLength >= prefixLength && contains(other.ip)
  }
}

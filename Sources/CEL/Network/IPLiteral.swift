/// An address exactly as it was written, before it is judged.
///
/// Strict notation: four decimal octets without leading zeros, or RFC 4291 groups of one to four
/// hexadecimal digits with at most one `::`, the last two of which may be written as IPv4.
struct IPLiteral {
  let bare: IPAddress
  /// Whether dotted decimals were part of an IPv6 address.
  private let hasDottedTail: Bool

  var low: UInt64 { bare.low }

  /// Whether this is in `::ffff:0:0/96`.
  var wrapsIPv4: Bool { bare.family == 6 && bare.high == 0 && bare.low >> 32 == 0xFFFF }

  var wrapsDottedIPv4: Bool { wrapsIPv4 && hasDottedTail }

  init?(_ text: some StringProtocol) {
    // The longest address has 45 characters.
    guard text.utf8.count <= 45 else { return nil }
    let bytes = Array(text.utf8)
    if bytes.contains(0x3A) {
      guard let address = IPv6Groups(bytes) else { return nil }
      bare = IPAddress(v6: address.half(0), address.half(4))
      hasDottedTail = address.hasDottedTail
    } else {
      guard let bits = dottedDecimal(bytes[...]) else { return nil }
      bare = IPAddress(v4: bits)
      hasDottedTail = false
    }
  }
}

/// `192.168.0.1` as 32 bits.
private func dottedDecimal(_ bytes: ArraySlice<UInt8>) -> UInt32? {
  let octets = bytes.split(separator: 0x2E, maxSplits: 4, omittingEmptySubsequences: false)
  guard octets.count == 4 else { return nil }
  var bits: UInt32 = 0
  for octet in octets {
    guard let value = decimal(octet, upTo: 255) else { return nil }
    bits = bits << 8 | UInt32(value)
  }
  return bits
}

/// Decimal digits without a leading zero, worth `limit` (at most 255) or less.
func decimal(_ digits: ArraySlice<UInt8>, upTo limit: Int) -> Int? {
  guard let first = digits.first, digits.count <= 3, first != 0x30 || digits.count == 1,
    digits.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  return value <= limit ? value : nil
}

/// The eight groups of an IPv6 address.
private struct IPv6Groups {
  private var groups: [UInt16] = []
  private var gap: Int?
  private(set) var hasDottedTail = false

  /// Four groups from `start` as one number.
  func half(_ start: Int) -> UInt64 {
    groups[start..<(start + 4)].reduce(0) { $0 << 16 | UInt64($1) }
  }

  init?(_ bytes: [UInt8]) {
    guard read(bytes) else { return nil }
    guard let gap else {
      guard groups.count == 8 else { return nil }
      return
    }
    // `::` stands for one group at least.
    guard groups.count < 8 else { return nil }
    groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
  }

  private mutating func read(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
    // Between the ends, an empty part is `::`; at an end, `::` makes two of them.
    guard parts.count >= 3, parts.count <= 9 else { return false }
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      guard part.isEmpty else {
        guard readGroup(part, isLast: isLast) else { return false }
        continue
      }
      if index == 0 {
        guard parts[1].isEmpty else { return false }
      } else if isLast {
        guard parts[index - 1].isEmpty else { return false }
      } else {
        guard gap == nil else { return false }
        gap = groups.count
      }
    }
    return groups.count <= 8
  }

  private mutating func readGroup(_ part: ArraySlice<UInt8>, isLast: Bool) -> Bool {
    if isLast, part.contains(0x2E) {
      guard let bits = dottedDecimal(part) else { return false }
      hasDottedTail = true
      groups += [UInt16(bits >> 16), UInt16(truncatingIfNeeded: bits)]
      return true
    }
    guard part.count <= 4 else { return false }
    var value: UInt16 = 0
    for byte in part {
      guard let digit = hexadecimalDigit(byte) else { return false }
      value = value << 4 | UInt16(digit)
    }
    groups.append(value)
    return true
  }
}

/// The value of `0` through `9`, `a` through `f` in either case.
func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte) - 0x30
  case 0x41...0x46: UInt32(byte) - 0x41 + 10
  case 0x61...0x66: UInt32(byte) - 0x61 + 10
  default: nil
  }
}

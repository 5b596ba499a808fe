/// What stands at one place of a text that is meant to be UTF-8.
public enum DecodedScalar: Hashable, Sendable {
  /// A character of 1 through 4 bytes.
  case scalar(Unicode.Scalar, width: Int)
  /// A byte that begins no well-formed character; it counts as one character.
  case invalid(UInt8)

  /// How many bytes it takes, 1 through 4.
  public var width: Int {
    switch self {
    case .scalar(_, let width): width
    case .invalid: 1
    }
  }
}

/// Decodes the character of `bytes` at `index`, strictly: no overlong forms, no surrogates, nothing
/// above U+10FFFF.
///
/// - Returns: nil when `index` lies outside `bytes`.
public func decodeUTF8(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> DecodedScalar? {
  guard bytes.indices.contains(index) else { return nil }
  let lead = bytes[index]
  guard lead >= 0x80 else { return .scalar(Unicode.Scalar(lead), width: 1) }
  let (width, least, bits): (Int, UInt32, UInt8)
  switch lead {
  case 0xC2...0xDF: (width, least, bits) = (2, 0x80, 0x1F)
  case 0xE0...0xEF: (width, least, bits) = (3, 0x800, 0x0F)
  case 0xF0...0xF4: (width, least, bits) = (4, 0x10000, 0x07)
  default: return .invalid(lead)
  }
  guard bytes.count - index >= width else { return .invalid(lead) }
  var value = UInt32(lead & bits)
  for offset in 1..<width {
    let byte = bytes[index + offset]
    guard byte & 0xC0 == 0x80 else { return .invalid(lead) }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  guard value >= least, let scalar = Unicode.Scalar(value) else { return .invalid(lead) }
  return .scalar(scalar, width: width)
}

extension Library {
  static let encoders: [Function] = [
    global("base64.encode", [("base64_encode_bytes", [.bytes], .string)], .unary(encode)),
    global("base64.decode", [("base64_decode_string", [.string], .bytes)], .unary(decode)),
  ]

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func encode(_ value: Value) -> Value {
    guard case .bytes(let octets) = value else { return .noOverload("base64.encode", value) }
    var text: [UInt8] = []
    text.reserveCapacity((octets.count + 2) / 3 * 4)
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      var word: UInt32 = 0
      for octet in group { word = word << 8 | UInt32(octet) }
      word <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let digit = Int(word >> UInt32(18 - 6 * place) & 63)
        text.append(place <= group.count ? alphabet[digit] : 0x3D)
      }
    }
    return .string(String(decoding: text, as: UTF8.self))
  }

  /// Padding may be left out, but not be wrong.
  private static func decode(_ value: Value) -> Value {
    guard case .string(let text) = value else { return .noOverload("base64.decode", value) }
    var digits = Array(text.utf8)[...]
    let padding = digits.reversed().prefix { $0 == 0x3D }.count
    digits = digits.dropLast(padding)
    let isPadded = padding == 0 || (padding <= 2 && (digits.count + padding) % 4 == 0)
    guard isPadded, digits.count % 4 != 1 else { return badBase64 }
    var octets: [UInt8] = []
    var word: UInt32 = 0
    var bits: UInt32 = 0
    for byte in digits {
      guard let digit = sextet(byte) else { return badBase64 }
      word = (word << 6 | digit) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        octets.append(UInt8(truncatingIfNeeded: word >> bits))
      }
    }
    return .bytes(octets)
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  private static var badBase64: Value {
    .invalid(en: "the text is not base64", ru: "это не base64")
  }
}

import Bilingual

/// Reads the value of literal tokens.
enum Literal {
  /// A mistake inside a literal, at a byte offset from the literal's start.
  struct Failure: Error {
    var offset: Int
    var length: Int
    var message: Text
  }

  static func int(_ text: String, negative: Bool) -> Int64? {
    let sign = negative ? "-" : ""
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      return Int64(sign + text.dropFirst(2), radix: 16)
    }
    return Int64(sign + text)
  }

  static func uint(_ text: String) -> UInt64? {
    let digits = text.dropLast()
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return UInt64(digits.dropFirst(2), radix: 16)
    }
    return UInt64(digits)
  }

  static func double(_ text: String) -> Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The octets that the string or bytes literal `token` stands for.
  static func octets(
    _ token: UnsafeBufferPointer<UInt8>, isBytes: Bool
  ) throws(Failure) -> [UInt8] {
    var start = isBytes ? 1 : 0
    let isRaw = token[start] | 0x20 == 0x72
    if isRaw { start += 1 }
    let quote = token[start]
    let isTriple =
      token.count >= start + 6 && token[start + 1] == quote && token[start + 2] == quote
    let edge = isTriple ? 3 : 1
    let body = UnsafeBufferPointer(rebasing: token[(start + edge)..<(token.count - edge)])
    if isRaw || !body.contains(0x5C) { return Array(body) }
    var reader = EscapeReader(body: body, offset: start + edge, isBytes: isBytes)
    return try reader.read()
  }
}

/// Replaces the escape sequences of a literal's body.
private struct EscapeReader {
  let body: UnsafeBufferPointer<UInt8>
  let offset: Int
  let isBytes: Bool
  var position = 0
  var output: [UInt8] = []

  init(body: UnsafeBufferPointer<UInt8>, offset: Int, isBytes: Bool) {
    self.body = body
    self.offset = offset
    self.isBytes = isBytes
    output.reserveCapacity(body.count)
  }

  mutating func read() throws(Literal.Failure) -> [UInt8] {
    while position < body.count {
      if body[position] == 0x5C {
        try readEscape()
      } else {
        output.append(body[position])
        position += 1
      }
    }
    return output
  }

  private mutating func readEscape() throws(Literal.Failure) {
    let start = position
    guard position + 1 < body.count else { throw failure(from: start) }
    let letter = body[position + 1]
    position += 2
    switch letter {
    case 0x61: output.append(0x07)
    case 0x62: output.append(0x08)
    case 0x66: output.append(0x0C)
    case 0x6E: output.append(0x0A)
    case 0x72: output.append(0x0D)
    case 0x74: output.append(0x09)
    case 0x76: output.append(0x0B)
    case 0x5C, 0x3F, 0x22, 0x27, 0x60: output.append(letter)
    case 0x78, 0x58: try appendCode(digits: 2, radix: 16, from: start)
    case 0x75 where !isBytes: try appendCode(digits: 4, radix: 16, from: start)
    case 0x55 where !isBytes: try appendCode(digits: 8, radix: 16, from: start)
    case 0x30...0x33:
      position -= 1
      try appendCode(digits: 3, radix: 8, from: start)
    default: throw failure(from: start)
    }
  }

  private mutating func appendCode(
    digits: Int, radix: UInt32, from start: Int
  ) throws(Literal.Failure) {
    guard position + digits <= body.count else { throw failure(from: start) }
    var code: UInt32 = 0
    for _ in 0..<digits {
      let byte = body[position]
      let digit: UInt8 = byte.isDigit ? byte - 0x30 : ((byte | 0x20) &- 0x61) &+ 10
      guard byte.isHexDigit, UInt32(digit) < radix else { throw failure(from: start) }
      code = code &* radix &+ UInt32(digit)
      position += 1
    }
    if isBytes {
      output.append(UInt8(truncatingIfNeeded: code))
    } else {
      guard let scalar = Unicode.Scalar(code) else { throw failure(from: start) }
      output.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  private func failure(from start: Int) -> Literal.Failure {
    let end = min(max(position, start + 1), body.count)
    let text = String(decoding: body[start..<end], as: UTF8.self)
    return Literal.Failure(
      offset: offset + start, length: end - start,
      message: Text(
        en: "`\(text)` is not an escape that is allowed here",
        ru: "`\(text)` — недопустимая здесь последовательность"))
  }
}

extension JSONReader {
  /// The whole number that begins here.
  mutating func integer() throws(JSONError) -> Int64 {
    let start = offset
    let isNegative = try peek() == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    guard let first = digit() else { throw unexpected() }
    offset += 1
    var value: Int64 = isNegative ? -first : first
    var fits = true
    while let digit = digit() {
      guard first != 0 else { throw unexpected() }
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, carry) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      fits = fits && !overflow && !carry
      value = next
      offset += 1
    }
    guard !isFraction, !(isNegative && value == 0 && fits) else {
      throw JSONError(problem: .notAnInteger, offset: start)
    }
    guard fits else { throw JSONError(problem: .integerOutOfRange, offset: start) }
    return value
  }

  private func digit() -> Int64? {
    guard offset < text.count, (0x30...0x39).contains(text[offset]) else { return nil }
    return Int64(text[offset] - 0x30)
  }

  private var isFraction: Bool {
    guard offset < text.count else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(text[offset])
  }

  /// The text whose opening quotation mark stands here.
  mutating func string() throws(JSONError) -> String {
    offset += 1
    let start = offset
    var hasEscapes = false
    while true {
      switch try peek() {
      case UInt8(ascii: "\""):
        let end = offset
        offset += 1
        return try decode(start..<end, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        offset += 1
        _ = try peek()
        offset += 1
      case let byte where byte < 0x20: throw error(.controlCharacter(byte))
      default: offset += 1
      }
    }
  }

  private mutating func decode(
    _ range: Range<Int>, hasEscapes: Bool
  ) throws(JSONError) -> String {
    let raw: String
    do throws(UTF8.ValidationError) {
      raw = String(copying: try UTF8Span(validating: text.span.extracting(range)))
    } catch {
      throw JSONError(
        problem: .invalidUTF8, offset: range.lowerBound + error.byteOffsets.lowerBound)
    }
    return hasEscapes ? try unescape(range) : raw
  }

  /// The text in `range`, which is UTF-8, with its escapes replaced.
  private mutating func unescape(_ range: Range<Int>) throws(JSONError) -> String {
    let after = offset
    defer { offset = after }
    offset = range.lowerBound
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    while offset < range.upperBound {
      if text[offset] == UInt8(ascii: "\\") {
        bytes.append(contentsOf: Character(try escape()).utf8)
      } else {
        bytes.append(text[offset])
        offset += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The character of the escape whose backslash stands here.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = try peek()
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw JSONError(problem: .invalidEscape, offset: start)
    }
  }

  /// The character of `\uXXXX`, or of two of them, after the `u` of one that begins at `start`.
  private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let high = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    let lone = JSONError(problem: .loneSurrogate, offset: start)
    guard high < 0xDC00, offset + 1 < text.count, text[offset] == UInt8(ascii: "\\"),
      text[offset + 1] == UInt8(ascii: "u")
    else { throw lone }
    let second = offset
    offset += 2
    let low = try codeUnit(from: second)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw lone }
    return scalar
  }

  private mutating func codeUnit(from start: Int) throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Self.hexadecimal(try peek()) else {
        throw JSONError(problem: .invalidEscape, offset: start)
      }
      unit = unit << 4 | digit
      offset += 1
    }
    return unit
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

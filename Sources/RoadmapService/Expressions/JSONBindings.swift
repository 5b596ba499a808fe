import CEL

/// Reads the values of variables from a text that is JSON as RFC 8259 has it, and nothing else.
///
/// YAML reads nearly all of JSON, but not an escaped character beyond the first 65,536, which JSON
/// writes as two escapes.
struct JSONBindings {
  /// How many lists and objects may lie in each other.
  private static let depthLimit = 100

  private let text: [UInt8]
  private var offset = 0
  private var depth = 0

  /// The members of the outermost object with their values, in the order written; nil where the
  /// text is no JSON, or no object.
  static func read(_ text: [UInt8]) -> [(name: String, value: Value)]? {
    guard String(validating: text, as: UTF8.self) != nil else { return nil }
    var reader = JSONBindings(text: text)
    reader.skipSpace()
    guard reader.peek == UInt8(ascii: "{"), let members = reader.members() else { return nil }
    reader.skipSpace()
    guard reader.offset == text.count, MapValue(members.map { (.string($0.name), $0.value) }) != nil
    else { return nil }
    return members
  }

  private init(text: [UInt8]) { self.text = text }

  private var peek: UInt8? { offset < text.count ? text[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private mutating func skip(_ word: String) -> Bool {
    guard text[offset...].starts(with: word.utf8) else { return false }
    offset += word.utf8.count
    return true
  }

  /// The value that begins here. The recursion is no deeper than ``depthLimit``.
  private mutating func value() -> Value? {
    switch peek {
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "{"):
      guard let members = members() else { return nil }
      return MapValue(members.map { (.string($0.name), $0.value) }).map { .map($0) }
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "t"): return skip("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return skip("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return skip("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func members() -> [(name: String, value: Value)]? {
    var members: [(name: String, value: Value)] = []
    let isRead = items(from: "{", to: "}") { reader in
      guard let name = reader.string() else { return false }
      reader.skipSpace()
      guard reader.skip(":") else { return false }
      reader.skipSpace()
      guard let value = reader.value() else { return false }
      members.append((name, value))
      return true
    }
    return isRead ? members : nil
  }

  private mutating func list() -> Value? {
    var elements: [Value] = []
    let isRead = items(from: "[", to: "]") { reader in
      guard let value = reader.value() else { return false }
      elements.append(value)
      return true
    }
    return isRead ? .list(elements) : nil
  }

  /// Reads items with commas between them; `read` answers whether there is one.
  private mutating func items(
    from open: String, to close: String, _ read: (inout JSONBindings) -> Bool
  ) -> Bool {
    guard skip(open), depth < Self.depthLimit else { return false }
    depth += 1
    defer { depth -= 1 }
    skipSpace()
    if skip(close) { return true }
    while read(&self) {
      skipSpace()
      if skip(close) { return true }
      guard skip(",") else { return false }
      skipSpace()
    }
    return false
  }

  private mutating func number() -> Value? {
    let start = offset
    _ = skip("-")
    guard let digits = digits(), digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return nil
    }
    var isWhole = true
    if skip(".") {
      isWhole = false
      guard self.digits() != nil else { return nil }
    }
    if skip("e") || skip("E") {
      isWhole = false
      _ = skip("+") || skip("-")
      guard self.digits() != nil else { return nil }
    }
    let written = String(decoding: text[start..<offset], as: UTF8.self)
    if isWhole, let number = Int64(written) { return .int(number) }
    return Double(written).flatMap { $0.isFinite ? .double($0) : nil }
  }

  private mutating func digits() -> ArraySlice<UInt8>? {
    let start = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset > start ? text[start..<offset] : nil
  }

  // MARK: Texts

  private mutating func string() -> String? {
    guard skip("\"") else { return nil }
    var scalars: [UInt8] = []
    while let byte = peek {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: scalars, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        scalars += Array(String(Character(scalar)).utf8)
      case 0x00..<0x20: return nil
      default: scalars.append(byte)
      }
    }
    return nil
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// The character of an escape, behind its backslash; both halves where it takes two.
  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = peek else { return nil }
    if let scalar = Self.escapes[byte] {
      offset += 1
      return scalar
    }
    guard skip("u"), let first = unit() else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
    guard skip("\\u"), let second = unit(), UTF16.isTrailSurrogate(second) else { return nil }
    return Unicode.Scalar(
      0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(second & 0x3FF))
  }

  private mutating func unit() -> UInt16? {
    guard offset + 4 <= text.count else { return nil }
    let digits = text[offset..<(offset + 4)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    offset += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

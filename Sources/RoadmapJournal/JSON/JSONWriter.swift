extension JSONValue {
  /// The value in the one form that it has by RFC 8785: sorted keys, no spaces, the shortest
  /// escapes.
  ///
  /// Numbers are whole and may need all of 64 bits, while that RFC ends exactness at 2⁵³.
  public var canonicalBytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }
}

/// Writes JSON. It keeps its own stack, so that no value is too deep to be written.
struct JSONWriter {
  private enum Open {
    case array([JSONValue], next: Int)
    case object([JSONObject.Member], next: Int)
  }

  private(set) var bytes: [UInt8] = []
  private var open: [Open] = []

  init() {
    bytes.reserveCapacity(512)
  }

  /// Writes `value` and everything in it.
  mutating func write(_ value: JSONValue) {
    begin(value)
    while let last = open.popLast() {
      switch last {
      case .array(let elements, let next): proceed(elements, at: next)
      case .object(let members, let next): proceed(members, at: next)
      }
    }
  }

  private mutating func begin(_ value: JSONValue) {
    switch value {
    case .null: writeLiteral("null")
    case .bool(let value): writeLiteral(value ? "true" : "false")
    case .integer(let value): writeNumber(value)
    case .string(let value): writeText(value)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      open.append(.array(elements, next: 0))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      open.append(.object(object.members, next: 0))
    }
  }

  private mutating func proceed(_ elements: [JSONValue], at next: Int) {
    guard next < elements.count else { return bytes.append(UInt8(ascii: "]")) }
    if next > 0 { bytes.append(UInt8(ascii: ",")) }
    open.append(.array(elements, next: next + 1))
    begin(elements[next])
  }

  private mutating func proceed(_ members: [JSONObject.Member], at next: Int) {
    guard next < members.count else { return bytes.append(UInt8(ascii: "}")) }
    if next > 0 { bytes.append(UInt8(ascii: ",")) }
    open.append(.object(members, next: next + 1))
    writeText(members[next].key)
    bytes.append(UInt8(ascii: ":"))
    begin(members[next].value)
  }

  private mutating func writeLiteral(_ word: StaticString) {
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func writeNumber(_ number: Int64) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func writeText(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let plain = text.utf8.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    if plain != true {
      for byte in text.utf8 { writeEscaping(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscaping(_ byte: UInt8) {
    switch byte {
    case 0x08: writeLiteral("\\b")
    case 0x09: writeLiteral("\\t")
    case 0x0A: writeLiteral("\\n")
    case 0x0C: writeLiteral("\\f")
    case 0x0D: writeLiteral("\\r")
    case 0x22: writeLiteral("\\\"")
    case 0x5C: writeLiteral("\\\\")
    case 0..<0x20: bytes.append(contentsOf: "\\u00\(Hexadecimal.text(of: [byte]))".utf8)
    default: bytes.append(byte)
    }
  }
}

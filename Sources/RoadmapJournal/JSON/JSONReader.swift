extension JSONValue {
  /// Reads one JSON value (RFC 8259) that takes up all of `bytes`, spaces around it allowed.
  ///
  /// Strict: UTF-8 only and without a byte order mark, distinct keys, whole numbers of 64 bits, no
  /// lone surrogates, no more than 64 levels. Keys may stand in any order.
  ///
  /// - Parameter bytes: The text.
  /// - Throws: ``JSONError`` with the offset of the first thing that is wrong.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(text: bytes)
    self = try reader.document()
  }
}

/// Reads JSON, value by value.
struct JSONReader {
  /// How many arrays and objects may lie in each other.
  static let depthLimit = 64

  let text: [UInt8]
  var offset = 0
  private var depth = 0

  init(text: [UInt8]) {
    self.text = text
  }

  /// The whole text as one value.
  mutating func document() throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try value()
    skipSpace()
    guard offset == text.count else { throw error(.trailingBytes) }
    return value
  }

  /// The value that begins here. The recursion is no deeper than ``depthLimit``.
  private mutating func value() throws(JSONError) -> JSONValue {
    switch try peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .integer(try integer())
    }
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    guard try !closes(with: UInt8(ascii: "]")) else { return elements }
    repeat {
      skipSpace()
      elements.append(try value())
    } while try continues(before: UInt8(ascii: "]"))
    return elements
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    let start = offset
    try enter()
    var members: [JSONObject.Member] = []
    guard try !closes(with: UInt8(ascii: "}")) else { return JSONObject(sorted: []) }
    var isSorted = true
    repeat {
      let key = try key()
      if isSorted, let last = members.last {
        isSorted = KeyOrder.compare(last.key, key) == .before
      }
      members.append(JSONObject.Member(key: key, value: try value()))
    } while try continues(before: UInt8(ascii: "}"))
    return isSorted ? JSONObject(sorted: members) : try distinct(members, from: start)
  }

  /// The key that comes next, its colon and the spaces around them.
  private mutating func key() throws(JSONError) -> String {
    skipSpace()
    guard try peek() == UInt8(ascii: "\"") else { throw unexpected() }
    let key = try string()
    skipSpace()
    guard try peek() == UInt8(ascii: ":") else { throw unexpected() }
    offset += 1
    skipSpace()
    return key
  }

  /// Sorts members that did not come in order; the object began at `start`.
  private func distinct(
    _ members: [JSONObject.Member], from start: Int
  ) throws(JSONError) -> JSONObject {
    let sorted = members.stablySortedByKey()
    for (member, next) in zip(sorted, sorted.dropFirst())
    where KeyOrder.compare(member.key, next.key) == .same {
      throw JSONError(
        problem: .duplicateKey(next.key), offset: positionOfSecond(next.key, from: start))
    }
    return JSONObject(sorted: sorted)
  }

  /// Where an object that begins at `start` has `wanted` for the second time.
  ///
  /// Read again only to report it, so that reading without a fault keeps no positions.
  private func positionOfSecond(_ wanted: String, from start: Int) -> Int {
    var reader = self
    reader.offset = start + 1
    var isFirst = true
    do throws(JSONError) {
      repeat {
        reader.skipSpace()
        let position = reader.offset
        if KeyOrder.compare(try reader.key(), wanted) == .same {
          guard isFirst else { return position }
          isFirst = false
        }
        _ = try reader.value()
      } while try reader.continues(before: UInt8(ascii: "}"))
    } catch {}
    return start
  }

  private mutating func enter() throws(JSONError) {
    guard depth < Self.depthLimit else { throw error(.tooDeep) }
    depth += 1
    offset += 1
  }

  /// Whether an empty array or object ends here, and if so steps over its end.
  private mutating func closes(with end: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    guard try peek() == end else { return false }
    leave()
    return true
  }

  /// Whether a comma follows an element, rather than `end`; steps over either.
  private mutating func continues(before end: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    switch try peek() {
    case UInt8(ascii: ","):
      offset += 1
      return true
    case end:
      leave()
      return false
    default: throw unexpected()
    }
  }

  private mutating func leave() {
    depth -= 1
    offset += 1
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard try peek() == word.utf8Start[index] else { throw unexpected() }
      offset += 1
    }
    return value
  }

  mutating func skipSpace() {
    while offset < text.count {
      switch text[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  /// The byte here.
  func peek() throws(JSONError) -> UInt8 {
    guard offset < text.count else { throw error(.unexpectedEnd) }
    return text[offset]
  }

  func error(_ problem: JSONError.Problem) -> JSONError {
    JSONError(problem: problem, offset: offset)
  }

  /// The error that the byte here is not what may stand here.
  func unexpected() -> JSONError {
    offset < text.count ? error(.unexpectedByte(text[offset])) : error(.unexpectedEnd)
  }
}

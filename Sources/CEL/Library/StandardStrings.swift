extension Library {
  static let strings: [Function] = [
    global("size", sizes, .unary(size)),
    member("size", sizes, .unary(size)),
    member(
      "contains", [("contains_string", [.string, .string], .bool)], cost: .product,
      .binary { textTest("contains", $0, $1, contains) }),
    member(
      "startsWith", [("starts_with_string", [.string, .string], .bool)], cost: .firstOperand,
      .binary { textTest("startsWith", $0, $1, startsWith) }),
    member(
      "endsWith", [("ends_with_string", [.string, .string], .bool)], cost: .firstOperand,
      .binary { textTest("endsWith", $0, $1, endsWith) }),
    global(
      "matches", [("matches", [.string, .string], .bool)], cost: .pattern, .binary(matches)),
    member(
      "matches", [("matches_string", [.string, .string], .bool)], cost: .pattern, .binary(matches)),
  ]

  private static let sizes: [(id: String, parameters: [CELType], result: CELType)] = [
    ("size_string", [.string], .int), ("size_bytes", [.bytes], .int),
    ("size_list", [.list(.a)], .int), ("size_map", [.map(.a, .b)], .int),
  ]

  static func size(_ value: Value) -> Value {
    switch value {
    case .list(let list): .int(Int64(list.storage.count))
    case .map(let map): .int(Int64(map.count))
    case .string(let text): .int(Int64(text.codePointCount))
    case .bytes(let octets): .int(Int64(octets.count))
    default: .noOverload("size", value)
    }
  }

  @inline(__always)
  private static func textTest(
    _ name: String, _ text: Value, _ part: Value,
    _ test: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Value {
    guard case .string(let whole) = text, case .string(let piece) = part else {
      return .noOverload(name, text, part)
    }
    return .bool(whole.withBytes { bytes in piece.withBytes { test(bytes, $0) } })
  }

  static func startsWith(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard part.count <= text.count else { return false }
    return compareBytes(UnsafeBufferPointer(rebasing: text[..<part.count]), part) == 0
  }

  private static func endsWith(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard part.count <= text.count else { return false }
    let start = text.count - part.count
    return compareBytes(UnsafeBufferPointer(rebasing: text[start...]), part) == 0
  }

  private static func contains(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    ByteSearch.first(part, in: text, from: 0) != nil
  }

  static func matches(_ text: Value, _ pattern: Value) -> Value {
    guard case .string(let text) = text, case .string(let pattern) = pattern else {
      return .noOverload("matches", text, pattern)
    }
    return PatternCache.compile(pattern).test { .bool($0.isMatch(text)) }
  }
}

extension String {
  /// The number of code points, in time linear in the bytes.
  var codePointCount: Int {
    withBytes { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}

/// Search for a run of bytes in another, in time linear in both (Knuth, Morris, Pratt).
enum ByteSearch {
  static func first(
    _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard !part.isEmpty else { return start <= text.count ? start : nil }
    guard text.count - start >= part.count else { return nil }
    if part.count == 1 { return text[start...].firstIndex(of: part[0]) }
    let borders = borders(of: part)
    var matched = 0
    for position in start..<text.count {
      while matched > 0, text[position] != part[matched] { matched = borders[matched - 1] }
      if text[position] == part[matched] { matched += 1 }
      if matched == part.count { return position - matched + 1 }
    }
    return nil
  }

  /// For every prefix, the length of the longest proper prefix that is also its suffix.
  private static func borders(of part: UnsafeBufferPointer<UInt8>) -> [Int] {
    var borders = [0]
    borders.reserveCapacity(part.count)
    var length = 0
    for byte in part.dropFirst() {
      while length > 0, byte != part[length] { length = borders[length - 1] }
      if byte == part[length] { length += 1 }
      borders.append(length)
    }
    return borders
  }
}

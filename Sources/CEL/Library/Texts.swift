extension Library {
  static let texts: [Function] = [
    member("charAt", [("string_char_at_int", [.string, .int], .string)], .binary(charAt)),
    member(
      "indexOf", [("string_index_of_string", [.string, .string], .int)], cost: .product,
      .binary { indexOf($0, $1, .int(0)) }),
    member(
      "indexOf", [("string_index_of_string_int", [.string, .string, .int], .int)],
      cost: .product, .ternary(indexOf)),
    member(
      "lastIndexOf", [("string_last_index_of_string", [.string, .string], .int)],
      cost: .product, .binary { lastIndexOf($0, $1, nil) }),
    member(
      "lastIndexOf", [("string_last_index_of_string_int", [.string, .string, .int], .int)],
      cost: .product, .ternary { lastIndexOf($0, $1, $2) }),
    member(
      "lowerAscii", [("string_lower_ascii", [.string], .string)], cost: .firstOperand,
      .unary { mapASCII("lowerAscii", $0) { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }),
    member(
      "upperAscii", [("string_upper_ascii", [.string], .string)], cost: .firstOperand,
      .unary { mapASCII("upperAscii", $0) { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 } }),
    member(
      "reverse", [("string_reverse", [.string], .string)], cost: .firstOperand,
      .unary(reverse)),
    member("trim", [("string_trim", [.string], .string)], cost: .firstOperand, .unary(trim)),
    member(
      "substring", [("string_substring_int", [.string, .int], .string)],
      cost: .firstOperand, .binary { substring($0, $1, nil) }),
    member(
      "substring", [("string_substring_int_int", [.string, .int, .int], .string)],
      cost: .firstOperand, .ternary { substring($0, $1, $2) }),
    member(
      "join", [("list_join", [.list(.string)], .string)], cost: .firstOperand,
      .unary { join($0, .string("")) }),
    member(
      "join", [("list_join_string", [.list(.string), .string], .string)],
      cost: .firstOperand, .binary(join)),
    member(
      "split", [("string_split_string", [.string, .string], .list(.string))],
      cost: .firstOperand, .binary { split($0, $1, .int(-1)) }),
    member(
      "split", [("string_split_string_int", [.string, .string, .int], .list(.string))],
      cost: .firstOperand, .ternary(split)),
    member(
      "replace", [("string_replace_string_string", [.string, .string, .string], .string)],
      cost: .firstOperand, .ternary { replace($0, $1, $2, .int(-1)) }),
    member(
      "replace",
      [("string_replace_string_string_int", [.string, .string, .string, .int], .string)],
      cost: .firstOperand, .any { replace($0[0], $0[1], $0[2], $0[3]) }),
    member(
      "format", [("string_format", [.string, .list(.dyn)], .string)], cost: .firstOperand,
      .binary(Formatting.format)),
    global(
      "strings.quote", [("strings_quote", [.string], .string)], cost: .firstOperand,
      .unary(quote)),
  ]

  private static func charAt(_ text: Value, _ position: Value) -> Value {
    guard case .string(let text) = text, case .int(let position) = position else {
      return .noOverload("charAt", text, position)
    }
    let scalars = Array(text.unicodeScalars)
    guard position >= 0, position <= Int64(scalars.count) else { return .outOfRange(position) }
    guard position < Int64(scalars.count) else { return .string("") }
    return .string(String(scalars[Int(position)]))
  }

  private static func indexOf(_ text: Value, _ part: Value, _ start: Value) -> Value {
    guard case .string(let whole) = text, case .string(let piece) = part,
      case .int(let start) = start
    else { return .noOverload("indexOf", text, part, start) }
    guard start >= 0, let offset = whole.byteOffset(ofCodePoint: start) else {
      return .outOfRange(start)
    }
    let found = whole.withBytes { bytes in
      piece.withBytes { ByteSearch.first($0, in: bytes, from: offset) }
    }
    return .int(found.map { Int64(whole.codePoints(before: $0)) } ?? -1)
  }

  private static func lastIndexOf(_ text: Value, _ part: Value, _ start: Value?) -> Value {
    guard case .string(let whole) = text, case .string(let piece) = part else {
      return .noOverload("lastIndexOf", text, part)
    }
    var limit = whole.utf8.count
    if let start {
      guard case .int(let position) = start else {
        return .noOverload("lastIndexOf", text, part, start)
      }
      guard position >= 0, let offset = whole.byteOffset(ofCodePoint: position) else {
        return .outOfRange(position)
      }
      limit = offset
    }
    var last: Int?
    whole.withBytes { bytes in
      piece.withBytes { part in
        guard !part.isEmpty else { return last = limit }
        var from = 0
        while let found = ByteSearch.first(part, in: bytes, from: from), found <= limit {
          last = found
          from = found + 1
        }
      }
    }
    return .int(last.map { Int64(whole.codePoints(before: $0)) } ?? -1)
  }

  private static func mapASCII(
    _ name: String, _ text: Value, _ change: (UInt8) -> UInt8
  ) -> Value {
    guard case .string(let text) = text else { return .noOverload(name, text) }
    return .string(String(decoding: text.utf8.map(change), as: UTF8.self))
  }

  private static func reverse(_ value: Value) -> Value {
    switch value {
    case .string(let text):
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(scalars))
    case .list(let list): return .list(ListValue(ContiguousArray(list.elements.reversed())))
    default: return .noOverload("reverse", value)
    }
  }

  private static func trim(_ value: Value) -> Value {
    guard case .string(let text) = value else { return .noOverload("trim", value) }
    var scalars = Substring(text).unicodeScalars
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return .string(String(Substring(scalars)))
  }

  private static func substring(_ text: Value, _ start: Value, _ end: Value?) -> Value {
    guard case .string(let whole) = text, case .int(let from) = start else {
      return .noOverload("substring", text, start)
    }
    var upper = whole.utf8.count
    var to = Int64.max
    if let end {
      guard case .int(let position) = end else { return .noOverload("substring", text, start, end) }
      guard position >= 0, let offset = whole.byteOffset(ofCodePoint: position) else {
        return .outOfRange(position)
      }
      (upper, to) = (offset, position)
    }
    guard from >= 0, from <= to, let lower = whole.byteOffset(ofCodePoint: from) else {
      return .outOfRange(from)
    }
    return .string(whole.bytes(in: lower..<upper))
  }

  private static func join(_ list: Value, _ separator: Value) -> Value {
    guard case .list(let list) = list, case .string(let separator) = separator else {
      return .noOverload("join", list, separator)
    }
    var result = ""
    for (position, element) in list.elements.enumerated() {
      guard case .string(let text) = element else { return .noOverload("join", element) }
      if position > 0 { result += separator }
      result += text
      if result.utf8.count > Arithmetic.largest { return .tooLarge }
    }
    return .string(result)
  }

  private static func quote(_ value: Value) -> Value {
    guard case .string(let text) = value else { return .noOverload("strings.quote", value) }
    return .string(Value.quoted(text))
  }
}

extension Library {
  private static func split(_ text: Value, _ separator: Value, _ limit: Value) -> Value {
    guard case .string(let whole) = text, case .string(let separator) = separator,
      case .int(let limit) = limit
    else { return .noOverload("split", text, separator, limit) }
    if limit == 0 { return .list(.empty) }
    let count = limit < 0 ? Int.max : Int(clamping: limit)
    if separator.isEmpty { return .list(characters(whole, count)) }
    let pieces = whole.split(at: separator, count: count)
    return .list(ListValue(ContiguousArray(pieces.map(Value.string))))
  }

  /// The first characters one by one, and the rest as one where `count` is reached.
  private static func characters(_ text: String, _ count: Int) -> ListValue {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > count else {
      return ListValue(ContiguousArray(scalars.map { .string(String($0)) }))
    }
    var result = ContiguousArray(scalars[..<(count - 1)].map { Value.string(String($0)) })
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars[(count - 1)...])
    result.append(.string(String(rest)))
    return ListValue(result)
  }

  private static func replace(
    _ text: Value, _ old: Value, _ new: Value, _ limit: Value
  ) -> Value {
    guard case .string(let whole) = text, case .string(let old) = old,
      case .string(let new) = new, case .int(let limit) = limit
    else { return .noOverload("replace", text, old, new, limit) }
    if limit == 0 { return text }
    let count = limit < 0 ? Int.max : Int(clamping: limit)
    let pieces =
      old.isEmpty
      ? gaps(whole, count) : whole.split(at: old, count: count == .max ? .max : count + 1)
    let size = whole.utf8.count.addingReportingOverflow(
      pieces.count.multipliedReportingOverflow(by: new.utf8.count).partialValue)
    if size.overflow || size.partialValue > Arithmetic.largest { return .tooLarge }
    return .string(pieces.joined(separator: new))
  }

  /// The pieces between which an empty text is replaced: before every character, and at the end.
  private static func gaps(_ text: String, _ count: Int) -> [String] {
    var pieces = [""]
    var scalars = Substring(text).unicodeScalars
    while pieces.count <= count, let scalar = scalars.popFirst() {
      pieces.append(String(scalar))
    }
    if pieces.count > count {
      pieces[pieces.count - 1] += String(Substring(scalars))
    } else {
      pieces.append("")
    }
    return pieces
  }
}

extension String {
  /// The byte at which the code point at `position` starts, or the end; nil past the end.
  func byteOffset(ofCodePoint position: Int64) -> Int? {
    withBytes { bytes in
      var left = position
      for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
        if left == 0 { return offset }
        left -= 1
      }
      return left == 0 ? bytes.count : nil
    }
  }

  /// The number of code points before the byte at `offset`.
  func codePoints(before offset: Int) -> Int {
    withBytes { bytes in
      var count = 0
      for byte in bytes.prefix(offset) where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  /// The pieces between occurrences of a separator that is not empty, at most `count` pieces.
  func split(at separator: String, count: Int) -> [String] {
    var pieces: [String] = []
    withBytes { bytes in
      separator.withBytes { separator in
        var start = 0
        while pieces.count + 1 < count,
          let found = ByteSearch.first(separator, in: bytes, from: start)
        {
          pieces.append(String(decoding: bytes[start..<found], as: UTF8.self))
          start = found + separator.count
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
      }
    }
    return pieces
  }
}

/// What a scalar is in the core schema of YAML 1.2.
public enum CoreType: Hashable, Sendable {
  /// Any text that is nothing else, and whatever is quoted.
  case string
  /// `null`, `~` or nothing.
  case null
  /// `true` or `false`.
  case boolean
  /// A whole number: decimal, `0x` or `0o`.
  case integer
  /// A number with a point or an exponent, `.inf`, `.nan`.
  case float
}

/// The value of a scalar in the core schema.
enum CoreValue: Equatable {
  case string
  case null
  case boolean(Bool)
  /// A whole number; nil outside the range of `Int64`.
  case integer(Int64?)
  case float
}

/// What plain scalars mean in the core schema of YAML 1.2, chapter 10.3.
///
/// `yes`, `on`, `0777` as an octal and `1:30` as a number of base 60 belong to YAML 1.1 and are
/// not read so.
enum CoreSchema {
  /// What `text` is when it is written without quotes.
  static func value(of text: UnsafeBufferPointer<UInt8>) -> CoreValue {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return number(text)
    case UInt8(ascii: "~"):
      return text.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      return text.count == 4 || text.count == 5 ? word(text) : .string
    default:
      return .string
    }
  }

  /// What a word of four or five letters is.
  private static func word(_ text: UnsafeBufferPointer<UInt8>) -> CoreValue {
    let letters = text.prefix(4).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    switch (letters, text.count == 4 ? nil : text[4]) {
    case (0x6E75_6C6C, nil), (0x4E75_6C6C, nil), (0x4E55_4C4C, nil):  // null, Null, NULL
      return .null
    case (0x7472_7565, nil), (0x5472_7565, nil), (0x5452_5545, nil):  // true, True, TRUE
      return .boolean(true)
    case (0x6661_6C73, 0x65), (0x4661_6C73, 0x65), (0x4641_4C53, 0x45):  // false, False, FALSE
      return .boolean(false)
    default:
      return .string
    }
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> CoreValue {
    if text.count > 2, text[0] == UInt8(ascii: "0") {
      if text[1] == UInt8(ascii: "x") { return integer(text, from: 2, radix: 16, sign: 1) }
      if text[1] == UInt8(ascii: "o") { return integer(text, from: 2, radix: 8, sign: 1) }
    }
    let isSigned = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")
    let sign: Int64 = text[0] == UInt8(ascii: "-") ? -1 : 1
    let whole = integer(text, from: isSigned ? 1 : 0, radix: 10, sign: sign)
    guard whole == .string else { return whole }
    return isFloat(text, from: isSigned ? 1 : 0) ? .float : .string
  }

  private static func integer(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, radix: Int64, sign: Int64
  ) -> CoreValue {
    guard text.count > start else { return .string }
    var value: Int64 = 0
    var isInRange = true
    for index in start..<text.count {
      guard let digit = digitValue(text[index]), digit < radix else { return .string }
      let product = value.multipliedReportingOverflow(by: radix)
      let sum = product.partialValue.addingReportingOverflow(digit * sign)
      if product.overflow || sum.overflow { isInRange = false }
      value = sum.partialValue
    }
    return .integer(isInRange ? value : nil)
  }

  private static func digitValue(_ byte: UInt8) -> Int64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int64(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int64(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int64(byte) - 0x37
    default: nil
    }
  }

  /// Whether the text from `start` is digits with a point, an exponent or both, or a named float.
  private static func isFloat(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let rest = UnsafeBufferPointer(rebasing: text[start...])
    if equals(rest, ".inf") || equals(rest, ".Inf") || equals(rest, ".INF") { return true }
    if equals(text, ".nan") || equals(text, ".NaN") || equals(text, ".NAN") { return true }
    var index = start
    var digits = skipDigits(text, &index)
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      digits += skipDigits(text, &index)
    }
    guard digits > 0 else { return false }
    return index == text.count || isExponent(text, from: index)
  }

  private static func isExponent(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    guard text[index] | 0x20 == UInt8(ascii: "e") else { return false }
    index += 1
    if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    return skipDigits(text, &index) > 0 && index == text.count
  }

  /// Moves `index` past digits, and tells how many there were.
  private static func skipDigits(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
    let start = index
    while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) {
      index += 1
    }
    return index - start
  }

  private static func equals(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { text.count == $0.count && text.elementsEqual($0) }
  }
}

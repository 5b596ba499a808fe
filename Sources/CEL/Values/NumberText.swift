/// Numbers as text, in the forms that the language prints.
enum NumberText {
  /// The shortest decimal digits of a finite number, and the position of its point.
  private static func digits(_ number: Double) -> (negative: Bool, digits: [UInt8], point: Int) {
    var negative = false
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var bytes = Array(number.description.utf8)[...]
    if bytes.first == 0x2D {
      negative = true
      bytes = bytes.dropFirst()
    }
    if let mark = bytes.firstIndex(of: 0x65) {
      exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
      bytes = bytes[..<mark]
    }
    for byte in bytes {
      if byte == 0x2E { point = digits.count } else { digits.append(byte) }
    }
    var position = (point ?? digits.count) + exponent
    while digits.count > 1, digits.first == 0x30 {
      digits.removeFirst()
      position -= 1
    }
    while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
    return digits == [0x30] ? (negative, [0x30], 1) : (negative, digits, position)
  }

  private static func special(_ number: Double, _ infinity: String) -> String? {
    if number.isNaN { return "NaN" }
    guard number.isInfinite else { return nil }
    return number < 0 ? "-" + infinity : infinity
  }

  /// The shortest text that reads back as the number, with an exponent below 1e-4 and from 1e6.
  static func general(_ number: Double) -> String {
    if let text = special(number, "+Inf") { return number < 0 ? "-Inf" : text }
    let (negative, digits, point) = digits(number)
    let exponent = point - 1
    guard exponent < -4 || exponent >= 6 else { return plain(number) }
    var text = String(decoding: digits.prefix(1), as: UTF8.self)
    if digits.count > 1 { text += "." + String(decoding: digits.dropFirst(), as: UTF8.self) }
    return (negative ? "-" : "") + text + exponentText(exponent)
  }

  private static func exponentText(_ exponent: Int) -> String {
    let magnitude = abs(exponent)
    return (exponent < 0 ? "e-" : "e+") + (magnitude < 10 ? "0" : "") + "\(magnitude)"
  }

  /// The shortest text that reads back as the number, never with an exponent.
  static func plain(_ number: Double) -> String {
    if let text = special(number, "Infinity") { return text }
    let (negative, digits, point) = digits(number)
    var text: [UInt8] = negative ? [0x2D] : []
    if point <= 0 {
      text += [0x30, 0x2E]
      text += Array(repeating: 0x30, count: -point)
      text += digits
    } else if point >= digits.count {
      text += digits
      text += Array(repeating: 0x30, count: point - digits.count)
    } else {
      text += digits[..<point]
      text.append(0x2E)
      text += digits[point...]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The number with exactly `precision` digits after the point, halves to even.
  static func fixed(_ number: Double, precision: Int) -> String {
    if let text = special(number, "Infinity") { return text }
    var exact = ExactDecimal(number)
    exact.round(keeping: exact.point + precision)
    return (number.sign == .minus ? "-" : "") + exact.plain(precision: precision)
  }

  /// The number as `d.ddde±xx` with exactly `precision` digits after the point, halves to even.
  static func scientific(_ number: Double, precision: Int) -> String {
    if let text = special(number, "Infinity") { return text }
    var exact = ExactDecimal(number)
    exact.round(keeping: 1 + precision)
    var digits = Array(exact.digits.prefix(precision + 1))
    while digits.count < precision + 1 { digits.append(0) }
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    let fraction = precision > 0 ? "." + text.dropFirst() : ""
    let sign = number.sign == .minus ? "-" : ""
    return sign + text.prefix(1) + fraction + exponentText(number == 0 ? 0 : exact.point - 1)
  }
}

/// Every decimal digit of the exact value of a finite double.
private struct ExactDecimal {
  /// Digits 0 through 9 without leading zeros; the value is `0.d1d2d3… × 10^point`.
  var digits: [UInt8]
  var point: Int

  init(_ number: Double) {
    var mantissa = number.significandBitPattern
    var exponent = Int(number.exponentBitPattern)
    if exponent == 0 { exponent = 1 } else { mantissa |= 1 << 52 }
    var whole = BigDigits(mantissa)
    exponent -= 1075
    if exponent >= 0 {
      for _ in 0..<exponent { whole.multiply(by: 2) }
      digits = whole.digits
      point = digits.count
    } else {
      for _ in 0..<(-exponent) { whole.multiply(by: 5) }
      digits = whole.digits
      point = digits.count + exponent
    }
    if mantissa == 0 {
      digits = [0]
      point = 1
    }
  }

  /// Rounds to the first `count` digits, halves to even.
  mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let rest = digits[count...]
    let half = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let lastIsOdd = count > 0 && digits[count - 1] % 2 == 1
    let roundsUp = half ? lastIsOdd : (rest.first ?? 0) >= 5
    digits.removeSubrange(count...)
    guard roundsUp else { return }
    var index = count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  /// The digits with `precision` of them after the point.
  func plain(precision: Int) -> String {
    var text: [UInt8] = []
    for place in 0..<max(point, 1) {
      let index = place - max(1 - point, 0)
      text.append(0x30 + (index >= 0 && index < digits.count ? digits[index] : 0))
    }
    if precision > 0 { text.append(0x2E) }
    for place in 0..<precision {
      let index = point + place
      text.append(0x30 + (index >= 0 && index < digits.count ? digits[index] : 0))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A natural number of any size, in base 1,000,000,000, low part first.
private struct BigDigits {
  private var parts: [UInt32]

  init(_ number: UInt64) {
    parts = []
    var rest = number
    while rest > 0 {
      parts.append(UInt32(rest % 1_000_000_000))
      rest /= 1_000_000_000
    }
  }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in parts.indices {
      let product = UInt64(parts[index]) * UInt64(factor) + carry
      parts[index] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    if carry > 0 { parts.append(UInt32(carry)) }
  }

  var digits: [UInt8] {
    var result: [UInt8] = []
    for (offset, part) in parts.reversed().enumerated() {
      let text = "\(part)".utf8.map { $0 - 0x30 }
      if offset > 0 { result += Array(repeating: 0, count: 9 - text.count) }
      result += text
    }
    return result
  }
}

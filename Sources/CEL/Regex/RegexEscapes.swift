extension RegexParser {
  /// What a backslash begins outside of a class.
  mutating func parseEscapedItem() throws(RegexError) {
    if skip("\\b") { return append(.assertion(.wordBoundary)) }
    if skip("\\B") { return append(.assertion(.notWordBoundary)) }
    if skip("\\A") { return append(.assertion(.textStart)) }
    if skip("\\z") { return append(.assertion(.textEnd)) }
    if skip("\\Q") { return appendQuoted() }
    if skip("\\C") { throw .singleByte(position - 2) }
    if let set = try takeNamedEscape() { return append(.scalars(set)) }
    appendLiteral(try takeEscape())
  }

  /// Everything up to `\E` or the end, each character for itself.
  private mutating func appendQuoted() {
    while next != nil, !skip("\\E") { appendLiteral(takeScalar()) }
  }

  /// `\d`, `\pL`, `\p{Greek}` and their opposites, or nil when none comes next.
  mutating func takeNamedEscape() throws(RegexError) -> ScalarSet? {
    guard next == UInt8(ascii: "\\"), position + 1 < pattern.count else { return nil }
    let letter = pattern[position + 1]
    if letter | 0x20 == UInt8(ascii: "p") { return try takeUnicodeClass() }
    guard let set = NamedClasses.perl(letter | 0x20) else { return nil }
    position += 2
    return try resolved(set, isInverted: letter & 0x20 == 0)
  }

  /// A named set in any case when the flags say so; the folding comes before the opposite.
  func resolvedCase(_ set: ScalarSet, isInverted: Bool) -> ScalarSet {
    let folded = flags.contains(.ignoreCase) ? set.foldingCase : set
    return isInverted ? folded.inverted : folded
  }

  mutating func resolved(_ set: ScalarSet, isInverted: Bool) throws(RegexError) -> ScalarSet {
    let result = resolvedCase(set, isInverted: isInverted)
    try charge(ranges: result.ranges.count)
    return result
  }

  private mutating func takeUnicodeClass() throws(RegexError) -> ScalarSet {
    let start = position
    var isInverted = pattern[position + 1] == UInt8(ascii: "P")
    position += 2
    guard next != nil else { throw .unknownClass(start..<position, text(start..<position)) }
    var name: Range<Int>
    if take("{") {
      guard let end = pattern[position...].firstIndex(of: UInt8(ascii: "}")) else {
        throw .unknownClass(start..<pattern.count, text(start..<pattern.count))
      }
      name = position..<end
      position = end + 1
    } else {
      let first = position
      _ = takeScalar()
      name = first..<position
    }
    if pattern[name].first == UInt8(ascii: "^") {
      isInverted.toggle()
      name = (name.lowerBound + 1)..<name.upperBound
    }
    guard let set = NamedClasses.unicode(text(name)) else {
      throw .unknownClass(start..<position, text(start..<position))
    }
    return try resolved(set, isInverted: isInverted)
  }

  /// A backslash and what stands for one character after it.
  mutating func takeEscape() throws(RegexError) -> UInt32 {
    let start = position
    position += 1
    guard let byte = next else { throw .trailingBackslash(start) }
    let scalar = takeScalar()
    switch byte {
    case 0x31...0x37:
      guard let digit = next, (0x30...0x37).contains(digit) else {
        throw .backReference(start..<position, text(start..<position))
      }
      return takeOctal(scalar - 0x30)
    case 0x30: return takeOctal(0)
    case 0x38...0x39: throw .backReference(start..<position, text(start..<position))
    case UInt8(ascii: "x"): return try takeHexadecimal(from: start)
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "v"): return 11
    case 0x41...0x5A, 0x61...0x7A, 0x80...: throw unknownEscape(from: start)
    default: return scalar
    }
  }

  /// Up to two more octal digits.
  private mutating func takeOctal(_ first: UInt32) -> UInt32 {
    var value = first
    for _ in 0..<2 {
      guard let digit = next, (0x30...0x37).contains(digit) else { break }
      value = value * 8 + UInt32(digit - 0x30)
      position += 1
    }
    return value
  }

  /// `7F` or `{10FFFF}` after `\x`.
  private mutating func takeHexadecimal(from start: Int) throws(RegexError) -> UInt32 {
    let isBraced = take("{")
    var value: UInt32 = 0
    var count = 0
    while let digit = next.flatMap(hexadecimalDigit), isBraced || count < 2 {
      position += 1
      count += 1
      value = value << 4 | digit
      guard value <= ScalarSet.lastScalar else { throw unknownEscape(from: start) }
    }
    guard isBraced ? count > 0 && take("}") : count == 2 else { throw unknownEscape(from: start) }
    return value
  }

  private func unknownEscape(from start: Int) -> RegexError {
    let range = start..<position
    return pattern[start + 1] == UInt8(ascii: "k") || pattern[start + 1] == UInt8(ascii: "g")
      ? .backReference(range, text(range)) : .unknownEscape(range, text(range))
  }
}

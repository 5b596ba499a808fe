extension RegexParser {
  /// `[a-z]`, `[^\d[:punct:]]`: everything between the brackets.
  mutating func parseClass() throws(RegexError) -> ScalarSet {
    let start = position
    position += 1
    let isInverted = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let byte = next, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      if let set = try takePosixClass() {
        ranges += set.ranges
      } else if let set = try takeNamedEscape() {
        ranges += set.ranges
      } else {
        ranges += try takeClassRange(from: start)
      }
    }
    guard take("]") else { throw .missingBracket(start) }
    let set = ScalarSet(ranges)
    return isInverted ? set.inverted : set
  }

  /// `[:alpha:]` or `[:^alpha:]`, or nil when none comes next.
  private mutating func takePosixClass() throws(RegexError) -> ScalarSet? {
    guard !hasNoPosixEnd, pattern[position...].starts(with: "[:".utf8),
      let end = posixClassEnd()
    else {
      return nil
    }
    let start = position
    let isInverted = pattern[start + 2] == UInt8(ascii: "^")
    position = end + 2
    let name = text((start + (isInverted ? 3 : 2))..<end)
    guard let set = NamedClasses.posix(name) else {
      throw .unknownClass(start..<position, text(start..<position))
    }
    return try resolved(set, isInverted: isInverted)
  }

  /// Where the `:]` that ends a named class begins.
  private mutating func posixClassEnd() -> Int? {
    var index = position + 2
    while index + 1 < pattern.count {
      if pattern[index] == UInt8(ascii: ":"), pattern[index + 1] == UInt8(ascii: "]") {
        return index
      }
      index += 1
    }
    hasNoPosixEnd = true
    return nil
  }

  /// One character, or two with a hyphen between them, with their other cases.
  private mutating func takeClassRange(
    from classStart: Int
  ) throws(RegexError) -> [ClosedRange<UInt32>] {
    let start = position
    let first = try takeClassCharacter(classStart)
    var last = first
    if next == UInt8(ascii: "-"), position + 1 < pattern.count,
      pattern[position + 1] != UInt8(ascii: "]")
    {
      position += 1
      last = try takeClassCharacter(classStart)
    }
    guard first <= last else { throw .backwardRange(start..<position, text(start..<position)) }
    var ranges = [first...last]
    if flags.contains(.ignoreCase) {
      CaseFolding.appendEquivalents(of: first...last, to: &ranges)
    }
    try charge(ranges: ranges.count)
    return ranges
  }

  private mutating func takeClassCharacter(_ classStart: Int) throws(RegexError) -> UInt32 {
    guard let byte = next else { throw .missingBracket(classStart) }
    return byte == UInt8(ascii: "\\") ? try takeEscape() : takeScalar()
  }
}

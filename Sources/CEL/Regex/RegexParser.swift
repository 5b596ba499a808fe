/// Reads a pattern in RE2's syntax.
///
/// Nesting is kept in `frames`, so no pattern is too deep for the stack.
/// Source: RE2's `doc/syntax.txt`; what it leaves open was settled by asking RE2 itself.
struct RegexParser {
  let pattern: [UInt8]
  var position = 0
  var flags: RegexFlags = []
  var tree = RegexTree()
  private var frames = [Frame()]
  private var lastWasRepetition = false
  private var rangeCount = 0
  private var groupNames: Set<[UInt8]> = []
  /// Whether a search for `:]` came to the end; none later can find one then.
  var hasNoPosixEnd = false

  /// What is open: the whole pattern, or a group.
  private struct Frame {
    var alternatives: [Int] = []
    var sequence: [Int] = []
    var captureNumber: Int?
    var flagsOutside: RegexFlags = []
    var start = 0
  }

  private init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  static func parse(_ pattern: String) throws(RegexError) -> RegexTree {
    var parser = RegexParser(pattern)
    return try parser.parse()
  }

  private mutating func parse() throws(RegexError) -> RegexTree {
    while let byte = next {
      let isRepetition = try parseItem(startingWith: byte)
      lastWasRepetition = isRepetition
    }
    guard frames.count == 1 else { throw .missingParenthesis(frames[frames.count - 1].start) }
    tree.root = closeFrame()
    return tree
  }

  /// Reads one item and answers whether it was a repetition.
  private mutating func parseItem(startingWith byte: UInt8) throws(RegexError) -> Bool {
    switch byte {
    case UInt8(ascii: "("): try openGroup()
    case UInt8(ascii: ")"): try closeGroup()
    case UInt8(ascii: "|"):
      position += 1
      endAlternative()
    case UInt8(ascii: "^"): addAssertion(.textStart, multiline: .lineStart)
    case UInt8(ascii: "$"): addAssertion(.textEnd, multiline: .lineEnd)
    case UInt8(ascii: "."):
      position += 1
      append(.scalars(flags.contains(.dotMatchesNewline) ? .any : .anyButNewline))
    case UInt8(ascii: "["): append(.scalars(try parseClass()))
    case UInt8(ascii: "\\"): try parseEscapedItem()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      position += 1
      let min = byte == UInt8(ascii: "+") ? 1 : 0
      let max = byte == UInt8(ascii: "?") ? 1 : nil
      try addRepetition(min: min, max: max, from: position - 1, isCounted: false)
      return true
    case UInt8(ascii: "{"):
      let start = position
      guard let count = takeCount() else {
        appendLiteral(takeScalar())
        return false
      }
      try addRepetition(min: count.min, max: count.max, from: start, isCounted: true)
      return true
    default: appendLiteral(takeScalar())
    }
    return false
  }

  private mutating func addAssertion(_ plain: RegexAssertion, multiline: RegexAssertion) {
    position += 1
    append(.assertion(flags.contains(.multiline) ? multiline : plain))
  }

  /// Adds a node to what is open.
  mutating func append(_ node: RegexNode) {
    frames[frames.count - 1].sequence.append(tree.add(node))
  }

  /// Adds a character, in any case when the flags say so.
  mutating func appendLiteral(_ scalar: UInt32) {
    guard flags.contains(.ignoreCase) else { return append(.literal(scalar)) }
    let others = CaseFolding.equivalents(of: scalar)
    guard !others.isEmpty else { return append(.literal(scalar)) }
    append(.scalars(ScalarSet(([scalar] + others).map { $0...$0 })))
  }

  /// Counts ranges against the limit that keeps a pattern of named classes from filling memory.
  mutating func charge(ranges count: Int) throws(RegexError) {
    rangeCount += count
    guard rangeCount <= RegexProgram.Limits.classRanges else {
      throw .tooLarge(pattern.count)
    }
  }
}

// MARK: - Groups and alternatives

extension RegexParser {
  private mutating func endAlternative() {
    let last = frames.count - 1
    frames[last].alternatives.append(tree.addSequence(frames[last].sequence))
    frames[last].sequence = []
  }

  /// Ends the innermost frame and answers the node of its content.
  private mutating func closeFrame() -> Int {
    endAlternative()
    let alternatives = frames[frames.count - 1].alternatives
    return alternatives.count == 1 ? alternatives[0] : tree.add(.alternatives(alternatives))
  }

  private mutating func openGroup() throws(RegexError) {
    let start = position
    position += 1
    guard take("?") else { return openFrame(capturing: true, name: nil, from: start) }
    if skip("P=") { throw .backReference(start..<position, text(start..<position)) }
    if skip("P<") || skip("<") {
      try openNamedGroup(from: start)
    } else {
      try parseFlags(from: start)
    }
  }

  private mutating func openFrame(capturing: Bool, name: String?, from start: Int) {
    var frame = Frame(flagsOutside: flags, start: start)
    if capturing {
      frame.captureNumber = tree.captureNames.count
      tree.captureNames.append(name)
    }
    frames.append(frame)
  }

  private mutating func closeGroup() throws(RegexError) {
    guard frames.count > 1 else { throw .unexpectedParenthesis(position) }
    position += 1
    var node = closeFrame()
    let frame = frames.removeLast()
    if let number = frame.captureNumber { node = tree.add(.capture(number: number, of: node)) }
    flags = frame.flagsOutside
    frames[frames.count - 1].sequence.append(node)
  }

  /// `name>` after `(?P<` or `(?<`.
  private mutating func openNamedGroup(from start: Int) throws(RegexError) {
    if let next, next == UInt8(ascii: "=") || next == UInt8(ascii: "!") {
      position += 1
      throw .lookAround(start..<position, text(start..<position))
    }
    let nameStart = position
    guard let end = pattern[position...].firstIndex(of: UInt8(ascii: ">")) else {
      throw .badGroupName(start..<pattern.count, text(start..<pattern.count))
    }
    let name = text(nameStart..<end)
    position = end + 1
    guard !name.isEmpty, name.unicodeScalars.allSatisfy(Self.isNameScalar) else {
      throw .badGroupName(start..<position, text(start..<position))
    }
    guard groupNames.insert(Array(name.utf8)).inserted else {
      throw .duplicateGroupName(nameStart..<end, name)
    }
    openFrame(capturing: true, name: name, from: start)
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }

  /// `i-s)` or `i-s:` after `(?`.
  private mutating func parseFlags(from start: Int) throws(RegexError) {
    var changed = flags
    var isNegated = false
    var needsFlag = false
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "i"): changed.set(.ignoreCase, to: !isNegated)
      case UInt8(ascii: "m"): changed.set(.multiline, to: !isNegated)
      case UInt8(ascii: "s"): changed.set(.dotMatchesNewline, to: !isNegated)
      case UInt8(ascii: "U"): changed.set(.ungreedy, to: !isNegated)
      case UInt8(ascii: "-") where !isNegated:
        isNegated = true
        needsFlag = true
        continue
      case UInt8(ascii: ":") where !needsFlag:
        openFrame(capturing: false, name: nil, from: start)
        flags = changed
        return
      case UInt8(ascii: ")") where !needsFlag:
        flags = changed
        return
      default: throw badGroup(from: start)
      }
      needsFlag = false
    }
    throw .missingParenthesis(start)
  }

  /// The error for a group whose last byte read makes no sense.
  private mutating func badGroup(from start: Int) -> RegexError {
    position -= 1
    _ = takeScalar()
    let range = start..<position
    switch pattern[position - 1] {
    case UInt8(ascii: "="), UInt8(ascii: "!"):
      return .lookAround(range, text(range))
    default: return .unknownGroup(range, text(range))
    }
  }
}

extension RegexFlags {
  fileprivate mutating func set(_ flag: RegexFlags, to isOn: Bool) {
    if isOn { insert(flag) } else { remove(flag) }
  }
}

// MARK: - Repetitions

extension RegexParser {
  /// Repeats the item before; a `?` that follows makes it try the shortest first.
  private mutating func addRepetition(
    min: Int, max: Int?, from start: Int, isCounted: Bool
  ) throws(RegexError) {
    let isGreedy = take("?") == flags.contains(.ungreedy)
    let range = start..<position
    guard !lastWasRepetition else { throw .repeatedRepetition(range, text(range)) }
    guard min <= 1000, max ?? min <= 1000, max ?? min >= min else {
      throw .badCount(range, text(range))
    }
    guard let child = frames[frames.count - 1].sequence.popLast() else {
      throw .nothingToRepeat(range, text(range))
    }
    let node = tree.add(
      .repetition(of: child, min: min, max: max, isGreedy: isGreedy, isCounted: isCounted))
    guard tree.repeatProduct(of: node) <= 1000 else { throw .badCount(range, text(range)) }
    frames[frames.count - 1].sequence.append(node)
  }

  /// `{2}`, `{2,}` or `{2,3}`; anything else leaves the brace a plain character.
  private mutating func takeCount() -> (min: Int, max: Int?)? {
    let start = position
    position += 1
    if let min = takeNumber() {
      if take("}") { return (min, min) }
      if take(",") {
        if take("}") { return (min, nil) }
        if let max = takeNumber(), take("}") { return (min, max) }
      }
    }
    position = start
    return nil
  }

  /// Decimal digits without a leading zero, below 100,000,000.
  private mutating func takeNumber() -> Int? {
    let digits = pattern[position...].prefix { (0x30...0x39).contains($0) }
    guard let first = digits.first, first != 0x30 || digits.count == 1, digits.count <= 8
    else { return nil }
    position += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

// MARK: - Characters of the pattern

extension RegexParser {
  /// The byte that comes next, left unread.
  var next: UInt8? { position < pattern.count ? pattern[position] : nil }

  /// Takes the next byte when it is `character`.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Takes all of `word` when it comes next.
  mutating func skip(_ word: String) -> Bool {
    guard pattern[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// Takes a whole character, which must be there.
  mutating func takeScalar() -> UInt32 {
    let first = UInt32(pattern[position])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var scalar = length == 1 ? first : first & (0x7F >> UInt32(length))
    for byte in pattern[(position + 1)...].prefix(length - 1) {
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    position = min(position + length, pattern.count)
    return scalar
  }

  /// The words of the user in `range`.
  func text(_ range: Range<Int>) -> String {
    String(decoding: pattern[range], as: UTF8.self)
  }
}

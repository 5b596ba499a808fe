/// A place in the tokens of a term, and the moves that both grammars share.
struct TermCursor {
  let tokens: [TermToken]
  private let bytes: [UInt8]
  var index = 0

  init(_ text: String) {
    tokens = TermLexer.tokens(of: text)
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { index >= tokens.count }

  func kind(_ ahead: Int = 0) -> TermToken.Kind? {
    let place = index + ahead
    return tokens.indices.contains(place) ? tokens[place].kind : nil
  }

  func word(_ ahead: Int = 0) -> String? {
    if case .word(let word)? = kind(ahead) { word } else { nil }
  }

  /// Whether the word ahead is `other`.
  private func isWord(_ other: String, _ ahead: Int) -> Bool {
    word(ahead)?.hasBytes(of: other) ?? false
  }

  /// Whether the words ahead are exactly these.
  func sees(_ words: String..., ahead: Int = 0) -> Bool {
    words.indices.allSatisfy { isWord(words[$0], ahead + $0) }
  }

  /// Moves past a word of the set.
  mutating func accept(_ words: WordSet) -> Bool {
    guard let word = word(), words.contains(word) else { return false }
    index += 1
    return true
  }

  /// Moves past one of these words; a few are compared faster than they are made a set.
  mutating func accept(_ words: [String]) -> Bool {
    guard words.contains(where: { isWord($0, 0) }) else { return false }
    index += 1
    return true
  }

  /// Moves past these words in this order, or not at all.
  mutating func accept(_ words: String...) -> Bool {
    guard words.indices.allSatisfy({ isWord(words[$0], $0) }) else { return false }
    index += words.count
    return true
  }

  mutating func accept(_ kind: TermToken.Kind) -> Bool {
    guard self.kind() == kind else { return false }
    index += 1
    return true
  }

  /// The bytes of the tokens from `start` up to the current one.
  func range(from start: Int) -> Range<Int> {
    guard start < index, tokens.indices.contains(start), tokens.indices.contains(index - 1) else {
      let place = tokens.indices.contains(start) ? tokens[start].range.lowerBound : bytes.count
      return place..<place
    }
    return tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
  }

  /// The text of the tokens from `start` up to the current one, its white space made single.
  func text(from start: Int) -> String {
    let text = String(decoding: bytes[range(from: start)], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A grammar of terms in one language.
protocol TermGrammar {
  var cursor: TermCursor { get set }
  /// The next thing that the words say; nil, with nothing moved, where they cannot be read.
  mutating func element() -> Element?
  /// What the words before the next element say about how it goes on.
  mutating func separator() -> Separator
  var typos: [TermSyntax.Typo] { get }
}

extension TermGrammar {
  /// Runs `parse`, and moves back where it gives nothing.
  mutating func attempt<Result>(_ parse: (inout Self) -> Result?) -> Result? {
    let start = cursor.index
    if let result = parse(&self) { return result }
    cursor.index = start
    return nil
  }

  /// Reads all there is.
  mutating func syntax() -> TermSyntax {
    var syntax = TermSyntax()
    while !cursor.isAtEnd {
      let separator = separator()
      let start = cursor.index
      guard !cursor.isAtEnd else { break }
      let element = remark() ?? element()
      if element == nil { cursor.index = start + 1 }
      // No element may leave the cursor where it was.
      cursor.index = max(cursor.index, start + 1)
      syntax.items.append(
        Item(
          element: element ?? .unread, separator: separator, range: cursor.range(from: start)))
    }
    syntax.typos = typos
    return syntax
  }

  /// What stands in parentheses, up to their end or the end of the text.
  mutating func remark() -> Element? {
    guard cursor.accept(.open) else { return nil }
    let start = cursor.index
    var depth = 1
    while let kind = cursor.kind() {
      if kind == .open { depth += 1 }
      if kind == .close { depth -= 1 }
      if depth == 0 { break }
      cursor.index += 1
    }
    let text = cursor.text(from: start)
    _ = cursor.accept(.close)
    return .remark(text)
  }

  /// A whole number of at most `digits` digits.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count)? = cursor.kind(), digits.contains(count) else {
      return nil
    }
    cursor.index += 1
    return value
  }

  /// The year that a number of four digits stands for.
  func yearNumber(_ ahead: Int = 0) -> Int? {
    guard case .number(let value, digits: 4)? = cursor.kind(ahead), (1900...2199).contains(value)
    else { return nil }
    return value
  }

  /// The later year of `2018-2020`, `2018-20` or `2018/19` when it comes after `first`.
  func laterYear(than first: Int, _ ahead: Int = 0) -> Int? {
    guard case .number(let value, let digits)? = cursor.kind(ahead) else { return nil }
    if digits == 4 { return (first...first + 100).contains(value) ? value : nil }
    guard digits == 2 else { return nil }
    let year = first / 100 * 100 + value
    return (first + 1...first + 30).contains(year) ? year : nil
  }
}

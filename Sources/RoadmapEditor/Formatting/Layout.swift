import YAMLSource

/// Lays the tokens of a YAML file out anew: the lines stay, blanks and indentation become the
/// usual.
///
/// A level is two columns, lists stand one level inside of their key, at most one blank line stays
/// between lines, and comments behind a line keep their column where there is room.
struct Layout {
  /// A mapping or list in block style, and the columns where it stood and now stands.
  private struct Block {
    let old: Int
    let new: Int
    let isList: Bool
  }

  private let tokens: [LayoutToken]
  private var blocks: [Block] = []
  /// How many brackets are open.
  private var depth = 0
  /// The column that lines within brackets are indented from.
  private var flowColumn = 0
  private var comments: [(token: LayoutToken, blanks: Int)] = []
  private var output: [Unicode.Scalar] = []
  private var lastLine = -1
  /// Whether blank lines are part of the value before them.
  private var keepsBlanks = false

  private init(_ tokens: [LayoutToken]) { self.tokens = tokens }

  /// The text of `tokens` as it should be; `endsLine` tells whether the file ends with a line
  /// break.
  static func text(of tokens: [LayoutToken], endsLine: Bool) -> [Unicode.Scalar] {
    var layout = Layout(tokens)
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].line == tokens[end - 1].lastLine { end += 1 }
      layout.add(Array(tokens[start..<end]))
      start = end
    }
    layout.flush(before: nil)
    return layout.finished(endsLine: endsLine)
  }

  private func finished(endsLine: Bool) -> [Unicode.Scalar] {
    let isBlockScalar =
      tokens.last?.kind == .value(.literal) || tokens.last?.kind == .value(.folded)
    // A line break at the end of such a value would be a part of it.
    return isBlockScalar && !endsLine ? output.dropLast(while: { $0 == "\n" }) : output
  }

  /// Adds the tokens that begin in one line.
  private mutating func add(_ line: [LayoutToken]) {
    guard let first = line.first else { return }
    let blanks = max(0, first.line - lastLine - 1)
    lastLine = line.last?.lastLine ?? lastLine
    if first.kind == .comment { return comments.append((first, blanks)) }
    let column = column(of: first)
    flush(before: (first.column, column))
    addBlanks(blanks, keeping: keepsBlanks)
    keepsBlanks = false
    write(line, at: column)
  }

  // MARK: - Columns

  private mutating func column(of first: LayoutToken) -> Int {
    if depth > 0 { return flowColumn + 2 * (first.closes ? depth - 1 : depth) }
    if first.kind == .marker {
      blocks = []
      return 0
    }
    leaveBlocks(for: first)
    guard let last = blocks.last else { return 0 }
    let isBesideOthers =
      last.old == first.column && last.isList == first.isSign("-")
    return isBesideOthers ? last.new : last.new + 2
  }

  /// Leaves the blocks that have ended before a line that begins with `first`.
  private mutating func leaveBlocks(for first: LayoutToken) {
    while let last = blocks.last {
      let isListOfKey =
        last.old == first.column && last.isList && !first.isSign("-")
      guard last.old > first.column || isListOfKey else { return }
      blocks.removeLast()
    }
  }

  /// Enters the block that begins with a token, unless it goes on.
  private mutating func enter(_ token: LayoutToken, at column: Int, isList: Bool) {
    if let last = blocks.last, last.old == token.column, last.isList == isList { return }
    blocks.append(Block(old: token.column, new: column, isList: isList))
  }

  /// The column of what continues a value in further lines.
  private var continuation: Int {
    depth > 0 ? flowColumn + 2 * (depth + 1) : (blocks.last?.new ?? 0) + 2
  }

  // MARK: - Writing

  private mutating func write(_ line: [LayoutToken], at column: Int) {
    let start = output.count
    output += repeatElement(" ", count: column)
    var isAtStart = depth == 0
    for (position, token) in line.enumerated() {
      if position > 0 { writeGap(line[position - 1], token, start) }
      let now = output.count - start
      if isAtStart {
        if token.isSign("-") {
          enter(token, at: now, isList: true)
        } else {
          isAtStart = false
          if Self.isKey(line[position...]) { enter(token, at: now, isList: false) }
        }
      }
      if token.opens {
        if depth == 0 { flowColumn = blocks.last.map { $0.isList ? $0.new + 2 : $0.new } ?? 0 }
        depth += 1
      }
      if token.closes { depth = max(0, depth - 1) }
      write(token)
    }
    output.append("\n")
  }

  /// Whether these tokens begin with a key of a block mapping.
  private static func isKey(_ tokens: ArraySlice<LayoutToken>) -> Bool {
    let rest = tokens.drop { $0.kind == .property }
    guard let first = rest.first else { return false }
    if first.isSign("?", ":") { return true }
    switch first.kind {
    case .value, .alias: return rest.dropFirst().first?.isSign(":") ?? false
    default: return false
    }
  }

  private mutating func writeGap(_ left: LayoutToken, _ right: LayoutToken, _ start: Int) {
    if right.kind == .comment {
      output += repeatElement(" ", count: spaces(before: right, behind: left, start))
    } else if Self.hasGap(left, right) {
      output.append(" ")
    }
  }

  /// How far a comment stands behind its line: as far as before where that is near, else in its
  /// column, where others may stand above and below it.
  private func spaces(
    before comment: LayoutToken, behind left: LayoutToken, _ start: Int
  ) -> Int {
    guard left.line == left.lastLine else { return 2 }
    let gap = comment.column - left.column - left.text.count
    guard gap > 2 else { return max(1, gap) }
    let line = output[start...].lastIndex(of: "\n").map { $0 + 1 } ?? start
    let width = output.count - line
    return comment.column > width ? comment.column - width : 2
  }

  private static func hasGap(_ left: LayoutToken, _ right: LayoutToken) -> Bool {
    if left.isSign("-", "?", ":", ",") { return true }
    if right.isSign(":") { return left.kind == .alias || left.kind == .property }
    return !left.opens && !right.closes && !right.isSign(",")
  }

  private mutating func write(_ token: LayoutToken) {
    switch token.kind {
    case .value(.literal), .value(.folded): writeBlockScalar(token)
    case .value(let style): writeLines(of: token, isPlain: style == .plain)
    case .comment: output += token.text.withoutTrailingBlanks
    default: output += token.text
    }
  }

  /// Writes a value without line breaks of its own: each line but the first is indented anew.
  private mutating func writeLines(of token: LayoutToken, isPlain: Bool) {
    guard token.line != token.lastLine else {
      output += token.text.inDoubleQuotes(token.kind)
      return
    }
    for (number, line) in token.text.lines.enumerated() {
      guard number > 0 else {
        output += isPlain ? line.withoutTrailingBlanks : line
        continue
      }
      output.append("\n")
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.isEmpty { continue }
      output += repeatElement(" ", count: continuation)
      output += isPlain ? Array(content).withoutTrailingBlanks : Array(content)
    }
  }

  /// Writes a text after `|` or `>`, moved as a whole.
  private mutating func writeBlockScalar(_ token: LayoutToken) {
    let lines = token.text.lines
    guard let header = lines.first else { return }
    output += header.withoutTrailingBlanks
    let indicators = header.prefix { $0 != " " && $0 != "#" }
    keepsBlanks = indicators.contains("+")
    let parent = blocks.last ?? Block(old: -2, new: -2, isList: false)
    let old = lines.dropFirst().first { !$0.allSatisfy { $0 == " " } }?.indentation ?? 0
    let isExplicit = indicators.contains { ("1"..."9").contains($0) }
    let shift = isExplicit ? parent.new - parent.old : parent.new + 2 - old
    for line in lines.dropFirst() {
      output.append("\n")
      let isBlank = line.allSatisfy { $0 == " " }
      guard !isBlank || line.count > old else { continue }
      output += repeatElement(" ", count: max(0, line.indentation + shift))
      output += line.drop { $0 == " " }
    }
  }

  // MARK: - Comments and blank lines

  /// Writes the comments that stand in lines of their own, each where its neighbours now are.
  private mutating func flush(before next: (old: Int, new: Int)?) {
    for (comment, blanks) in comments {
      let column =
        depth > 0
        ? flowColumn + 2 * depth
        : comment.column == next?.old
          ? next?.new ?? 0
          : blocks.last { $0.old == comment.column }?.new ?? next?.new ?? 0
      addBlanks(blanks, keeping: keepsBlanks)
      keepsBlanks = false
      output += repeatElement(" ", count: column)
      output += comment.text.withoutTrailingBlanks
      output.append("\n")
    }
    comments = []
  }

  private mutating func addBlanks(_ count: Int, keeping isKept: Bool) {
    guard !output.isEmpty else { return }
    output += repeatElement("\n", count: isKept ? count : min(count, 1))
  }
}

import SourceDiagnostics
import YAMLSource

/// A piece of a YAML file that formatting moves, but never changes beyond its blanks and quotes.
struct LayoutToken {
  enum Kind: Hashable {
    /// A single value or an alias, which may go over several lines.
    case value(ScalarStyle)
    case alias
    /// An anchor or a tag.
    case property
    case comment
    /// `-`, `?`, `:`, `,` or a bracket.
    case sign(Unicode.Scalar)
    /// `---`, `...` or a line that begins with `%`.
    case marker
  }

  let kind: Kind
  let text: [Unicode.Scalar]
  /// The line that it begins in, and the one that it ends in, from 0.
  let line: Int
  var lastLine: Int
  /// The column of its first character.
  let column: Int

  func isSign(_ signs: Unicode.Scalar...) -> Bool {
    if case .sign(let sign) = kind { signs.contains(sign) } else { false }
  }

  var opens: Bool { isSign("[", "{") }
  var closes: Bool { isSign("]", "}") }
}

/// Cuts a YAML file into tokens: its values where the tree says that they stand, and what is
/// between them.
struct LayoutLexer {
  private let scalars: [Unicode.Scalar]
  private let values: [(span: Range<Int>, kind: LayoutToken.Kind)]
  private var index = 0
  private var line = 0
  private var lineStart = 0
  private(set) var tokens: [LayoutToken] = []

  /// Nil where something stands between values that has no business there.
  init?(_ text: [Unicode.Scalar], _ tree: YAMLTree) {
    scalars = text
    values = (0..<tree.count).compactMap { position in
      let node = NodeID(index: Int32(truncatingIfNeeded: position))
      let isAlias = tree.resolved(node) != node
      guard isAlias || tree.kind(node) == .scalar else { return nil }
      let span = tree.span(node)
      guard span.start < span.end, Int(span.end) <= text.count else { return nil }
      return (
        Int(span.start)..<Int(span.end), isAlias ? .alias : .value(tree.style(node))
      )
    }
    for value in values {
      guard readGap(upTo: value.span.lowerBound) else { return nil }
      add(value.kind, upTo: end(of: value))
    }
    guard readGap(upTo: text.count) else { return nil }
  }

  /// Where a value ends: blanks at the end of a text after `|` or `>` are a part of it.
  private func end(of value: (span: Range<Int>, kind: LayoutToken.Kind)) -> Int {
    let end = value.span.upperBound
    guard value.kind == .value(.literal) || value.kind == .value(.folded) else { return end }
    return scalars[end...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.count
  }

  private mutating func readGap(upTo end: Int) -> Bool {
    while index < end {
      let scalar = scalars[index]
      switch scalar {
      case "\n", "\r": step()
      case " ", "\t": index += 1
      case "#": add(.comment, upTo: endOfLine)
      case "&", "!": add(.property, upTo: endOfProperty(end))
      case "%" where index == lineStart: add(.marker, upTo: endOfLine)
      case "-", ".":
        let isMarker =
          index == lineStart && index + 2 < scalars.count
          && scalars[index...].prefix(3).allSatisfy { $0 == scalar }
        guard isMarker || scalar == "-" else { return false }
        add(isMarker ? .marker : .sign("-"), upTo: index + (isMarker ? 3 : 1))
      case "?", ":", ",", "[", "]", "{", "}": add(.sign(scalar), upTo: index + 1)
      default: return false
      }
    }
    return index == end
  }

  private var endOfLine: Int {
    scalars[index...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.count
  }

  private func endOfProperty(_ end: Int) -> Int {
    let isVerbatim = index + 1 < end && scalars[index + 1] == "<"
    return scalars[index..<end].firstIndex { scalar in
      [" ", "\t", "\n", "\r"].contains(scalar)
        || (!isVerbatim && [",", "[", "]", "{", "}"].contains(scalar))
    } ?? end
  }

  private mutating func add(_ kind: LayoutToken.Kind, upTo end: Int) {
    let start = index
    let (line, column) = (self.line, index - lineStart)
    while index < end { step() }
    tokens.append(
      LayoutToken(
        kind: kind, text: Array(scalars[start..<end]), line: line, lastLine: self.line,
        column: column))
  }

  /// Goes on by a character; CR and LF together are one.
  private mutating func step() {
    let scalar = scalars[index]
    index += 1
    guard scalar == "\n" || scalar == "\r" else { return }
    if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
    line += 1
    lineStart = index
  }
}

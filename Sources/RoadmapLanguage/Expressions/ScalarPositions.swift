import SourceDiagnostics
import YAMLSource

/// Where each character of a scalar's text stands in its file, whatever the scalar's style.
///
/// The characters that are no blanks stand in the same order in the text and in the file, so that
/// both can be gone through side by side; folding and indentation only add and drop blanks.
struct ScalarPositions {
  private let file: SourceFileID
  /// For each character of the text its first byte, and where in the file it starts and ends.
  private var places: [(byte: Int, start: UInt32, end: UInt32)] = []
  private let byteCount: Int

  /// Nil for a node that is no scalar, or whose text is not found in the file.
  init?(_ tree: YAMLTree, _ node: NodeID, _ symbols: SymbolTable, _ files: SourceFiles) {
    let node = tree.resolved(node)
    guard let text = tree.scalar(node).map(symbols.string) else { return nil }
    let span = tree.span(node)
    let bytes = files.bytes(span.file)[files.byteRange(of: span)]
    file = span.file
    byteCount = text.utf8.count
    var source = ScalarSource(
      String(decoding: bytes, as: UTF8.self), style: tree.style(node), start: span.start)
    var byte = 0
    for character in text.unicodeScalars {
      guard let place = source.next(character) else { return nil }
      places.append((byte, place.start, place.end))
      byte += character.utf8.count
    }
  }

  /// The span of a range of bytes of the text; a range past the end stands behind the last one.
  func span(of range: Range<Int>) -> SourceSpan? {
    guard let last = places.last else { return nil }
    guard range.lowerBound < byteCount,
      let first = places.last(where: { $0.byte <= range.lowerBound })
    else { return SourceSpan(file: file, start: last.end, end: last.end) }
    let inside = places.last { $0.byte < range.upperBound } ?? first
    let end = range.isEmpty ? first.start : max(first.start, inside.end)
    return SourceSpan(file: file, start: first.start, end: end)
  }
}

extension ScalarPositions {
  /// The byte of the text whose character stands at `offset` of the file; `nil` where none does.
  func byte(at offset: UInt32) -> Int? {
    guard let last = places.last, offset <= last.end else { return nil }
    if offset == last.end { return byteCount }
    return places.first { offset < $0.end }?.byte
  }
}

/// A scalar as it is written, read character by character of its text.
private struct ScalarSource {
  private let scalars: [Unicode.Scalar]
  private let style: ScalarStyle
  private let start: UInt32
  private var index = 0

  init(_ text: String, style: ScalarStyle, start: UInt32) {
    scalars = Array(text.unicodeScalars)
    self.style = style
    self.start = start
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: index = 1
    case .literal, .folded:
      index = (scalars.firstIndex { $0.isBreak } ?? scalars.count - 1) + 1
    }
  }

  /// Where `character` stands, which comes next in the text; nil where something else does.
  mutating func next(_ character: Unicode.Scalar) -> (start: UInt32, end: UInt32)? {
    skipContinuations()
    if style == .doubleQuoted, current == "\\" { return escape(character) }
    if !character.isBlank {
      skipBlanks()
      if style == .doubleQuoted, current == "\\" { return escape(character) }
    } else if current?.isBlank != true {
      return (offset(index), offset(index))
    }
    guard character.isBlank || current == character else { return nil }
    let first = index
    index += style == .singleQuoted && character == "'" ? 2 : 1
    return (offset(first), offset(index))
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func offset(_ index: Int) -> UInt32 {
    start &+ UInt32(truncatingIfNeeded: min(index, scalars.count))
  }

  private mutating func skipBlanks() {
    while current?.isBlank == true {
      index += 1
      skipContinuations()
    }
  }

  /// Skips a backslash before a line break, the break, and the blanks after it.
  private mutating func skipContinuations() {
    guard style == .doubleQuoted else { return }
    while current == "\\", index + 1 < scalars.count, scalars[index + 1].isBreak {
      index += 1
      while current?.isBlank == true { index += 1 }
    }
  }

  /// Steps over an escape, which stands for one character.
  private mutating func escape(_ character: Unicode.Scalar) -> (start: UInt32, end: UInt32)? {
    let first = index
    guard index + 1 < scalars.count else { return nil }
    let digits = ["x": 2, "u": 4, "U": 8][scalars[index + 1]] ?? 0
    index += 2 + digits
    return (offset(first), offset(index))
  }
}

extension Unicode.Scalar {
  /// Whether it ends a line for libyaml.
  fileprivate var isBreak: Bool {
    switch value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  fileprivate var isBlank: Bool { self == " " || self == "\t" || isBreak }
}

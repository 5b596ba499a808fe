public import SourceDiagnostics
import YAMLSource

/// A file in its usual layout, or why there is none.
public enum Formatting: Sendable {
  /// The text as it should be.
  case formatted([UInt8])
  /// The text is no YAML; the problems say where.
  case invalid(SourceFiles, Diagnostics)
  /// The program would have changed the meaning, which is a fault of its own: nothing is to be
  /// written.
  case fault

  /// Lays out a file anew, keeping comments, the order of keys, anchors and the styles of values,
  /// and makes sure that nothing else but blanks and quotes has changed.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: what it is called in problems.
  /// - Returns: the text, or why there is none.
  public static func of(_ bytes: [UInt8], path: String) -> Formatting {
    let read = Reading(bytes, path: path)
    guard let tree = read.tree, !read.problems.hasErrors else {
      return .invalid(read.files, read.problems)
    }
    guard let lexer = LayoutLexer(read.text, tree) else { return .fault }
    let endsLine = read.text.last.map { $0 == "\n" || $0 == "\r" } ?? true
    var text = ""
    text.unicodeScalars.append(
      contentsOf: Layout.text(of: lexer.tokens, endsLine: endsLine))
    let formatted = Reading(Array(text.utf8), path: path)
    guard let other = formatted.tree, read.means(the: formatted),
      let tokens = LayoutLexer(formatted.text, other)?.tokens,
      Self.comments(of: tokens) == Self.comments(of: lexer.tokens)
    else { return .fault }
    return .formatted(Array(text.utf8))
  }

  private static func comments(of tokens: [LayoutToken]) -> [[Unicode.Scalar]] {
    tokens.filter { $0.kind == .comment }.map(\.text.withoutTrailingBlanks)
  }
}

/// A file as YAML.
private struct Reading {
  private(set) var files = SourceFiles()
  private(set) var problems = Diagnostics()
  private var symbols = SymbolTable()
  let tree: YAMLTree?
  /// The characters, a byte order mark left out.
  let text: [Unicode.Scalar]

  init(_ bytes: [UInt8], path: String) {
    let file = files.add(path: path, bytes: bytes)
    tree = YAMLReader().read(file, of: files, into: &symbols, diagnostics: &problems)
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    text = Array(String(decoding: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self).unicodeScalars)
  }

  /// Whether another file has the same tree, quotes of one kind or the other left aside.
  func means(the other: Reading) -> Bool {
    guard let tree, let their = other.tree, tree.count == their.count, !other.problems.hasErrors
    else { return false }
    return (0..<tree.count).allSatisfy { position in
      let node = NodeID(index: Int32(truncatingIfNeeded: position))
      let text = tree.scalar(node).map { symbols.withBytes($0) { Array($0) } }
      let theirText = their.scalar(node).map { other.symbols.withBytes($0) { Array($0) } }
      return tree.kind(node) == their.kind(node) && tree.coreType(node) == their.coreType(node)
        && tree.resolved(node) == their.resolved(node) && text == theirText
        && tree.style(node).withoutQuotes == their.style(node).withoutQuotes
    }
  }
}

extension ScalarStyle {
  fileprivate var withoutQuotes: ScalarStyle { self == .singleQuoted ? .doubleQuoted : self }
}

import SourceDiagnostics
import YAMLSource

/// A text that has been read, with all that came of it.
struct Reading {
  var files = SourceFiles()
  var symbols = SymbolTable()
  var diagnostics = Diagnostics()
  let file: SourceFileID
  let tree: YAMLTree?

  init(_ bytes: [UInt8], path: String = "roadmap.yaml", limits: YAMLLimits = .standard) {
    file = files.add(path: path, bytes: bytes)
    tree = YAMLReader(limits: limits).read(
      file, of: files, into: &symbols, diagnostics: &diagnostics)
  }

  init(_ text: String, limits: YAMLLimits = .standard) {
    self.init(Array(text.utf8), limits: limits)
  }

  /// The codes of the problems, in order.
  var codes: [String] { diagnostics.sorted().map(\.code.name) }

  /// The text of a span.
  func text(_ span: SourceSpan) -> String {
    String(decoding: files.bytes(file)[files.byteRange(of: span)], as: UTF8.self)
  }

  /// The root in a short form: `{a: [b, *c]}` in which scalars are as in the tree and an alias is
  /// what it stands for.
  var outline: String {
    guard let tree, let root = tree.root else { return "" }
    return outline(of: root, in: tree)
  }

  private func outline(of node: NodeID, in tree: YAMLTree) -> String {
    switch tree.kind(node) {
    case .scalar:
      return tree.scalar(node).map(symbols.string) ?? "?"
    case .sequence:
      return "[" + tree.items(of: node).map { outline(of: $0, in: tree) }.joined(separator: ", ")
        + "]"
    case .mapping:
      let pairs = tree.entries(of: node).map {
        outline(of: $0.key, in: tree) + ": " + outline(of: $0.value, in: tree)
      }
      return "{" + pairs.joined(separator: ", ") + "}"
    }
  }
}

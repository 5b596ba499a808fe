import Bilingual
import CEL
import RoadmapLanguage
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A file of values that does not map names to values.
  static let invalidBindings = DiagnosticCode("invalid-bindings")
}

/// Reads the values of variables from JSON, or from YAML, of which JSON is a part.
struct BindingsReader {
  private(set) var files: SourceFiles
  private(set) var problems = Diagnostics()
  private var symbols = SymbolTable()

  init(_ files: SourceFiles) { self.files = files }

  /// The names of the file's outermost mapping with their values, in the order written.
  mutating func read(_ file: LoadedFile) -> [(name: String, value: Value)] {
    let id = files.add(path: file.shownPath, bytes: file.bytes)
    if let members = JSONBindings.read(file.bytes) { return members }
    guard let tree = YAMLReader().read(id, of: files, into: &symbols, diagnostics: &problems),
      let root = tree.root
    else { return [] }
    guard tree.kind(root) == .mapping else {
      problems.append(.noMapping(at: tree.span(root)))
      return []
    }
    return tree.entries(of: root).compactMap { entry in
      tree.scalar(entry.key).map { (symbols.string($0), value(entry.value, in: tree)) }
    }
  }

  /// The value at a node. The recursion is no deeper than the reader's limit of nesting.
  private mutating func value(_ node: NodeID, in tree: YAMLTree) -> Value {
    switch tree.kind(node) {
    case .scalar: return scalar(node, in: tree)
    case .sequence: return .list(tree.items(of: node).map { value($0, in: tree) })
    case .mapping:
      var entries: [(key: Value, value: Value)] = []
      for (key, content) in tree.entries(of: node) {
        guard let name = tree.scalar(key) else { continue }
        entries.append((.string(symbols.string(name)), value(content, in: tree)))
      }
      // Keys that stand twice have been reported by the reader.
      return MapValue(entries).map(Value.map) ?? .null
    }
  }

  private mutating func scalar(_ node: NodeID, in tree: YAMLTree) -> Value {
    let text = tree.scalar(node).map(symbols.string) ?? ""
    switch tree.coreType(node) {
    case .null, nil: return .null
    case .boolean: return .bool(tree.bool(node) ?? false)
    case .string: return .string(text)
    case .integer:
      if let number = tree.integer(node) { return .int(number) }
    case .float: break
    }
    if let number = Self.double(text) { return .double(number) }
    problems.append(.unreadableNumber(text, at: tree.span(node)))
    return .null
  }

  private static func double(_ text: String) -> Double? {
    switch text.lowercased() {
    case ".nan": .nan
    case ".inf", "+.inf": .infinity
    case "-.inf": -.infinity
    default: Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
  }
}

extension Diagnostic {
  fileprivate static func noMapping(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidBindings, at: span,
      message: Text(
        en: "here must stand a mapping from names to values",
        ru: "здесь должен стоять набор «имя: значение»"),
      help: Text(en: "write `{\"name\": value}`", ru: "напишите `{\"имя\": значение}`"))
  }

  fileprivate static func unreadableNumber(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidBindings, at: span,
      message: Text(
        en: "`\(text)` does not fit a number of 64 bits",
        ru: "`\(text)` не помещается в 64-битное число"))
  }
}

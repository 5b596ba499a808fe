public import SourceDiagnostics
import YAMLSource

extension CompiledRoadmap {
  /// The files of which nothing is known, since their text is no YAML.
  public var unreadFiles: [SourceFileID] {
    let read = Set(map.trees.map(\.file))
    return files.ids.filter { !read.contains($0) }
  }

  /// A comment with this reason on a line before a warning, which hides it; `nil` for an error,
  /// which stays, and where no comment can stand.
  public func ignoring(_ warning: Diagnostic, because reason: String) -> TextEdit? {
    let file = warning.span.file
    guard warning.severity == .warning, !warning.span.isWholeFile,
      let tree = map.trees.first(where: { $0.file == file })
    else { return nil }
    let line = files.start(of: warning.span).line
    let start = files.offset(ofLine: line, in: file)
    let isInText = (0..<tree.count).contains { index in
      let node = NodeID(index: Int32(truncatingIfNeeded: index))
      guard tree.kind(node) == .scalar else { return false }
      let span = tree.span(node)
      return span.start < start && start < span.end
    }
    guard !isInText else { return nil }
    let blanks = files.lineText(line, in: file).prefix { $0 == " " }
    let comment = "\(blanks)# vekha: ignore[\(warning.code.name)] \(reason)\n"
    let place = files.byteRange(of: SourceSpan(file: file, start: start, end: start)).lowerBound
    return TextEdit(file: file, range: place..<place, replacement: Array(comment.utf8))
  }
}

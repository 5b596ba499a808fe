/// What docs/diagnostics.md tells of each code.
public struct CodeReference: Sendable {
  /// What is told of one code.
  public struct Entry: Hashable, Sendable {
    /// The code.
    public let code: DiagnosticCode
    /// How bad it is, or at its worst can be.
    public let severity: Severity
    /// What it is, in one paragraph of Markdown on one line.
    public let summary: String
    /// The whole entry below its heading, in Markdown.
    public let markdown: String
  }

  /// The entries in the order of the page.
  public let entries: [Entry]

  /// Reads the page: each heading of the second rank begins an entry.
  public init(page: String) {
    var found: [(code: String, lines: [Substring])] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        found.append((String(line.dropFirst(3)), []))
      } else if !found.isEmpty {
        found[found.count - 1].lines.append(line)
      }
    }
    entries = found.map { Entry(code: DiagnosticCode($0.code), lines: $0.lines) }
  }

  /// What is told of a code; nil for one that the page does not know.
  public subscript(code: DiagnosticCode) -> Entry? {
    entries.first { $0.code == code }
  }
}

extension CodeReference.Entry {
  fileprivate init(code: DiagnosticCode, lines: [Substring]) {
    let body = lines.trimmingBlankEnds()
    let opening = body.prefix { !$0.isEmpty }.joined(separator: " ")
    let isWarning = opening.hasPrefix("A warning")
    self.init(
      code: code, severity: isWarning ? .warning : .error, summary: opening,
      markdown: body.joined(separator: "\n"))
  }
}

extension [Substring] {
  fileprivate func trimmingBlankEnds() -> ArraySlice<Substring> {
    let lead = drop { $0.isEmpty }
    guard let last = lead.lastIndex(where: { !$0.isEmpty }) else { return [] }
    return lead[...last]
  }
}

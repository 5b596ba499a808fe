public import Bilingual

/// Writes diagnostics for people at a terminal.
///
/// Whatever a file or a name contains, nothing reaches the terminal that it would act upon.
public struct TextRenderer: Sendable {
  /// The files that the diagnostics are about.
  public let files: SourceFiles
  /// The language of the messages.
  public let language: Language
  /// Whether to write colours, as ANSI escapes.
  public let color: Bool

  /// Creates a renderer.
  public init(files: SourceFiles, language: Language, color: Bool) {
    self.files = files
    self.language = language
    self.color = color
  }

  /// Every diagnostic once and in order, a blank line after each, and how many there are; empty
  /// when there are none.
  public func render(_ diagnostics: Diagnostics) -> String {
    let sorted = diagnostics.sorted()
    guard let summary = summary(of: sorted) else { return "" }
    return sorted.map { render($0) + "\n" }.joined() + summary + "\n"
  }

  /// One diagnostic: its place and message, its lines, places related to it, help.
  public func render(_ diagnostic: Diagnostic) -> String {
    let excerpts = shownSpans(of: diagnostic).mapValues { Excerpt(of: $0, in: files) }
    let last = excerpts.values.map(\.lastLine).max() ?? 0
    let margin = String(repeating: " ", count: last == 0 ? 2 : String(last).utf8.count)
    var lines = [heading(of: diagnostic)]
    if let excerpt = excerpts[-1] { lines += marked(excerpt, "^", margin, style(of: diagnostic)) }
    for (index, related) in diagnostic.related.enumerated() {
      let note = place(of: related.span) + displayed(related.message[language])
      lines.append(margin + remark(Text(en: "note", ru: "примечание"), note))
      if let excerpt = excerpts[index] { lines += marked(excerpt, "-", margin, .cyan) }
    }
    if let help = diagnostic.help {
      lines.append(margin + remark(Text(en: "help", ru: "помощь"), displayed(help[language])))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// How many errors and warnings there are; nil when there are none.
  public func summary(of diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let counts = [
      errors > 0 ? errorNoun(errors) : nil, warnings > 0 ? warningNoun(warnings) : nil,
    ].compactMap(\.self)
    guard !counts.isEmpty else { return nil }
    let words = counts.map { $0[language] }
    return switch language {
    case .en: "found " + words.joined(separator: " and ")
    case .ru: "найдено: " + words.joined(separator: " и ")
    }
  }

  /// The spans whose lines are shown: by the index of the related place, and -1 for the problem's.
  private func shownSpans(of diagnostic: Diagnostic) -> [Int: SourceSpan] {
    var spans: [Int: SourceSpan] = [:]
    if !diagnostic.span.isWholeFile { spans[-1] = diagnostic.span }
    for (index, related) in diagnostic.related.enumerated() where !related.span.isWholeFile {
      let isShown = spans.values.contains {
        $0.file == related.span.file
          && files.start(of: $0).line == files.start(of: related.span).line
      }
      if !isShown { spans[index] = related.span }
    }
    return spans
  }

  private func heading(of diagnostic: Diagnostic) -> String {
    let word =
      diagnostic.severity == .error
      ? Text(en: "error", ru: "ошибка") : Text(en: "warning", ru: "предупреждение")
    return painted(place(of: diagnostic.span), .bold)
      + painted("\(word[language])[\(diagnostic.code.name)]", style(of: diagnostic))
      + painted(": " + displayed(diagnostic.message[language]), .bold)
  }

  /// `path:line:column: `, and only the path for a whole file.
  private func place(of span: SourceSpan) -> String {
    let path = displayed(files.path(span.file))
    guard !span.isWholeFile else { return path + ": " }
    let start = files.start(of: span)
    return "\(path):\(start.line):\(start.column): "
  }

  private func remark(_ word: Text, _ message: String) -> String {
    painted(" =", .blue) + " " + painted(word[language] + ":", .bold) + " " + message
  }

  private func marked(
    _ excerpt: Excerpt, _ mark: Character, _ margin: String, _ style: Style
  ) -> [String] {
    var lines = [painted(margin + " |", .blue)]
    for (index, line) in excerpt.lines.enumerated() {
      if index == 1, excerpt.leavesOut { lines.append(painted(margin + " :", .blue)) }
      let number = String(line.number)
      let indent = String(repeating: " ", count: max(0, margin.utf8.count - number.utf8.count))
      let bar = painted(indent + number + " |", .blue)
      lines.append(line.shown.text.isEmpty ? bar : bar + " " + line.shown.text)
      lines.append(
        painted(margin + " |", .blue) + " " + String(repeating: " ", count: line.shown.start)
          + painted(String(repeating: mark, count: line.shown.width), style))
    }
    return lines
  }

  private func style(of diagnostic: Diagnostic) -> Style {
    diagnostic.severity == .error ? .red : .yellow
  }

  private func painted(_ text: String, _ style: Style) -> String {
    color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// What an ANSI escape makes of a text.
private enum Style: String {
  case bold = "1"
  case red = "1;31"
  case yellow = "1;33"
  case blue = "34"
  case cyan = "36"
}

private let errorNoun = CountedNoun(en: "error", "errors", ru: "ошибка", "ошибки", "ошибок")
private let warningNoun = CountedNoun(
  en: "warning", "warnings", ru: "предупреждение", "предупреждения", "предупреждений")

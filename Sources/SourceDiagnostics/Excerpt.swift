/// The lines of a file that a span is about, with a mark under them.
struct Excerpt {
  /// The line, from 1, its text and what is put under it; nil where lines are left out.
  struct Line {
    let number: Int
    let shown: DisplayedLine
  }

  /// One line, or the first and the last of a span over several.
  let lines: [Line]
  /// Whether lines between the two are left out.
  let leavesOut: Bool

  /// Takes the lines of `span` from `files`.
  init(of span: SourceSpan, in files: SourceFiles) {
    let start = files.start(of: span)
    let end = files.end(of: span)
    let first = files.scalars(ofLine: start.line, in: span.file)
    let firstEnd = start.line == end.line ? end.column - 1 : first.count
    let from = start.column - 1
    var lines = [
      Line(number: start.line, shown: DisplayedLine(first, marked: from..<max(from, firstEnd)))
    ]
    // A span that ends before the first character of a line has nothing to mark there.
    if end.line > start.line, end.column > 1 {
      let last = files.scalars(ofLine: end.line, in: span.file)
      let indentation = last.prefix { $0 == " " || $0 == "\t" }.count
      let marked = min(indentation, end.column - 1)..<(end.column - 1)
      lines.append(Line(number: end.line, shown: DisplayedLine(last, marked: marked)))
    }
    self.lines = lines
    leavesOut = lines.count == 2 && end.line > start.line + 1
  }

  /// The greatest line number.
  var lastLine: Int { lines.last?.number ?? 0 }
}

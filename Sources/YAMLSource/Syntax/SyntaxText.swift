import Bilingual
import SourceDiagnostics

/// A text that breaks the grammar, as the search for the mistake looks at it.
struct SyntaxText {
  let file: SourceFileID
  let files: SourceFiles
  /// The last node that was understood.
  let lastNode: SourceSpan?

  /// A line, and the offset of its first character.
  struct Line {
    /// The number of the line, from 1.
    let number: Int
    let start: UInt32
    let characters: [Unicode.Scalar]

    /// The number of blanks that it starts with.
    var indentation: Int { characters.prefix { $0 == " " || $0 == "\t" }.count }
    /// Whether it has nothing but blanks and a comment.
    var isBlank: Bool {
      let first = characters.dropFirst(indentation).first
      return first == nil || first == "#"
    }
    /// The offset past its last character.
    var end: UInt32 { start + UInt32(truncatingIfNeeded: characters.count) }

    /// Its characters without indentation and without the dashes of a list.
    var content: ArraySlice<Unicode.Scalar> {
      var rest = characters[indentation...]
      while rest.first == "-", let next = rest.dropFirst().first, next == " " || next == "\t" {
        rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      }
      return rest
    }

    /// The offset of one of ``characters``.
    func offset(of index: Int) -> UInt32 {
      start + UInt32(truncatingIfNeeded: index)
    }
  }

  /// The line that holds the character at `offset`, and the character's index in it.
  func line(at offset: UInt32) -> (line: Line, index: Int) {
    let position = files.position(offset, in: file)
    let index = position.column - 1
    return (line(position.line, start: offset - min(offset, UInt32(index))), index)
  }

  /// The nearest line above that is more than blanks or a comment.
  func contentLine(above line: Line) -> Line? {
    var offset = line.start
    while offset > 0 {
      let above = self.line(at: offset - 1).line
      if !above.isBlank { return above }
      offset = above.start
    }
    return nil
  }

  /// The character at `offset`; nil at the end of a line.
  func character(at offset: UInt32) -> Unicode.Scalar? {
    let (line, index) = line(at: offset)
    return line.characters.indices.contains(index) ? line.characters[index] : nil
  }

  /// A span of the file, cut to one character where `end` is nil.
  func span(_ start: UInt32, to end: UInt32? = nil) -> SourceSpan {
    SourceSpan(file: file, start: start, end: end ?? start + 1)
  }

  /// The diagnostic for a syntax error.
  func mistake(
    at span: SourceSpan, _ message: Text, help: Text?, related: [RelatedLocation] = []
  ) -> Diagnostic {
    Diagnostic(.yamlSyntax, at: span, message: message, help: help, related: related)
  }

  private func line(_ number: Int, start: UInt32) -> Line {
    Line(
      number: number, start: start,
      characters: Array(files.lineText(number, in: file).unicodeScalars))
  }
}

public import Bilingual

/// A problem whose places are worked out, so that its files need no longer be at hand.
public struct LocatedDiagnostic: Hashable, Sendable {
  /// A stretch of a file, or a file as a whole.
  public struct Place: Hashable, Sendable {
    /// What the file is called in messages.
    public let path: String
    /// The position of the first character.
    public let start: SourcePosition
    /// The position past the last character.
    public let end: SourcePosition
    /// Whether the file as a whole is meant.
    public let isWholeFile: Bool
  }

  /// A second place, and what is there.
  public struct Note: Hashable, Sendable {
    /// The place.
    public let place: Place
    /// What is there.
    public let message: Text
  }

  /// The kind of problem.
  public let code: DiagnosticCode
  /// How bad it is.
  public let severity: Severity
  /// Where it is.
  public let place: Place
  /// What is wrong, in a sentence.
  public let message: Text
  /// What to do about it, in a sentence.
  public let help: Text?
  /// Other places that have to do with it.
  public let notes: [Note]
  /// What the file says at the place, on its first line.
  public let words: String

  /// Works out the places of `diagnostic`, which is about `files`.
  public init(_ diagnostic: Diagnostic, in files: SourceFiles) {
    code = diagnostic.code
    severity = diagnostic.severity
    place = Place(diagnostic.span, in: files)
    message = diagnostic.message
    help = diagnostic.help
    notes = diagnostic.related.map { note in
      Note(place: Place(note.span, in: files), message: note.message)
    }
    words = Self.words(at: diagnostic.span, in: files)
  }

  private static func words(at span: SourceSpan, in files: SourceFiles) -> String {
    guard !span.isWholeFile else { return "" }
    let (start, end) = (files.start(of: span), files.end(of: span))
    let line = files.scalars(ofLine: start.line, in: span.file)
    let first = min(start.column - 1, line.count)
    let last = start.line == end.line ? min(end.column - 1, line.count) : line.count
    guard first < last else { return "" }
    return String(String.UnicodeScalarView(line[first..<last]))
  }

  /// The message, and after it what to do about it, on a line each.
  func sentences(_ language: Language) -> [String] {
    [message, help].compactMap { $0.map { displayed($0[language]) } }
  }
}

extension LocatedDiagnostic.Place {
  fileprivate init(_ span: SourceSpan, in files: SourceFiles) {
    self.init(
      path: files.path(span.file), start: files.start(of: span), end: files.end(of: span),
      isWholeFile: span.isWholeFile)
  }

  /// `path:line:column`, and only the path for a whole file.
  var text: String {
    isWholeFile ? displayed(path) : "\(displayed(path)):\(start.line):\(start.column)"
  }
}

import Bilingual
import RoadmapLanguage
import SourceDiagnostics

/// A file of a roadmap as an editor looks at it: the document of now, and the newest state of the
/// roadmap that could be understood, which may be a little older.
struct View {
  let path: String
  /// The text of now.
  let lines: LineIndex
  let snapshot: Snapshot
  /// The file in the snapshot.
  let file: SourceFileID
  let encoding: PositionEncoding
  let language: Language
  /// The open documents.
  let open: [String: TextDocument]

  /// Nil where the roadmap has no understandable state with this file.
  init?(
    _ path: String, of roadmap: EditedRoadmap, open: [String: TextDocument],
    _ encoding: PositionEncoding, _ language: Language
  ) {
    let newest = roadmap.snapshot.flatMap { $0.isWhole ? $0 : nil }
    guard let snapshot = newest ?? roadmap.lastWhole ?? roadmap.snapshot,
      let file = snapshot.file(at: path), let old = snapshot.text(of: file)
    else { return nil }
    self.path = path
    self.snapshot = snapshot
    self.file = file
    self.encoding = encoding
    self.language = language
    self.open = open
    lines = open[path]?.lines ?? old
  }

  var index: SymbolIndex { snapshot.index }

  /// The character of the snapshot's text that stands at a position of now.
  func offset(at position: TextPosition) -> UInt32? {
    let offset = lines.place(of: position, in: encoding).offset
    guard let old = snapshot.text(of: file), old.bytes != lines.bytes else { return offset }
    return TextShift(from: old, to: lines).old(offset)
  }

  /// Where a span of the snapshot stands now; `nil` where its text is gone.
  func range(_ span: SourceSpan) -> TextRange? {
    guard let old = snapshot.text(of: span.file), let path = snapshot.path(of: span.file) else {
      return nil
    }
    let now = open[path]?.lines ?? old
    guard now.bytes != old.bytes else { return now.range(span, in: encoding) }
    return TextShift(from: old, to: now).new(span).map { now.range($0, in: encoding) }
  }

  /// Where a span of the snapshot stands, as the protocol writes it.
  func location(_ span: SourceSpan) -> JSON? {
    guard let range = range(span), let path = snapshot.path(of: span.file) else { return nil }
    return ["uri": .string(FileURI.uri(path)), "range": range.json]
  }

  /// What is named at a position.
  func occurrence(at position: TextPosition) -> Mention? {
    offset(at: position).flatMap { index.occurrence(at: $0, in: file) }
  }

  func say(_ text: Text) -> String { text[language] }
}

extension LineIndex {
  /// Where a span stands.
  func range(_ span: SourceSpan, in encoding: PositionEncoding) -> TextRange {
    TextRange(
      start: position(of: span.start, in: encoding), end: position(of: span.end, in: encoding))
  }
}

extension TextPosition {
  /// The position as the protocol writes it.
  var json: JSON { ["line": .integer(line), "character": .integer(character)] }

  /// The position that the protocol writes so.
  init?(_ json: JSON) {
    guard let line = json["line"].integer, let character = json["character"].integer else {
      return nil
    }
    self.init(line: line, character: character)
  }
}

extension TextRange {
  /// The range as the protocol writes it.
  var json: JSON { ["start": start.json, "end": end.json] }

  /// The range that the protocol writes so.
  init?(_ json: JSON) {
    guard let start = TextPosition(json["start"]), let end = TextPosition(json["end"]) else {
      return nil
    }
    self.init(start: start, end: max(start, end))
  }
}

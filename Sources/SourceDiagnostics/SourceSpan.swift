/// A file of a ``SourceFiles``, by the order in which it was added.
public struct SourceFileID: Hashable, Comparable, Sendable {
  /// The number of the file in its ``SourceFiles``, from 0.
  public let index: Int32

  /// Creates the name of the file that was added as number `index`, from 0.
  public init(index: Int32) {
    self.index = index
  }

  /// Files compare in the order in which they were added.
  public static func < (left: Self, right: Self) -> Bool {
    left.index < right.index
  }
}

/// A stretch of the text of one file.
///
/// Offsets are in characters (Unicode scalars) from the start of the file, a byte order mark not
/// counted. Spans compare by file, then start, then end.
public struct SourceSpan: Hashable, Comparable, Sendable {
  /// The file.
  public let file: SourceFileID
  /// The offset of the first character.
  public let start: UInt32
  /// The offset past the last character; equal to `start` where the span is a mere place.
  public let end: UInt32

  /// Creates the span of the characters from `start` up to `end`, which is not among them.
  public init(file: SourceFileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The span that stands for a file as a whole: the empty one at its start.
  public static func wholeFile(_ file: SourceFileID) -> Self {
    Self(file: file, start: 0, end: 0)
  }

  /// Whether this span stands for its file as a whole.
  public var isWholeFile: Bool { end == 0 }

  /// Spans compare by file, then start, then end.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}

/// A place in a file as people count it.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1. Lines end with LF, CRLF or CR.
  public let line: Int
  /// The column, from 1, in characters (Unicode scalars).
  public let column: Int

  /// Creates a position from its line and its column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Positions compare by line, then column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

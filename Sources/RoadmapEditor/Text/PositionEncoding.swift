/// What columns of a line count, as client and server agree on it.
public enum PositionEncoding: String, CaseIterable, Hashable, Sendable {
  /// Bytes.
  case utf8 = "utf-8"
  /// Units of 16 bits: what every client understands.
  case utf16 = "utf-16"
  /// Characters (Unicode scalars).
  case utf32 = "utf-32"

  /// How many columns a character takes.
  func width(of scalar: DecodedWidth) -> Int {
    switch self {
    case .utf8: scalar.bytes
    case .utf16: scalar.isWide ? 2 : 1
    case .utf32: 1
    }
  }
}

/// How much room a character takes.
struct DecodedWidth {
  let bytes: Int

  /// Whether it takes two units of UTF-16.
  var isWide: Bool { bytes == 4 }
}

/// A place in a text as editors count it, both from 0.
public struct TextPosition: Hashable, Comparable, Sendable {
  /// The line.
  public let line: Int
  /// The column, in units of a ``PositionEncoding``.
  public let character: Int

  /// Creates a position.
  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Positions compare by line, then column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// A stretch of a text as editors count it.
public struct TextRange: Hashable, Sendable {
  /// Where it begins.
  public let start: TextPosition
  /// Where it has ended.
  public let end: TextPosition

  /// Creates a range.
  public init(start: TextPosition, end: TextPosition) {
    self.start = start
    self.end = end
  }
}

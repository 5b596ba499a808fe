/// A half-open range of UTF-8 bytes in the source of an expression.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte, from 0.
  public let start: Int
  /// The offset past the last byte.
  public let end: Int

  /// Creates the range of bytes `start ..< end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// A document that is open in an editor.
public struct TextDocument: Sendable {
  /// A change of a text.
  public struct Change: Sendable {
    /// What is replaced; all of the text where it is `nil`.
    public let range: TextRange?
    /// What stands there now.
    public let text: String

    /// Creates a change.
    public init(range: TextRange?, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// The text.
  public private(set) var lines: LineIndex
  /// The version of the text, as the editor counts it.
  public private(set) var version: Int

  /// Creates a document.
  public init(text: String, version: Int) {
    lines = LineIndex(Array(text.utf8))
    self.version = version
  }

  /// Applies changes, each to what the one before has left.
  public mutating func apply(
    _ changes: [Change], version: Int, in encoding: PositionEncoding
  ) {
    for change in changes {
      guard let range = change.range else {
        lines = LineIndex(Array(change.text.utf8))
        continue
      }
      let start = lines.place(of: range.start, in: encoding).byte
      let end = max(start, lines.place(of: range.end, in: encoding).byte)
      var bytes = lines.bytes
      bytes.replaceSubrange(start..<end, with: Array(change.text.utf8))
      lines = LineIndex(bytes)
    }
    self.version = version
  }
}

/// A line of YAML, taken apart: dashes, a key, and what follows.
struct LineParts {
  /// The columns of the dashes at its beginning.
  private(set) var dashes: [Int] = []
  /// The column of what follows the dashes; of a blank line, its length.
  private(set) var column = 0
  /// The key, where there is one.
  private(set) var key: String?
  /// Whether there is more than blanks and a comment.
  private(set) var hasContent = false
  /// What follows the dashes.
  private let content: String

  init(_ line: String) {
    var column = 0
    var rest = line.unicodeScalars[...]
    while let first = rest.first {
      if first == " " || first == "\t" {
        rest.removeFirst()
        column += 1
      } else if first == "-", rest.dropFirst().first.map({ $0 == " " }) ?? true {
        dashes.append(column)
        rest.removeFirst()
        column += 1
      } else {
        break
      }
    }
    self.column = column
    content = String(String.UnicodeScalarView(rest))
    hasContent = !dashes.isEmpty || (!rest.isEmpty && rest.first != "#")
    key = hasContent ? Self.key(of: content) : nil
  }

  /// What follows the dashes, for a reader of brackets.
  func rest(_ isFirst: Bool) -> String { content }

  /// The key that a text begins with.
  private static func key(of text: String) -> String? {
    var reader = FlowReader()
    reader.read(text)
    return reader.blockKey
  }

  /// How many more brackets a line opens than it closes.
  static func balance(of line: String) -> Int {
    var reader = FlowReader()
    reader.read(line)
    return reader.frames.count - reader.closedCount
  }
}

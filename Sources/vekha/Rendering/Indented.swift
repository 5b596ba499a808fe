/// Lines for people, indented, each folded at the width of the terminal under its own beginning.
struct Indented {
  private(set) var lines: [String] = []
  private let width: Int

  init(width: Int) { self.width = width }

  var text: String { lines.joined(separator: "\n") }

  /// Adds a line that stands `indent` columns in; where it is folded, two more.
  mutating func add(_ text: String, indent: Int = 0) {
    let folded = DisplayWidth.wrapped(harmless(text), to: max(20, width - indent - 2))
    for (position, line) in folded.enumerated() {
      lines.append(String(repeating: " ", count: position == 0 ? indent : indent + 2) + line)
    }
  }
}

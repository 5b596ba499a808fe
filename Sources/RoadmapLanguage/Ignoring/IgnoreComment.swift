import SourceDiagnostics

/// A comment `# vekha: ignore[code, …] reason`, which hides warnings about the line after it.
struct IgnoreComment {
  /// What is wrong with a comment that begins like one.
  enum Mistake {
    /// No codes in brackets follow the word.
    case noCodes
    /// It stands after something on its line.
    case notAlone
    /// No reason follows the codes.
    case noReason
  }

  /// A code as it is written, and where its characters stand in the line, from 0.
  struct Code {
    let name: String
    let columns: Range<Int>
  }

  /// The characters of the comment in its line, from 0.
  let columns: Range<Int>
  /// The codes that it names.
  private(set) var codes: [Code] = []
  /// What is wrong with it.
  private(set) var mistake: Mistake?

  /// Reads the comment that begins with the `#` at `start` of a line; nil where it is another one.
  init?(_ line: [Unicode.Scalar], at start: Int) {
    columns = start..<line.count
    var rest = Scanner(line, from: start)
    guard rest.take("#"), rest.takeBlanks(), rest.take("vekha:"), rest.takeBlanks(),
      rest.take("ignore"), !rest.isInWord
    else { return nil }
    guard rest.take("["), let end = line[rest.position...].firstIndex(of: "]") else {
      mistake = .noCodes
      return
    }
    codes = Self.codes(line, rest.position..<end)
    let reason = line[(end + 1)...].contains { $0.properties.isAlphabetic }
    let isAlone = line[..<start].allSatisfy { $0 == " " || $0 == "\t" }
    mistake = !isAlone ? .notAlone : codes.isEmpty ? .noCodes : reason ? nil : .noReason
  }

  private static func codes(_ line: [Unicode.Scalar], _ range: Range<Int>) -> [Code] {
    line[range].split(separator: ",").compactMap { part in
      let blanks: Set<Unicode.Scalar> = [" ", "\t"]
      guard let first = part.firstIndex(where: { !blanks.contains($0) }),
        let last = part.lastIndex(where: { !blanks.contains($0) })
      else { return nil }
      return Code(
        name: String(String.UnicodeScalarView(part[first...last])), columns: first..<last + 1)
    }
  }
}

/// Reads a line from left to right.
private struct Scanner {
  private let line: [Unicode.Scalar]
  private(set) var position: Int

  init(_ line: [Unicode.Scalar], from position: Int) {
    self.line = line
    self.position = position
  }

  /// Whether a letter or digit follows.
  var isInWord: Bool {
    position < line.count && (line[position].properties.isAlphabetic || line[position] == "-")
  }

  /// Moves past a word; answers whether it stood there.
  mutating func take(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard line[position...].starts(with: scalars) else { return false }
    position += scalars.count
    return true
  }

  /// Moves past spaces and tabs; there may be none.
  mutating func takeBlanks() -> Bool {
    while position < line.count, line[position] == " " || line[position] == "\t" { position += 1 }
    return true
  }
}

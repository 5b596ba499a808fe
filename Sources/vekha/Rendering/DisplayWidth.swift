/// How wide texts are on a terminal.
enum DisplayWidth {
  /// The columns that a text takes.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x400..<0x483, 0x48A..<0x530, 0x2010...0x2027:
      return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text with spaces after it, up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text in at most `limit` lines of at most `width` columns, broken between words where
  /// possible; an ellipsis stands for what is left out.
  static func wrapped(_ text: String, to width: Int, lines limit: Int = .max) -> [String] {
    let width = max(width, 1)
    var lines: [String] = []
    var (line, filled) = ("", 0)
    for word in text.split(separator: " ").flatMap({ pieces(of: $0, width: width) }) {
      let needed = of(word)
      if filled > 0, filled + 1 + needed > width {
        lines.append(line)
        (line, filled) = ("", 0)
        if lines.count >= limit { return shortened(lines, to: width) }
      }
      line += filled == 0 ? word : " " + word
      filled += filled == 0 ? needed : needed + 1
    }
    if filled > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The lines with an ellipsis at the end of the last.
  private static func shortened(_ lines: [String], to width: Int) -> [String] {
    guard var last = lines.last else { return lines }
    while of(last) > width - 1, !last.isEmpty { last.removeLast() }
    while let end = last.last, " ,;:".contains(end) { last.removeLast() }
    return lines.dropLast() + [last + "…"]
  }

  /// A word in pieces that fit the width.
  private static func pieces(of word: Substring, width: Int) -> [String] {
    guard of(word) > width else { return [String(word)] }
    var pieces: [String] = []
    var (piece, filled) = ("", 0)
    for character in word {
      let needed = of(String(character))
      if filled > 0, filled + needed > width {
        pieces.append(piece)
        (piece, filled) = ("", 0)
      }
      piece.append(character)
      filled += needed
    }
    return pieces + [piece]
  }
}

/// How wide texts are on a terminal.
enum DisplayWidth {
  /// The columns that a text takes.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
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

  /// The text in lines of at most `width` columns, broken between words where possible.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ pieces(of: String($0), width: width) }) {
      let needed = of(line) + (line.isEmpty ? 0 : 1) + of(word)
      if needed > width, !line.isEmpty {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A word in pieces that fit the width.
  private static func pieces(of word: String, width: Int) -> [String] {
    guard of(word) > width, width > 0 else { return [word] }
    var pieces = [""]
    for character in word {
      if of(pieces[pieces.count - 1]) + of(String(character)) > width { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }
}

/// Removes what a text of the user's could do to a terminal.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isTreacherous) else { return text }
  var clean = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { clean.append(scalar.isTreacherous ? " " : scalar) }
  return String(clean)
}

extension Unicode.Scalar {
  fileprivate var isTreacherous: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

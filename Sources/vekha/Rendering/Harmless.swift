/// Removes what a text of the user's could do to a terminal.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isTreacherous) else { return text }
  var clean = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { clean.append(scalar.isTreacherous ? " " : scalar) }
  return String(clean)
}

extension Unicode.Scalar {
  /// Whether it moves the cursor, changes colours or turns the direction of writing.
  fileprivate var isTreacherous: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

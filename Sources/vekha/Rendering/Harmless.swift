import SourceDiagnostics

/// Removes what a text of the user's could do to a terminal.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isTreacherous) else { return text }
  var clean = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { clean.append(scalar.isTreacherous ? " " : scalar) }
  return String(clean)
}

struct RegexError: Error { var offset = 0 }
public struct Regex: Sendable {
  init(_ pattern: String) throws(RegexError) {}
  func isMatch(_ text: String) -> Bool { false }
}

public import Bilingual

/// Why a pattern was refused, and where in it.
public struct RegexError: Error, Hashable, Sendable {
  /// The bytes of the pattern's UTF-8 that are wrong.
  public let range: Range<Int>
  /// What is wrong with them.
  public let message: Text

  init(_ range: Range<Int>, en: String, ru: String) {
    self.range = range
    message = Text(en: en, ru: ru)
  }
}

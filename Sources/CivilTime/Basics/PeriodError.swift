public import Bilingual

/// Why a text is not a ``Period``: where it goes wrong, what is wrong, and what to write.
public struct PeriodError: Error, Hashable, Sendable {
  /// The place of the mistake, in UTF-8 bytes from the start of the text.
  public let offset: Int
  /// What is wrong.
  public let message: Text
  /// What to write in its place, where that is known.
  public let help: Text?

  init(at offset: Int, _ message: Text, help: Text? = nil) {
    self.offset = offset
    self.message = message
    self.help = help
  }
}

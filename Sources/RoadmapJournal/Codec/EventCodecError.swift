public import Bilingual

/// Why the bytes of an event cannot be understood.
public struct EventCodecError: Error, Hashable, Sendable {
  /// What is wrong with them.
  public let message: Text

  init(_ message: Text) { self.message = message }

  static func missing(_ key: String) -> EventCodecError {
    EventCodecError(
      Text(en: "the key `\(key)` is missing or malformed", ru: "нет верного ключа `\(key)`"))
  }

  static func unknown(_ key: String, _ value: String) -> EventCodecError {
    EventCodecError(
      Text(
        en: "the definition has no `\(value)` for `\(key)`",
        ru: "в определении нет `\(value)` для `\(key)`"))
  }
}

/// A language that Vekha speaks to people in.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// English.
  case en
  /// Russian.
  case ru
}

/// A sentence for people, in both languages, written side by side where it arises.
///
/// Lower case, no full stop, the user's own words in backticks.
public struct Text: Hashable, Sendable {
  /// The sentence in English.
  public let en: String
  /// The sentence in Russian.
  public let ru: String

  /// Creates a sentence from its two wordings.
  public init(en: String, ru: String) {
    self.en = en
    self.ru = ru
  }

  /// Creates a text that reads the same in both languages: a name, a number, a quotation.
  public init(verbatim: String) {
    self.init(en: verbatim, ru: verbatim)
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .ru: ru
    }
  }

  /// This text followed at once by `other`, in each language.
  public func appending(_ other: Text) -> Text {
    Text(en: en + other.en, ru: ru + other.ru)
  }
}

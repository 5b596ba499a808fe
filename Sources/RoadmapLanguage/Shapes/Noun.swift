import Bilingual

/// What a mapping of the language describes, in the forms that messages need.
struct Noun: Sendable {
  /// One of them, such as `a measure`; in Russian in the nominative.
  let one: Text
  /// The same after "of"; in Russian in the genitive, as after «у» and «ключи».
  let of: Text
  /// Several of them; in Russian in the genitive, as after «список».
  let many: Text

  init(en one: String, _ many: String, ru nominative: String, _ genitive: String, _ several: String)
  {
    self.one = Text(en: one, ru: nominative)
    of = Text(en: one, ru: genitive)
    self.many = Text(en: many, ru: several)
  }
}

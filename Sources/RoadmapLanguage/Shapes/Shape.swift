import Bilingual

/// What a value of the language looks like: the one description that the reader checks values
/// against, and that a schema for editors can be made from.
indirect enum Shape: Sendable {
  /// Any scalar but null, kept as it is written: `6`, `1.10` and `no` are texts too.
  case text
  /// `true` or `false`.
  case flag
  /// A whole number.
  case integer
  /// The id of something declared, or a word that stands for people.
  case reference
  /// A list of values.
  case list(Shape)
  /// One value, or a list of them.
  case oneOrMore(Shape)
  /// Entries under names that the author chooses.
  case named(Shape)
  /// A mapping with known keys, by name, since sections hold sections.
  case record(RecordName)
  /// A short form or a long one.
  case either(Shape, Shape)

  /// What a value of this shape is called, as in "takes …".
  var expectation: Text {
    switch self {
    case .text: Text(en: "a text", ru: "текст")
    case .flag: Text(en: "`true` or `false`", ru: "`true` или `false`")
    case .integer: Text(en: "a whole number", ru: "целое число")
    case .reference: Text(en: "an id", ru: "идентификатор")
    case .list(let item): item.listed(en: "a list of", ru: "список")
    case .oneOrMore(let item):
      Text(
        en: "\(item.expectation.en), or \(item.listed(en: "a list of", ru: "список").en)",
        ru: "\(item.expectation.ru) или \(item.listed(en: "a list of", ru: "список").ru)")
    case .named(let value):
      Text(
        en: "a mapping from names to \(value.plural.en)", ru: "таблицу «имя: \(value.noun.ru)»")
    case .record(let name): name.shape.expectation
    case .either(let short, let long):
      Text(
        en: "\(short.expectation.en) or \(long.expectation.en)",
        ru: "\(short.expectation.ru) или \(long.expectation.ru)")
    }
  }

  private func listed(en: String, ru: String) -> Text {
    Text(en: "\(en) \(plural.en)", ru: "\(ru) \(plural.ru)")
  }

  /// Several values of this shape; in Russian in the genitive, as after «список».
  private var plural: Text {
    switch self {
    case .text: Text(en: "texts", ru: "текстов")
    case .flag: Text(en: "flags", ru: "значений `true` или `false`")
    case .integer: Text(en: "whole numbers", ru: "целых чисел")
    case .reference: Text(en: "ids", ru: "идентификаторов")
    case .list(let item), .oneOrMore(let item):
      Text(en: "lists of \(item.plural.en)", ru: "списков \(item.plural.ru)")
    case .named: Text(en: "mappings", ru: "таблиц")
    case .record(let name): name.shape.plural
    case .either(let short, let long):
      Text(en: "\(short.plural.en) or \(long.plural.en)", ru: "\(short.plural.ru) или \(long.plural.ru)")
    }
  }

  private var noun: Text {
    switch self {
    case .record(let name): name.shape.noun
    default: expectation
    }
  }
}

/// A mapping with known keys.
struct RecordShape: Sendable {
  /// What such a mapping describes, such as `a measure`; in Russian in the nominative.
  let noun: Text
  /// Several of them; in Russian in the genitive.
  let plural: Text
  /// The keys, in the order in which a reference lists them.
  let keys: [KeyShape]
  /// Whether null stands for a mapping without entries, as in `planned:`.
  let mayBeEmpty: Bool
  /// The position of each word among ``keys``, or -1.
  private let slots: [Int8]

  init(_ noun: Text, plural: Text, mayBeEmpty: Bool = false, keys: [KeyShape]) {
    self.noun = noun
    self.plural = plural
    self.mayBeEmpty = mayBeEmpty
    self.keys = keys
    slots = Word.allCases.map { word in
      Int8(truncatingIfNeeded: keys.firstIndex { $0.word == word } ?? -1)
    }
  }

  /// What a value of this shape is called, as in "takes …".
  var expectation: Text {
    Text(en: "a mapping that describes \(noun.en)", ru: "таблицу с ключами (\(noun.ru))")
  }

  /// The position among ``keys`` of the word with this position in the vocabulary.
  func slot(ofWordAt position: UInt32) -> Int? {
    guard position < slots.count else { return nil }
    let slot = slots[Int(position)]
    return slot < 0 ? nil : Int(slot)
  }

  /// The position of a word among ``keys``.
  func slot(of word: Word) -> Int? { keys.firstIndex { $0.word == word } }
}

/// A key of a mapping.
struct KeyShape: Sendable {
  /// How it is written.
  let word: Word
  /// What its value looks like.
  let value: Shape
  /// Whether it may not be left out.
  let isRequired: Bool
  /// What it means, for editors and references.
  let meaning: Text

  static func required(_ word: Word, _ value: Shape, en: String, ru: String) -> KeyShape {
    KeyShape(word: word, value: value, isRequired: true, meaning: Text(en: en, ru: ru))
  }

  static func optional(_ word: Word, _ value: Shape, en: String, ru: String) -> KeyShape {
    KeyShape(word: word, value: value, isRequired: false, meaning: Text(en: en, ru: ru))
  }
}

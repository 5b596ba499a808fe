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
  /// Whole numbers under ids of people and roles, or words that stand for people.
  case numbered
  /// A mapping with known keys, by name, since sections hold sections.
  case record(RecordName)
  /// A short form or a long one.
  case either(Shape, Shape)

  /// What a value of this shape is called, as in "takes …"; in Russian in the nominative.
  var expectation: Text {
    switch self {
    case .text: Text(en: "a text", ru: "текст")
    case .flag: Text(en: "`true` or `false`", ru: "`true` или `false`")
    case .integer: Text(en: "a whole number", ru: "целое число")
    case .reference: Text(en: "an id", ru: "идентификатор")
    case .list(let item): Text(en: "a list of \(item.several.en)", ru: "список \(item.several.ru)")
    case .oneOrMore(.either(let short, let long)):
      Text(
        en: "\(short.expectation.en), \(long.expectation.en), or a list of these",
        ru: "\(short.expectation.ru), \(long.expectation.ru) или список из них")
    case .oneOrMore(let item):
      Text(
        en: "\(item.expectation.en), or a list of \(item.several.en)",
        ru: "\(item.expectation.ru) или список \(item.several.ru)")
    case .named(let value):
      Text(
        en: "a mapping from ids to \(value.several.en)",
        ru: "набор записей «идентификатор: \(value.name.ru)»")
    case .numbered:
      Text(
        en: "a mapping from ids to whole numbers",
        ru: "набор записей «идентификатор: целое число»")
    case .record(let name):
      Text(
        en: "a mapping with the keys of \(name.shape.noun.of.en)",
        ru: "набор ключей \(name.shape.noun.of.ru)")
    case .either(let short, let long):
      Text(
        en: "\(short.expectation.en) or \(long.expectation.en)",
        ru: "\(short.expectation.ru) или \(long.expectation.ru)")
    }
  }

  /// Several values of this shape; in Russian in the genitive, as after «список».
  private var several: Text {
    switch self {
    case .text: Text(en: "texts", ru: "текстов")
    case .flag: Text(en: "flags", ru: "значений `true` или `false`")
    case .integer: Text(en: "whole numbers", ru: "целых чисел")
    case .reference: Text(en: "ids", ru: "идентификаторов")
    case .list(let item): Text(en: "lists of \(item.several.en)", ru: "списков \(item.several.ru)")
    case .oneOrMore(let item):
      Text(
        en: "\(item.several.en), or lists of \(item.several.en)",
        ru: "\(item.several.ru) или списков \(item.several.ru)")
    case .named, .numbered: Text(en: "mappings", ru: "наборов записей")
    case .record(let name): name.shape.noun.many
    case .either(let short, let long):
      Text(
        en: "\(short.several.en) or \(long.several.en)",
        ru: "\(short.several.ru) или \(long.several.ru)")
    }
  }

  /// A value of this shape in few words; in Russian in the nominative.
  private var name: Text {
    switch self {
    case .record(let name): name.shape.noun.one
    default: expectation
    }
  }
}

/// A mapping with known keys.
final class RecordShape: Sendable {
  /// What such a mapping describes.
  let noun: Noun
  /// The keys, in the order in which a reference lists them.
  let keys: [KeyShape]
  /// Whether null stands for a mapping without entries, as in `planned:`.
  let mayBeEmpty: Bool
  /// What the value of each key surely may look like, and what its items may where it is a list.
  let forms: [(value: ValueForms, items: ValueForms)]
  /// The positions of the keys that may not be left out.
  let required: [Int]
  /// The position of each word among ``keys``, or -1.
  private let slots: [Int8]

  init(_ noun: Noun, mayBeEmpty: Bool = false, keys: [KeyShape]) {
    self.noun = noun
    self.mayBeEmpty = mayBeEmpty
    self.keys = keys
    forms = keys.map { (ValueForms(of: $0.value), ValueForms(ofItemsOf: $0.value)) }
    required = keys.indices.filter { keys[$0].isRequired }
    slots = Word.allCases.map { word in
      Int8(truncatingIfNeeded: keys.firstIndex { $0.word == word } ?? -1)
    }
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

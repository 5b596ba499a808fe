public import Bilingual
public import RoadmapModel

/// A step on the way from the root of a file to a place in it.
public enum PathStep: Hashable, Sendable {
  /// Into the value of a key.
  case key(String)
  /// Into an item of a list.
  case item
}

/// What the language lets stand at a place, for completion and for hovers.
public struct Vocabulary: Sendable {
  /// A key that may stand in a mapping.
  public struct Key: Hashable, Sendable {
    /// How it is written.
    public let name: String
    /// What it means.
    public let meaning: Text
    /// What its value looks like.
    public let expectation: Text
    /// Whether it may not be left out.
    public let isRequired: Bool
    /// Whether its value is a mapping or a list of mappings, which stands below the key.
    public let isNested: Bool
  }

  /// What the ids at a place name.
  public enum Reference: Hashable, Sendable {
    /// Things of a kind.
    case entity(EntityKind)
    /// Whoever may act: people, roles, `owner`, `lead`, `requester`.
    case principal
    /// Steps of the same route, and `requester`.
    case party
  }

  /// What may be written at a place as a single value.
  public struct Value: Sendable {
    /// The key that the value belongs to.
    public let key: Key
    /// What its ids name; `nil` where it holds none.
    public let reference: Reference?
    /// The words that it is one of, where they are few.
    public let choices: [String]
    /// Whether it is a condition or a text with expressions in CEL.
    public let expression: Expression?
  }

  /// How expressions stand in a value.
  public enum Expression: Hashable, Sendable {
    /// The value is one, about this.
    case whole(Rule.Target)
    /// They stand in braces.
    case inBraces
  }

  /// What may stand at a place.
  public struct Slot: Sendable {
    /// The keys of the mapping that may stand there; empty where none may.
    public fileprivate(set) var keys: [Key] = []
    /// What such a mapping describes.
    public fileprivate(set) var noun: Text?
    /// The single value that may stand there.
    public fileprivate(set) var value: Value?
    /// What the entries of a mapping there name, where their names are declared elsewhere.
    public fileprivate(set) var entries: Reference?
  }

  /// What may stand at the end of `path` in a root file, or in one that others include.
  public static func slot(at path: [PathStep], inRootFile isRoot: Bool) -> Slot {
    var place = Location(shape: .record(isRoot ? .rootFile : .includedFile))
    for step in path {
      guard let next = place.entering(step) else { return Slot() }
      place = next
    }
    return place.slot
  }
}

/// A place of the language: its shape, and the key above it.
private struct Location {
  let shape: Shape
  var key: (word: KeyShape, record: RecordName)?
  /// Whether the place is an entry under a name.
  var isEntry = false

  func entering(_ step: PathStep) -> Location? {
    switch step {
    case .item:
      switch shape {
      case .list(let item), .oneOrMore(let item): return Location(shape: item, key: key)
      default: return nil
      }
    case .key(let name):
      if case .named(let value) = shape { return Location(shape: value, key: key, isEntry: true) }
      for record in records {
        let found = Word(rawValue: name).flatMap { word in
          record.shape.keys.first { $0.word == word }
        }
        if let found { return Location(shape: found.value, key: (found, record)) }
      }
      return nil
    }
  }

  var records: [RecordName] { shape.records }

  var slot: Vocabulary.Slot {
    var slot = Vocabulary.Slot()
    slot.keys = records.flatMap { $0.shape.keys }.map(Vocabulary.Key.init)
    slot.noun = records.first?.shape.noun.one
    if case .named = shape, let key { slot.entries = key.record.role(of: key.word.word).entries }
    if let key, shape.takesSingle { slot.value = value(of: key.word, in: key.record) }
    return slot
  }

  private func value(of key: KeyShape, in record: RecordName) -> Vocabulary.Value {
    let role = record.role(of: key.word)
    var choices = record.choices(of: key.word) ?? []
    if case .flag = shape { choices = ["true", "false"] }
    return Vocabulary.Value(
      key: Vocabulary.Key(key), reference: isEntry ? role.entryValues : role.values,
      choices: choices, expression: isEntry ? role.entryExpression : role.expression)
  }
}

extension Shape {
  /// The mappings with known keys that a value of this shape may be.
  fileprivate var records: [RecordName] {
    switch self {
    case .record(let name): [name]
    case .oneOrMore(let item): item.records
    case .either(let short, let long): short.records + long.records
    default: []
    }
  }

  /// Whether a value of this shape may be a single one.
  fileprivate var takesSingle: Bool {
    switch self {
    case .text, .flag, .integer, .reference: true
    case .oneOrMore(let item): item.takesSingle
    case .either(let short, let long): short.takesSingle || long.takesSingle
    case .list, .named, .numbered, .record: false
    }
  }
}

extension ValueRole {
  /// What ids as values name.
  fileprivate var values: Vocabulary.Reference? {
    switch self {
    case .refers(let kind): .entity(kind)
    case .principal: .principal
    case .party: .party
    default: nil
    }
  }

  /// What the names of entries name.
  fileprivate var entries: Vocabulary.Reference? {
    switch self {
    case .override: .entity(.transition)
    default: values
    }
  }

  /// What the values of entries name.
  fileprivate var entryValues: Vocabulary.Reference? { self == .override ? .entity(.route) : nil }

  fileprivate var expression: Vocabulary.Expression? {
    switch self {
    case .condition(let target): .whole(target ?? .measure)
    case .message: .inBraces
    default: nil
    }
  }

  /// How expressions stand in the values of entries.
  fileprivate var entryExpression: Vocabulary.Expression? {
    self == .declares(.variable) ? .whole(.measure) : nil
  }
}

extension Vocabulary.Key {
  fileprivate init(_ key: KeyShape) {
    self.init(
      name: key.word.rawValue, meaning: key.meaning, expectation: key.value.expectation,
      isRequired: key.isRequired, isNested: key.value.isNested)
  }
}

extension Shape {
  fileprivate var isNested: Bool {
    switch self {
    case .record, .named, .numbered: true
    case .list(let item): item.isNested || !item.records.isEmpty
    default: false
    }
  }
}

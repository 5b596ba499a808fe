/// What a roadmap says of one thing, in words that compare.
struct Portrait {
  /// A word of a list, by what tells it apart from others.
  struct Entry: Hashable {
    let key: String
    let words: String

    /// Creates a word; `words` are `key` where nothing else is said.
    init(_ key: String, _ words: String? = nil) {
      self.key = key
      self.words = words ?? key
    }
  }

  let subject: RoadmapChanges.Subject
  let id: String
  /// What people call it.
  let title: String
  /// What it has one of; nil where it has none.
  private(set) var values: [(aspect: RoadmapChanges.Aspect, words: String?)] = []
  /// What it has several of.
  private(set) var lists: [(aspect: RoadmapChanges.Aspect, entries: [Entry])] = []

  init(_ subject: RoadmapChanges.Subject, _ id: String, title: String) {
    self.subject = subject
    self.id = id
    self.title = title
  }

  /// Adds what it has at most one of.
  mutating func set(_ aspect: RoadmapChanges.Aspect, _ words: String?) {
    values.append((aspect, words.flatMap { $0.isEmpty ? nil : $0 }))
  }

  /// Adds what it may have several of.
  mutating func list(_ aspect: RoadmapChanges.Aspect, _ entries: [Entry]) {
    lists.append((aspect, entries))
  }

  /// What became otherwise from this portrait to a later one of the same thing.
  func changes(to later: Portrait) -> [RoadmapChanges.Change] {
    var changes: [RoadmapChanges.Change] = []
    for (old, new) in zip(values, later.values) where !Self.same(old.words, new.words) {
      changes.append(RoadmapChanges.Change(old.aspect, old: old.words, new: new.words))
    }
    for (old, new) in zip(lists, later.lists) {
      changes += Self.changes(of: old.aspect, from: old.entries, to: new.entries)
    }
    return changes
  }

  private static func changes(
    of aspect: RoadmapChanges.Aspect, from old: [Entry], to new: [Entry]
  ) -> [RoadmapChanges.Change] {
    let before = ByteKeyed(old.map { ($0.key, $0) })
    let after = ByteKeyed(new.map { ($0.key, $0) })
    let gone = old.filter { after[$0.key] == nil }.map {
      RoadmapChanges.Change(aspect, old: $0.words, new: nil)
    }
    let others: [RoadmapChanges.Change] = new.compactMap { entry in
      guard let earlier = before[entry.key] else {
        return RoadmapChanges.Change(aspect, old: nil, new: entry.words)
      }
      guard !same(earlier.words, entry.words) else { return nil }
      return RoadmapChanges.Change(aspect, old: earlier.words, new: entry.words)
    }
    return gone + others
  }

  private static func same(_ left: String?, _ right: String?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }
}

/// Values by names that are told apart by their bytes.
struct ByteKeyed<Value> {
  private var values: [[UInt8]: Value] = [:]

  /// Takes the first value of each name.
  init(_ pairs: some Sequence<(String, Value)>) {
    for (name, value) in pairs where values[Array(name.utf8)] == nil {
      values[Array(name.utf8)] = value
    }
  }

  subscript(name: String) -> Value? { values[Array(name.utf8)] }
}

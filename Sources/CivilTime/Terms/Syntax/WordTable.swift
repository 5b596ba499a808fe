/// A word of a term, compared byte for byte: to compare and to hash words of other alphabets by
/// canonical equivalence took a third of the time of reading terms.
private struct WordKey: Hashable {
  let word: String

  static func == (left: Self, right: Self) -> Bool { left.word.hasBytes(of: right.word) }

  func hash(into hasher: inout Hasher) {
    var word = word
    word.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Whether this is `other`, byte for byte.
  func hasBytes(of other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// How many bytes stand before the first place of `other`; nil where there is none.
  func byteOffset(of other: String) -> Int? {
    var (text, sought) = (self, other)
    return text.withUTF8 { text in
      sought.withUTF8 { sought in
        (0..<max(0, text.count - sought.count + 1)).first { start in
          sought.indices.allSatisfy { text[start + $0] == sought[$0] }
        }
      }
    }
  }
}

/// What words mean.
struct WordTable<Value: Sendable>: ExpressibleByDictionaryLiteral, Sendable {
  /// The words in the order written.
  private(set) var rows: [(key: String, value: Value)] = []
  private var values: [WordKey: Value] = [:]

  init(dictionaryLiteral rows: (String, Value)...) {
    for (word, value) in rows { self[word] = value }
  }

  subscript(word: String) -> Value? {
    get { values[WordKey(word: word)] }
    set {
      if self[word] != nil { rows.removeAll { $0.key.hasBytes(of: word) } }
      if let newValue { rows.append((word, newValue)) }
      values[WordKey(word: word)] = newValue
    }
  }
}

/// Some words.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private let words: Set<WordKey>

  init(arrayLiteral words: String...) {
    self.words = Set(words.map { WordKey(word: $0) })
  }

  func contains(_ word: String) -> Bool { words.contains(WordKey(word: word)) }
}

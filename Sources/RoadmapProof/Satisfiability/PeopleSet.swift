/// A set of people by their positions, one bit each.
public struct PeopleSet: Hashable, Sendable {
  /// The bits, 64 people a word, the first person in the lowest bit of the first word.
  private(set) var words: [UInt64]

  /// Creates an empty set with room for people 0 through `count - 1`.
  public init(count: Int) { words = Array(repeating: 0, count: (max(count, 0) + 63) / 64) }

  /// Creates a set of `people`, with room for 0 through `count - 1`; others are left out.
  public init(_ people: some Sequence<Int>, count: Int) {
    self.init(count: count)
    for person in people { insert(person) }
  }

  /// Adds a person; one that there is no room for is left out.
  public mutating func insert(_ person: Int) {
    guard person >= 0, person >> 6 < words.count else { return }
    words[person >> 6] |= 1 << UInt64(person & 63)
  }

  /// Takes a person out.
  public mutating func remove(_ person: Int) {
    guard person >= 0, person >> 6 < words.count else { return }
    words[person >> 6] &= ~(1 << UInt64(person & 63))
  }

  /// Takes out everybody who is in `other`.
  public mutating func subtract(_ other: PeopleSet) {
    for word in 0..<min(words.count, other.words.count) { words[word] &= ~other.words[word] }
  }

  /// Leaves only those who are in `other`, too.
  public mutating func formIntersection(_ other: PeopleSet) {
    for word in words.indices {
      words[word] &= word < other.words.count ? other.words[word] : 0
    }
  }

  /// Whether the set holds a person.
  public func contains(_ person: Int) -> Bool {
    person >= 0 && person >> 6 < words.count && words[person >> 6] & (1 << UInt64(person & 63)) != 0
  }

  /// Whether somebody is in both sets.
  public func intersects(_ other: PeopleSet) -> Bool {
    (0..<min(words.count, other.words.count)).contains { words[$0] & other.words[$0] != 0 }
  }

  /// Whether nobody is in it.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many people are in it.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The people in it, in order.
  public var people: [Int] {
    var found: [Int] = []
    for (position, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(position << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }
}

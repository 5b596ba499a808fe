/// A different person for each class of work: a matching of classes and people, kept complete.
struct StaffingCrew {
  private let words: Int
  /// Who could do the work of each class, one class after the other.
  private var candidates: [UInt64] = []
  /// The person of each class.
  private var persons: [Int] = []
  /// The class of each person, or -1.
  private var classOf: [Int]
  /// The people who have a class.
  private var taken: [UInt64]
  /// The candidates that classes had before their latest posts, the latest last.
  private var trail: [UInt64] = []

  init(_ people: CompactPeople) {
    words = people.words
    classOf = Array(repeating: -1, count: people.kept.count)
    taken = Array(repeating: 0, count: people.words)
  }

  /// How many classes there are.
  var count: Int { persons.count }

  /// The person of a class.
  func person(of number: Int) -> Int { persons[number] }

  /// Whether somebody could do a post besides the work of a class.
  func canTake(_ post: Int, _ number: Int, _ people: CompactPeople) -> Bool {
    for word in 0..<words
    where candidates[number * words + word] & people.candidates[post * words + word] != 0 {
      return true
    }
    return false
  }

  /// Adds a class for one post; false, and no class, where there is nobody for it.
  mutating func addClass(for post: Int, _ people: CompactPeople) -> Bool {
    candidates += people.candidates[post * words..<(post + 1) * words]
    persons.append(-1)
    if findPerson(for: persons.count - 1) { return true }
    candidates.removeLast(words)
    persons.removeLast()
    return false
  }

  /// Takes the latest class away.
  mutating func removeLastClass() {
    guard let person = persons.popLast() else { return }
    release(person)
    candidates.removeLast(words)
  }

  /// Adds a post to a class; false, and nothing changed, where there is nobody for it then.
  mutating func join(_ number: Int, _ post: Int, _ people: CompactPeople) -> Bool {
    let start = number * words
    trail += candidates[start..<start + words]
    for word in 0..<words {
      candidates[start + word] &= people.candidates[post * words + word]
    }
    let person = persons[number]
    guard candidates[start + person >> 6] & (1 << UInt64(person & 63)) == 0 else { return true }
    release(person)
    if findPerson(for: number) { return true }
    give(person, to: number)
    leave(number)
    return false
  }

  /// Takes the latest post that joined any class away from this one.
  mutating func leave(_ number: Int) {
    let start = trail.count - words
    for word in 0..<words { candidates[number * words + word] = trail[start + word] }
    trail.removeLast(words)
  }

  private mutating func release(_ person: Int) {
    classOf[person] = -1
    taken[person >> 6] &= ~(1 << UInt64(person & 63))
  }

  private mutating func give(_ person: Int, to number: Int) {
    persons[number] = person
    classOf[person] = number
    taken[person >> 6] |= 1 << UInt64(person & 63)
  }

  /// Finds a person for a class that has none, by a shortest path of exchanges.
  private mutating func findPerson(for number: Int) -> Bool {
    if let person = freePerson(for: number) {
      give(person, to: number)
      return true
    }
    // For each class reached, the class that wants its person.
    var wantedBy = [Int](repeating: -1, count: persons.count)
    wantedBy[number] = number
    var queue = [number]
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      for other in persons.indices where wantedBy[other] < 0 && wants(current, persons[other]) {
        wantedBy[other] = current
        if let person = freePerson(for: other) {
          pass(person, to: other, wantedBy)
          return true
        }
        queue.append(other)
      }
    }
    return false
  }

  private mutating func pass(_ person: Int, to number: Int, _ wantedBy: [Int]) {
    var (person, number) = (person, number)
    while true {
      let given = persons[number]
      give(person, to: number)
      guard wantedBy[number] != number else { return }
      (person, number) = (given, wantedBy[number])
    }
  }

  private func wants(_ number: Int, _ person: Int) -> Bool {
    candidates[number * words + person >> 6] & (1 << UInt64(person & 63)) != 0
  }

  private func freePerson(for number: Int) -> Int? {
    for word in 0..<words {
      let free = candidates[number * words + word] & ~taken[word]
      if free != 0 { return word << 6 + free.trailingZeroBitCount }
    }
    return nil
  }
}

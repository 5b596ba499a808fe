/// A set of small numbers that keeps the order of insertion and is cleared at once.
struct SparseSet {
  /// The members, in the order in which they came.
  private(set) var members: [Int32] = []
  private var positions: [Int32]

  /// Creates an empty set for numbers below `capacity`.
  init(capacity: Int) {
    positions = [Int32](repeating: 0, count: capacity)
    members.reserveCapacity(min(capacity, 1024))
  }

  mutating func removeAll() {
    members.removeAll(keepingCapacity: true)
  }

  /// Adds `number` and answers whether it was not there.
  mutating func insert(_ number: Int32) -> Bool {
    let position = Int(positions[Int(number)])
    if position < members.count, members[position] == number { return false }
    positions[Int(number)] = Int32(members.count)
    members.append(number)
    return true
  }
}

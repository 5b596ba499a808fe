/// A seat for each person in one group that the person belongs to, for as many people as can have
/// one: a matching.
///
/// People come one after the other. Who has a seat keeps one, if perhaps in another group, so that
/// the result does not depend on chance.
public struct Seating: Sendable {
  /// How many seats each group has.
  private let seats: [Int]
  /// The groups of each person.
  private var choices: [[Int]] = []
  /// The group in which each person sits, in the order in which they came; `nil` for none.
  public private(set) var groups: [Int?] = []
  /// Who sits in each group.
  private var members: [[Int]]

  /// Creates empty seats; a group has as many as `seats` says.
  public init(seats: [Int]) {
    self.seats = seats
    members = Array(repeating: [], count: seats.count)
  }

  /// How many people sit.
  public var count: Int { members.reduce(0) { $0 + $1.count } }

  /// Seats one more person, in one of these groups; groups that there are not are passed over.
  ///
  /// - Returns: whether there was a seat, if others of them moved over.
  @discardableResult
  public mutating func seat(in groups: [Int]) -> Bool {
    choices.append(groups.filter(seats.indices.contains))
    self.groups.append(nil)
    var movers = [Int](repeating: -1, count: seats.count)
    var queue: [Int] = []
    reach(by: choices.count - 1, &movers, &queue)
    var head = 0
    while head < queue.count {
      let group = queue[head]
      head += 1
      if members[group].count < seats[group] {
        move(into: group, movers)
        return true
      }
      for member in members[group] { reach(by: member, &movers, &queue) }
    }
    return false
  }

  /// Notes who could move into each group that is reached for the first time.
  private func reach(by person: Int, _ movers: inout [Int], _ queue: inout [Int]) {
    for group in choices[person] where movers[group] < 0 {
      movers[group] = person
      queue.append(group)
    }
  }

  /// Moves people along the path that ends at a free seat, the last first.
  private mutating func move(into free: Int, _ movers: [Int]) {
    var group = free
    while true {
      let person = movers[group]
      let left = groups[person]
      members[group].append(person)
      groups[person] = group
      guard let left else { return }
      members[left].removeAll { $0 == person }
      group = left
    }
  }
}

import RoadmapModel

/// Plays a route out as a run would, approval by approval, one person of each sort.
///
/// Needed where who remains in a step depends on approvals that rivals did not even need. People
/// of the same sort who have decided in the same steps can stand for each other.
struct RoutePlay {
  /// Where a round stands: for each person the steps decided in, as bits, and the steps passed.
  private struct Position: Hashable {
    var decided: [UInt64]
    var passed: UInt64
  }

  private let cast: RouteCast
  private let steps: [Int]
  /// Those who can act, those of one sort together.
  private let people: [PersonIndex]
  /// The sort of each of ``people``.
  private let sorts: [Int]
  /// For each of ``steps``, its rivals, as bits.
  private let rivals: [UInt64]

  /// `nil` for a route of more steps than fit.
  init?(_ cast: RouteCast) {
    guard cast.steps.count < 64 else { return nil }
    self.cast = cast
    steps = cast.steps
    let steps = cast.steps
    rivals = steps.map { step in
      steps.indices.reduce(0) { bits, other in
        cast.rivals[step].contains(steps[other]) ? bits | 1 << UInt64(other) : bits
      }
    }
    let able = steps.reduce(into: Set<PersonIndex>()) {
      $0.formUnion(cast.counted[$1].union(cast.chairs[$1]))
    }.subtracting(cast.absent)
    let signatures = Dictionary(grouping: able.sorted()) { Self.signature(of: $0, in: cast) }
      .sorted { $0.value[0] < $1.value[0] }
    people = signatures.flatMap(\.value)
    sorts = signatures.enumerated().flatMap { sort, entry in entry.value.map { _ in sort } }
  }

  /// What makes a difference between people.
  private static func signature(of person: PersonIndex, in cast: RouteCast) -> [Int] {
    cast.steps.flatMap { step in
      [
        cast.counted[step].contains(person) ? 1 : 0, cast.chairs[step].contains(person) ? 1 : 0,
        cast.meters[step].weight(of: person),
      ] + cast.meters[step].groups.map { $0.contains(person) ? 1 : 0 }
    }
  }

  /// Plays until all steps have passed, or `mostTries` approvals have been tried.
  func run(mostTries: Int) -> RouteStaffing {
    let start = Position(decided: Array(repeating: 0, count: people.count), passed: 0)
    var seen: Set<Position> = [start]
    var open = [start]
    var tries = 0
    while let position = open.popLast() {
      if position.passed.nonzeroBitCount == steps.count { return witness(of: position) }
      for step in steps.indices where position.passed & (1 << UInt64(step)) == 0 {
        for person in candidates(for: step, in: position) {
          tries += 1
          guard tries <= mostTries else { return .undecided }
          let next = approve(person, in: step, at: position)
          if seen.insert(next).inserted { open.append(next) }
        }
      }
    }
    return .impossible
  }

  private func isOpen(_ step: Int, in position: Position) -> Bool {
    let waiting = steps.indices.filter { position.passed & (1 << UInt64($0)) == 0 }
    let first = waiting.map { cast.crew.stages[steps[$0]] }.min()
    return cast.crew.stages[steps[step]] == first
  }

  /// Those who can approve in a step, one of each sort with the same past.
  private func candidates(for step: Int, in position: Position) -> [Int] {
    let isOpen = isOpen(step, in: position)
    var seen: Set<[UInt64]> = []
    return people.indices.filter { person in
      let past = position.decided[person]
      guard past & (rivals[step] | 1 << UInt64(step)) == 0,
        isOpen && cast.counted[steps[step]].contains(people[person])
          || cast.chairs[steps[step]].contains(people[person])
      else { return false }
      return seen.insert([UInt64(sorts[person]), past]).inserted
    }
  }

  private func approve(_ person: Int, in step: Int, at position: Position) -> Position {
    var next = position
    next.decided[person] |= 1 << UInt64(step)
    for other in steps.indices
    where position.passed & (1 << UInt64(other)) == 0 && isSatisfied(other, in: next) {
      let isOwn = other == step
      let isRival = rivals[step] & (1 << UInt64(other)) != 0 && isOpen(other, in: position)
      if isOwn || isRival { next.passed |= 1 << UInt64(other) }
    }
    if cast.chairs[steps[step]].contains(people[person]) { next.passed |= 1 << UInt64(step) }
    return canonical(next)
  }

  /// The position with the pasts of each sort in order.
  private func canonical(_ position: Position) -> Position {
    let inOrder = people.indices.sorted {
      (sorts[$0], position.decided[$0]) < (sorts[$1], position.decided[$1])
    }
    return Position(decided: inOrder.map { position.decided[$0] }, passed: position.passed)
  }

  /// Whether a step has what its quorum needs of those who remain.
  private func isSatisfied(_ step: Int, in position: Position) -> Bool {
    let drawn = Set(
      people.indices.filter { position.decided[$0] & rivals[step] != 0 }
        .map { people[$0] })
    let remaining = cast.counted[steps[step]].subtracting(drawn)
    let agreed = people.indices.filter { position.decided[$0] & (1 << UInt64(step)) != 0 }
      .map { people[$0] }.filter(remaining.contains)
    let quorum = cast.crew.route.steps[steps[step]].quorum
    return cast.meters[steps[step]].reach(of: agreed, towards: quorum)
      >= quorum.needed(of: remaining.count)
  }

  private func witness(of position: Position) -> RouteStaffing {
    var found = [[PersonIndex]](repeating: [], count: cast.crew.route.steps.count)
    for (place, step) in steps.enumerated() {
      found[step] = people.indices.filter { position.decided[$0] & (1 << UInt64(place)) != 0 }
        .map { people[$0] }.sorted()
    }
    return .staffed(requester: nil, steps: cast.witness(found))
  }
}

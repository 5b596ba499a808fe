import RoadmapProof

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A workflow of the kind that the literature tries solvers on: everybody may do 1 through
/// (k - 1) / 2 of the k steps, some pairs of steps are separated, and of some five steps at most
/// three different people may do all.
struct Instance {
  let steps: Int
  let people: Int
  /// The steps that each person may do.
  let allowed: [[Int]]
  let separated: [[Int]]
  let scopes: [[Int]]

  init(steps: Int, people: Int, density: Int, scopes: Int, seed: UInt64) {
    self.steps = steps
    self.people = people
    var numbers = SeededNumbers(seed: seed)
    allowed = (0..<people).map { _ in
      let count = Int.random(in: 1...max(1, (steps - 1) / 2), using: &numbers)
      return (0..<steps).shuffled(using: &numbers).prefix(count).sorted()
    }
    let pairs = (0..<steps).flatMap { one in (one + 1..<steps).map { [one, $0] } }
    separated = Array(
      pairs.shuffled(using: &numbers).prefix((pairs.count * density + 50) / 100)
    ).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    self.scopes = (0..<scopes).map { _ in
      (0..<steps).shuffled(using: &numbers).prefix(5).sorted()
    }
  }

  var problem: StaffingProblem {
    var sets = Array(repeating: PeopleSet(count: people), count: steps)
    for (person, own) in allowed.enumerated() {
      for step in own { sets[step].insert(person) }
    }
    return StaffingProblem(
      peopleCount: people, posts: sets.map { StaffingProblem.Post(candidates: $0) },
      rules: separated.map { .different($0) } + scopes.map { .atMost(3, $0) })
  }

  /// The instance as JSON, for other solvers.
  var json: String {
    "{\"steps\":\(steps),\"people\":\(people),\"allowed\":\(allowed),"
      + "\"separated\":\(separated),\"scopes\":\(scopes)}"
  }

  /// Whether one person a step is right, asked naively.
  func isRight(_ people: [Int]) -> Bool {
    people.enumerated().allSatisfy { allowed[$1].contains($0) }
      && separated.allSatisfy { people[$0[0]] != people[$0[1]] }
      && scopes.allSatisfy { Set($0.map { people[$0] }).count <= 3 }
  }
}

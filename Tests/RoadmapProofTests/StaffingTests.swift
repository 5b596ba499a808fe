import RoadmapProof
import RoadmapSamples
import Testing

/// Whether people hold posts as the problem wants, asked naively.
private func isRight(_ crews: [[Int]], for problem: StaffingProblem) -> Bool {
  let sizes = zip(crews, problem.posts).allSatisfy { crew, post in
    crew.count == post.needed && Set(crew).count == crew.count
      && crew.allSatisfy { post.candidates.contains($0) }
      && post.onlyWith.allSatisfy { list in
        crew.allSatisfy { person in list.contains { crews[$0].contains(person) } }
      }
  }
  return sizes
    && problem.rules.allSatisfy { rule in
      let held = rule.posts.map { Set(crews[$0]) }
      let together = held.reduce(into: Set()) { $0.formUnion($1) }
      return switch rule {
      case .different: together.count == held.reduce(0) { $0 + $1.count }
      case .same: held.allSatisfy { $0 == held[0] }
      case .atMost(let most, _): together.count <= most
      case .atLeast(let least, _): together.count >= least
      }
    }
}

/// Whether some choice of people is right, by trying all of them.
private func isPossible(_ problem: StaffingProblem) -> Bool {
  let choices = problem.posts.map { post -> [[Int]] in
    let people = post.candidates.people
    return (0..<(1 << people.count)).map { bits in
      people.indices.filter { bits & (1 << $0) != 0 }.map { people[$0] }
    }
    .filter { $0.count == post.needed }
  }
  guard choices.allSatisfy({ !$0.isEmpty }) else { return false }
  var chosen = [Int](repeating: 0, count: choices.count)
  while true {
    if isRight(zip(choices, chosen).map { $0[$1] }, for: problem) { return true }
    guard let place = chosen.indices.last(where: { chosen[$0] + 1 < choices[$0].count }) else {
      return false
    }
    chosen[place] += 1
    for later in chosen.indices where later > place { chosen[later] = 0 }
  }
}

/// A problem of at most five posts and five people.
private func randomProblem(_ numbers: inout SeededNumbers) -> StaffingProblem {
  let people = Int.random(in: 1...5, using: &numbers)
  let count = Int.random(in: 1...5, using: &numbers)
  let chance = Int.random(in: 30...90, using: &numbers)
  var problem = StaffingProblem(peopleCount: people)
  for post in 0..<count {
    var needed = numbers.chance(80) ? 1 : Int.random(in: 0...3, using: &numbers)
    if count > 4 { needed = min(needed, 2) }
    let others = numbers.chance(12) ? [numbers.some(of: Array(0..<count), chance: 40)] : []
    problem.posts.append(
      StaffingProblem.Post(
        candidates: PeopleSet(
          numbers.some(of: Array(0..<people), chance: chance), count: people),
        needed: needed,
        onlyWith: others.map { $0.filter { $0 < post && problem.posts[$0].onlyWith.isEmpty } }
          .filter { !$0.isEmpty }))
  }
  for _ in 0..<Int.random(in: 0...5, using: &numbers) {
    let scope = numbers.some(of: Array(0..<count), chance: 50)
    guard scope.count > 1 else { continue }
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0 where scope.prefix(2).allSatisfy { problem.posts[$0].onlyWith.isEmpty }:
      problem.rules.append(.same(Array(scope.prefix(2))))
    case 1, 2: problem.rules.append(.atMost(Int.random(in: 1...3, using: &numbers), scope))
    case 3: problem.rules.append(.atLeast(Int.random(in: 1...4, using: &numbers), scope))
    default: problem.rules.append(.different(Array(scope.prefix(3))))
    }
  }
  return problem
}

@Test
func `ten thousand small problems have the answers that trying everything gives`() {
  var numbers = SeededNumbers(seed: 20_180_901)
  var possible = 0
  var wrong: [String] = []
  for number in 0..<10_000 {
    let problem = randomProblem(&numbers)
    let isPossible = isPossible(problem)
    if isPossible { possible += 1 }
    switch problem.solve() {
    case .staffed(let crews):
      if !isPossible || !isRight(crews, for: problem) { wrong.append("\(number): \(crews)") }
    case .impossible: if isPossible { wrong.append("\(number): impossible") }
    case .undecided: wrong.append("\(number): undecided")
    }
  }
  #expect(wrong.isEmpty)
  // Both answers are tested.
  #expect((2_000...8_000).contains(possible))
}

@Test
func `a search that may try too little says so`() {
  let all = PeopleSet(0..<4, count: 4)
  let problem = StaffingProblem(
    peopleCount: 4, posts: Array(repeating: StaffingProblem.Post(candidates: all), count: 5),
    rules: [.different([0, 1, 2, 3, 4])])
  #expect(problem.solve(mostTries: 3) == .undecided)
  #expect(problem.solve() == .impossible)
}

@Test
func `rules about posts that there are not are passed over`() {
  let problem = StaffingProblem(
    peopleCount: 1, posts: [StaffingProblem.Post(candidates: PeopleSet([0], count: 1))],
    rules: [.different([0, 7, -1]), .atMost(0, [9]), .same([0, 5])])
  #expect(problem.solve() == .staffed([[0]]))
}

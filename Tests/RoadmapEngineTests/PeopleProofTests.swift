import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

/// A measure whose only transition takes a route of random steps, people and separations.
private func randomApproval(
  _ numbers: inout SeededNumbers, withVoices: Bool = false, people most: Int = 4, steps: Int = 3
) -> Sketch {
  var sketch = Sketch()
  let people = Array(
    ["ana", "ben", "eva", "ira", "kim"].prefix(Int.random(in: 2...most, using: &numbers)))
  for person in people { sketch.person(person, roles: numbers.chance(60) ? ["head"] : []) }
  sketch.role("head")
  let names = Array(["s", "t", "u", "v"].prefix(Int.random(in: 1...steps, using: &numbers)))
  let words = people + ["role:head", "owner", "lead", "requester"]
  var stages: [[StepSketch]] = []
  for name in names {
    let quorums: [Quorum] = [.all, .any, .count(2), .percent(50), .percent(75)]
    var step = StepSketch(
      name,
      by: Array(words.shuffled(using: &numbers).prefix(Int.random(in: 1...3, using: &numbers))),
      not: numbers.chance(30) ? [numbers.one(of: words)] : [],
      quorum: numbers.chance(40) ? .all : numbers.one(of: quorums))
    if withVoices { step = step.withRandomVoices(&numbers, among: words) }
    if numbers.chance(40), !stages.isEmpty {
      stages[stages.count - 1].append(step)
    } else {
      stages.append([step])
    }
  }
  let parties = names + ["requester"]
  let separate = (0..<Int.random(in: 0...2, using: &numbers)).map { _ in
    Array(parties.shuffled(using: &numbers).prefix(Int.random(in: 2...3, using: &numbers)))
  }
  let single = stages.filter { $0.count == 1 }.map { $0[0].name }
  let bind = numbers.chance(35) && single.count > 1 ? [Array(single.suffix(2))] : []
  sketch.route(RouteSketch("r", stages: stages, separate: separate, bind: bind))
  sketch.lifecycle(
    LifecycleSketch(
      "work", states: ["planned", "done"], done: ["done"],
      transitions: [
        TransitionSketch(
          "finish", from: ["planned"], to: "done",
          by: numbers.chance(50) ? ["owner"] : [numbers.one(of: people), "lead"], route: "r")
      ]))
  sketch.kind("event", lifecycle: "work")
  let owners = numbers.some(of: people, chance: 50)
  sketch.measure("a", kind: "event", owners: owners.isEmpty ? [people[0]] : owners)
  return sketch
}

/// Whether some way of asking and approving carries the measure to its end, by trying all of them
/// on the engine; `absent` people do nothing.
private func canBeDone(_ roadmap: Roadmap, absent: PersonIndex? = nil) -> Bool {
  var start = Scenario(roadmap)
  start.send(.start(by: PersonIndex(0)))
  let measure = MeasureIndex(0)
  let people = roadmap.people.indices.map { PersonIndex($0) }.filter { $0 != absent }
  var seen: Set<[[Int32]]> = []
  var open = people.map { person in
    var asked = start
    asked.send(.advance(measure, TransitionIndex(0), by: person))
    return asked
  }
  while let scenario = open.popLast() {
    if scenario.state.state(of: measure) == StateIndex(1) { return true }
    guard let round = scenario.state.openRound(of: measure) else { continue }
    let key =
      [[round.requester.raw]]
      + round.votes.map { [$0.step.raw, $0.person.raw] }.sorted { $0.lexicographicallyPrecedes($1) }
      + [round.passed.map { $0 ? 1 : 0 }]
    guard seen.insert(key).inserted else { continue }
    for person in people {
      for step in round.passed.indices where !round.passed[step] {
        var next = scenario
        next.send(.approve(measure, step: StepIndex(step), remarks: nil, by: person))
        if next.last.isAccepted { open.append(next) }
      }
    }
  }
  return false
}

@Test
func `the proof says of every small approval what playing it out shows`() {
  var numbers = SeededNumbers(seed: 497)
  var wrong: [Int] = []
  var counts = [0, 0]
  for number in 0..<1_500 {
    let roadmap = randomApproval(&numbers).build()
    let isPossible = canBeDone(roadmap)
    counts[isPossible ? 1 : 0] += 1
    if PeopleProof(roadmap).isProved != isPossible { wrong.append(number) }
  }
  #expect(wrong.isEmpty)
  #expect(counts.allSatisfy { $0 > 200 })
}

@Test(arguments: [
  (seed: UInt64(2_718), people: 4, steps: 3), (31_415, 4, 3), (16_180, 5, 4),
])
func `the proof says of weights, groups and chairs what playing them out shows`(
  seed: UInt64, people: Int, steps: Int
) {
  var numbers = SeededNumbers(seed: seed)
  var wrong: [Int] = []
  var counts = [0, 0]
  for number in 0..<600 {
    let roadmap = randomApproval(&numbers, withVoices: true, people: people, steps: steps).build()
    let isPossible = canBeDone(roadmap)
    counts[isPossible ? 1 : 0] += 1
    if PeopleProof(roadmap).isProved != isPossible { wrong.append(number) }
  }
  #expect(wrong.isEmpty)
  #expect(counts.allSatisfy { $0 > 80 })
}

@Test(arguments: [false, true])
func `the indispensable are those without whom no play ends well`(withVoices: Bool) {
  var numbers = SeededNumbers(seed: 41)
  var wrong: [Int] = []
  for number in 0..<300 {
    let roadmap = randomApproval(&numbers, withVoices: withVoices).build()
    guard let verdict = PeopleProof(roadmap).verdicts.first, canBeDone(roadmap) else { continue }
    let people = roadmap.people.indices.map { PersonIndex($0) }
    let needed = people.filter { !canBeDone(roadmap, absent: $0) }
    if verdict.indispensable != needed { wrong.append(number) }
    for person in people {
      var question = PeopleProof.Question()
      question.absent = [person]
      if PeopleProof(roadmap, question).isProved == needed.contains(person) { wrong.append(number) }
    }
  }
  #expect(wrong.isEmpty)
}

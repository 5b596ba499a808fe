import CivilTime
import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

/// Every run of small worlds in which people act for others, held against the rules as one would
/// write them down.
@Suite struct `In every small world of deputies` {
  struct World: CustomTestStringConvertible, Sendable {
    let name: String
    let separate: [[String]]
    let bind: [[String]]
    let not: [String]
    let delegate: [String]
    var testDescription: String { name }

    static let all = [
      World(name: "nothing apart", separate: [], bind: [], not: [], delegate: ["true"]),
      World(
        name: "the requester apart", separate: [["requester", "one"]], bind: [], not: [],
        delegate: ["true"]),
      World(
        name: "steps apart", separate: [["one", "two"]], bind: [], not: [], delegate: ["true"]),
      World(
        name: "two sets apart", separate: [["requester", "two"], ["one", "two"]], bind: [], not: [],
        delegate: ["true"]),
      World(name: "bound", separate: [], bind: [["one", "two"]], not: [], delegate: ["true"]),
      World(name: "one shut out", separate: [], bind: [], not: ["cat"], delegate: ["true"]),
      World(name: "nothing delegated", separate: [], bind: [], not: [], delegate: []),
    ]
  }

  private static let names = ["ann", "bob", "cat", "dan"]
  private static let today = Instant(startOf: day("2018-03-05"))

  private static func roadmap(_ world: World) -> Roadmap {
    var sketch = Sketch()
    for name in names { sketch.person(name) }
    sketch.route(
      RouteSketch(
        "adoption",
        stages: [
          [
            StepSketch(
              "one", by: ["ann", "bob", "dan"], not: world.not, quorum: .count(2),
              delegate: world.delegate)
          ],
          [
            StepSketch(
              "two", by: ["ann", "bob"], not: world.not, quorum: .any, delegate: world.delegate)
          ],
        ], separate: world.separate, bind: world.bind))
    sketch.lifecycle(
      LifecycleSketch(
        "paper", states: ["planned", "done"], done: ["done"],
        transitions: [
          TransitionSketch("adopt", from: ["planned"], to: "done", by: ["dan"], route: "adoption")
        ]))
    sketch.kind("order", lifecycle: "paper")
    sketch.measure("order", kind: "order", owners: ["dan"])
    let (first, last) = (day("2018-03-01"), day("2018-03-31"))
    sketch.substitute("ann", by: "cat", from: first, until: last)
    sketch.substitute("bob", by: "cat", from: first, until: last)
    sketch.substitute("ann", by: "dan", from: first, until: day("2018-03-04"))
    sketch.substitute("bob", by: "ann", from: first, until: last)
    return sketch.build()
  }

  /// A vote as the naive rules know it.
  private struct Vote: Hashable {
    let step: Int
    let actor: Int
    let principal: Int
    var people: Set<Int> { [actor, principal] }
  }

  /// The acts: who may act for whom in these worlds, on this day.
  private static func acts(_ world: World) -> Set<[Int]> {
    // dan delegates to cat, bob to dan; of the acts of the definition that of dan is over.
    let written: Set<[Int]> = [[2, 0], [2, 1], [0, 1]]
    return world.delegate.isEmpty ? written : written.union([[2, 3], [3, 1]])
  }

  /// Whether the rules let a vote count after others, as one would write them down.
  private static func allows(_ vote: Vote, after votes: [Vote], _ world: World) -> Bool {
    let people = [Set([0, 1, 3]), Set([0, 1])]
    let isBound = !world.bind.isEmpty
    let meant = isBound ? people[0].intersection(people[1]) : people[vote.step]
    let passed = votes.count { $0.step == 0 } >= 2
    guard vote.step == (passed ? 1 : 0), meant.contains(vote.principal) else { return false }
    if vote.actor != vote.principal {
      guard !meant.contains(vote.actor), acts(world).contains([vote.actor, vote.principal]) else {
        return false
      }
    }
    if world.not.contains("cat"), vote.actor == 2 { return false }
    let step = vote.step == 0 ? "one" : "two"
    for set in world.separate where set.contains(step) {
      if set.contains("requester"), vote.people.contains(3) { return false }
      let others = votes.filter {
        $0.step != vote.step && set.contains($0.step == 0 ? "one" : "two")
      }
      if others.contains(where: { !$0.people.isDisjoint(with: vote.people) }) { return false }
    }
    if votes.contains(where: {
      $0.step == vote.step && !$0.people.isDisjoint(with: vote.people)
    }) {
      return false
    }
    guard isBound, vote.step == 1 else { return true }
    return votes.contains {
      $0.step == 0 && $0.actor == vote.actor && $0.principal == vote.principal
    }
  }

  private struct Place {
    let state: RunState
    let votes: [Vote]
  }

  @Test(arguments: World.all)
  func `the engine lets count what the rules let count, and nobody stands behind two votes`(
    world: World
  ) throws {
    let engine = Engine(Self.roadmap(world))
    var state = engine.initialState
    func send(_ command: Command, in state: inout RunState) -> Decision {
      let decision = engine.decide(command, in: state, at: Self.today)
      for event in decision.events { engine.evolve(&state, event, at: Self.today) }
      return decision
    }
    _ = send(.start(by: PersonIndex(3)), in: &state)
    for (principal, deputy) in [(3, 2), (1, 3)] {
      let mandate = Mandate(
        .delegation, of: PersonIndex(principal), by: PersonIndex(deputy))
      let decision = send(.mandate(mandate, by: PersonIndex(principal)), in: &state)
      #expect(decision.isAccepted == !world.delegate.isEmpty)
    }
    let opened = send(
      .advance(MeasureIndex(0), TransitionIndex(0), by: PersonIndex(3)), in: &state)
    try #require(opened.isAccepted)
    var waiting = [Place(state: state, votes: [])]
    var (seen, accepted, refused, finished) = (Set<[UInt8]>(), 0, 0, 0)
    while let place = waiting.popLast() {
      guard seen.insert(place.state.encode()).inserted else { continue }
      #expect(RunState(decoding: place.state.encode(), for: engine) == place.state)
      for number in 0..<(2 * 4 * 4) {
        let vote = Vote(step: number / 16, actor: number / 4 % 4, principal: number % 4)
        var next = place.state
        let decision = send(
          .vote(
            MeasureIndex(0),
            Command.Vote(
              .approve, step: StepIndex(vote.step), by: PersonIndex(vote.actor),
              for: PersonIndex(vote.principal))), in: &next)
        let allowed = Self.allows(vote, after: place.votes, world)
        guard decision.isAccepted else {
          refused += 1
          let isShort = decision.blockers.map(\.code) == ["separation-leaves-nobody"]
          #expect(!allowed || isShort, "\(vote) after \(place.votes): \(decision.blockers)")
          continue
        }
        accepted += 1
        #expect(allowed, "\(vote) after \(place.votes)")
        let votes = place.votes + [vote]
        guard next.openRound(of: MeasureIndex(0)) == nil else {
          waiting.append(Place(state: next, votes: votes))
          continue
        }
        finished += 1
        for step in 0...1 {
          let people = votes.filter { $0.step == step }.flatMap { Array($0.people) }
          #expect(Set(people).count == people.count, "somebody stands behind two votes: \(votes)")
          #expect(votes.count { $0.step == step } >= 2 - step)
        }
      }
    }
    #expect(accepted > 3 && finished > 0 && refused > accepted)
  }

  @Test(arguments: World.all)
  func `whoever is shown as able to act is, and nobody else can`(world: World) {
    let engine = Engine(Self.roadmap(world))
    var state = engine.initialState
    let setting: [Command] = [
      .start(by: PersonIndex(3)),
      .mandate(Mandate(.delegation, of: PersonIndex(3), by: PersonIndex(2)), by: PersonIndex(3)),
      .advance(MeasureIndex(0), TransitionIndex(0), by: PersonIndex(3)),
    ]
    for command in setting {
      for event in engine.decide(command, in: state, at: Self.today).events {
        engine.evolve(&state, event, at: Self.today)
      }
    }
    let action = engine.nextActions(in: state, at: Self.today).first
    for number in 0..<16 {
      let (actor, principal) = (PersonIndex(number / 4), PersonIndex(number % 4))
      let vote = Command.Vote(.approve, step: StepIndex(0), by: actor, for: principal)
      let decision = engine.decide(.vote(MeasureIndex(0), vote), in: state, at: Self.today)
      let isListed =
        actor == principal
        ? action?.people.contains(actor) == true
          && action?.representatives.contains { $0.person == actor } == false
        : action?.representatives.contains { $0.person == actor && $0.of.principal == principal }
          == true
      #expect(decision.isAccepted == isListed, "\(number)")
    }
  }
}

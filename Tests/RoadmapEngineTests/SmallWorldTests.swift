import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// Every run of small worlds, up to a depth, held against the naive rules and the invariants.
@Suite
struct SmallWorldTests {
  /// A world of at most four measures and three people.
  struct World: CustomTestStringConvertible {
    let name: String
    let roadmap: Roadmap
    /// The most states looked at; all that can be reached, where they are fewer.
    let mostStates: Int

    var testDescription: String { name }
  }

  @Test(arguments: World.all)
  func `in every run the engine and the naive rules agree and the invariants hold`(
    world: World
  ) throws {
    var explorer = Explorer(world.roadmap)
    explorer.explore(mostStates: world.mostStates)
    #expect(explorer.problems == [])
    #expect(explorer.isExhausted, "some runs were left out")
    #expect(explorer.stuck == 0, "a round could be completed no more, and nobody was told")
    #expect(explorer.states > 20)
    #expect(explorer.finished > 0, "no measure was ever carried out, so nothing was shown")
    #expect(explorer.refused > explorer.accepted, "a world in which all is allowed shows little")
  }

  @Test
  func `in random worlds the engine and the naive rules agree and the invariants hold`() {
    var (finished, states) = (0, 0)
    for seed in 0..<UInt64(40) {
      var explorer = Explorer(RandomWorld.roadmap(seed: seed))
      explorer.explore(mostStates: 60)
      #expect(explorer.problems == [], "seed \(seed)")
      finished += explorer.finished
      states += explorer.states
    }
    #expect(finished > 500 && states > 1000)
  }
}

/// Walks through every state of a world, trying every command in each.
struct Explorer {
  private struct Place {
    let state: RunState
    let naive: NaiveRules
    let journal: [Event]
  }

  private let engine: Engine
  private let commands: [Command]
  private var seen: Set<[UInt8]> = []
  private var waiting: [Place] = []
  private let now = Instant(startOf: day("2018-03-05"))

  /// What went wrong, at most a few of it.
  private(set) var problems: [String] = []
  private(set) var accepted = 0
  private(set) var refused = 0
  /// How often a measure reached a done state.
  private(set) var finished = 0
  /// How often a round could be completed no more, with nobody told at the time.
  private(set) var stuck = 0

  /// Whether every state that can be reached was looked at.
  private(set) var isExhausted = false

  var states: Int { seen.count }

  init(_ roadmap: Roadmap) {
    engine = Engine(roadmap)
    commands = Self.everyCommand(roadmap)
  }

  private static func everyCommand(_ roadmap: Roadmap) -> [Command] {
    let date = day("2018-03-01")
    var all: [Command] = []
    for person in roadmap.people.indices.map({ PersonIndex($0) }) {
      all.append(.start(by: person))
      for document in roadmap.documents.indices {
        all.append(.receive(DocumentIndex(document), number: "1", date: date, by: person))
      }
      for measure in roadmap.measures.indices {
        for transition in roadmap.lifecycle(of: measure)?.transitions.indices ?? 0..<0 {
          all.append(.advance(measure, TransitionIndex(transition), by: person))
        }
        let longest = roadmap.routes.map(\.steps.count).max() ?? 0
        let steps = [nil] + (0..<longest).map { StepIndex($0) }
        for step in steps {
          all.append(.approve(measure, step: step, remarks: nil, by: person))
          all.append(.returnForRework(measure, step: step, remarks: nil, by: person))
          all.append(.reject(measure, step: step, remarks: "no", by: person))
          all.append(.abstain(measure, step: step, remarks: nil, by: person))
          all.append(.retract(measure, step: step, remarks: nil, by: person))
        }
        all.append(.withdraw(measure, remarks: nil, by: person))
      }
    }
    return all
  }

  /// Breadth first, so that what is left out where there are too many states is the deepest.
  mutating func explore(mostStates: Int) {
    visit(Place(state: engine.initialState, naive: NaiveRules(engine.roadmap), journal: []))
    var next = 0
    while next < waiting.count, seen.count < mostStates, problems.count < 5 {
      let place = waiting[next]
      next += 1
      var possible: [(Command, RunState)] = []
      for command in commands {
        if let state = attempt(command, at: place) { possible.append((command, state)) }
      }
      checkNextActions(at: place, possible: possible.map(\.0))
    }
    isExhausted = next == waiting.count
  }

  private mutating func visit(_ place: Place) {
    var key = place.state
    key.forgetCounters()
    if seen.insert(key.encode()).inserted { waiting.append(place) }
  }

  private mutating func attempt(_ command: Command, at place: Place) -> RunState? {
    let decision = engine.decide(command, in: place.state, at: now)
    expect(decision == engine.decide(command, in: place.state, at: now), "unstable", command)
    switch place.naive.answer(command) {
    case .refused:
      expect(!decision.isAccepted, "accepted against the rules", command)
    case .accepted(let naive):
      expect(decision.isAccepted, "refused against the rules: \(codes(decision))", command)
      if decision.isAccepted { return follow(decision.events, from: place, to: naive, command) }
    case .ifCompletable(let naive, let measure, let round):
      let canComplete = naive.canComplete(measure, round)
      if decision.isAccepted {
        if !canComplete { stuck += 1 }
        return follow(decision.events, from: place, to: naive, command)
      }
      expect(!canComplete, "refused though it could be completed: \(codes(decision))", command)
    case .endsUnlessCompletable(let naive, let ended, let measure, let round):
      expect(decision.isAccepted, "a refusal was refused: \(codes(decision))", command)
      guard decision.isAccepted else { break }
      let canComplete = naive.canComplete(measure, round)
      let goesOn = decision.events.count == 1
      if goesOn, !canComplete { stuck += 1 }
      expect(goesOn || !canComplete, "ended though it could be completed", command)
      return follow(decision.events, from: place, to: goesOn ? naive : ended, command)
    }
    refused += 1
    expect(!decision.blockers.isEmpty, "refused without a reason", command)
    for blocker in decision.blockers where blocker.message(in: engine.roadmap).ru.isEmpty {
      expect(false, "refused without a word", command)
    }
    return nil
  }

  private mutating func follow(
    _ events: [Event], from place: Place, to naive: NaiveRules, _ command: Command
  ) -> RunState {
    accepted += 1
    var state = place.state
    for event in events { engine.evolve(&state, event, at: now) }
    expect(naive.agrees(with: state), "led elsewhere", command)
    let journal = place.journal + events
    var replayed = engine.initialState
    for event in journal { engine.evolve(&replayed, event, at: now) }
    expect(replayed == state, "replayed differently", command)
    expect(RunState(decoding: state.encode(), for: engine) == state, "lost in a snapshot", command)
    let audit = Audit(roadmap: engine.roadmap, journal: journal)
    for problem in audit.problems { expect(false, problem, command) }
    finished += events.count { audit.isFinish($0) }
    visit(Place(state: state, naive: naive, journal: journal))
    return state
  }

  private mutating func checkNextActions(at place: Place, possible: [Command]) {
    var (listed, refusals) = (Set<Command>(), Set<Command>())
    for action in engine.nextActions(in: place.state) {
      for person in action.people {
        switch action.deed {
        case .advance: listed.insert(.advance(action.measure, action.transition, by: person))
        case .approve(let step):
          listed.insert(.approve(action.measure, step: step, remarks: nil, by: person))
        case .refuse(let step):
          refusals.insert(.returnForRework(action.measure, step: step, remarks: nil, by: person))
        }
      }
    }
    let allowed = possible.filter { command in
      switch command {
      case .advance: true
      case .vote(_, let vote): vote.verdict.isApproval && vote.step != nil
      default: false
      }
    }
    expect(listed == Set(allowed), "next actions are not what is allowed", nil)
    expect(refusals.isSubset(of: possible), "a refusal is listed that is not allowed", nil)
  }

  private func codes(_ decision: Decision) -> String {
    decision.blockers.map(\.code).joined(separator: ", ")
  }

  private mutating func expect(_ holds: Bool, _ problem: String, _ command: Command?) {
    if !holds, problems.count < 5 {
      problems.append("\(problem): \(command.map { "\($0)" } ?? "")")
    }
  }
}

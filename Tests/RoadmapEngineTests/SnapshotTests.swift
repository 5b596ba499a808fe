import CivilTime
import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

@Suite
struct SnapshotTests {
  /// A run with something of everything in it.
  private func run() -> Scenario {
    var sketch = Sketch.office(
      [
        [
          StepSketch(
            "law", by: ["role:lawyer"], within: DayCount(1, .calendar), escalate: ["zoe"],
            delegate: ["true"], escalationDecides: true),
          StepSketch("money", by: ["kim"]),
        ],
        [StepSketch("sign", by: ["ana"])],
      ], onReturn: "planned")
    sketch.document("region")
    sketch.document("letter")
    sketch.substituters = ["ana"]
    for order in ["15-к", "16-к"] {
      sketch.substitute("kim", by: "zoe", from: .earliest, until: .latest, order: order)
    }
    for name in ["order", "plan", "fair", "feast"] {
      sketch.measure(name, kind: "order", owners: ["leo"])
    }
    var run = Scenario(sketch)
    run.start("ana")
    for name in ["order", "plan", "fair"] { run.advance(name, "begin", by: "leo") }
    for name in ["fair", "order", "plan"] { run.advance(name, "adopt", by: "leo") }
    run.approve("order", remarks: "see §2", by: "ben")
    run.approve("order", by: "zoe")
    run.delegate(
      "eva", to: "zoe", scope: Mandate.Scope(route: RouteIndex(0), step: StepIndex(0)))
    run.substitute("ben", by: "kim", "2018-03-05", "2018-03-09")
    run.absent("eva", "2018-03-01", "2018-04-01")
    run.revoke(.order(SubstitutionIndex(1)), by: "ana")
    run.now = Instant(startOf: day("2018-03-08"))
    run.tick()
    run.now = Instant(startOf: day("2018-03-05"))
    run.returnForRework("plan", by: "kim")
    run.receive("letter", number: "12-р «Ё»", by: "zoe")
    return run
  }

  @Test
  func `a snapshot gives back the state it was taken of`() throws {
    let run = run()
    for state in [run.state, run.engine.initialState] {
      let back = try #require(RunState(decoding: state.encode(), for: run.engine))
      #expect(back == state)
      #expect(back.encode() == state.encode())
    }
  }

  @Test
  func `a run goes on from a snapshot as it would have without`() throws {
    var (run, resumed) = (run(), run())
    resumed.state = try #require(RunState(decoding: run.state.encode(), for: run.engine))
    for person in ["eva", "ana"] {
      #expect(run.approve("order", by: person) == resumed.approve("order", by: person))
      #expect(run.last == resumed.last)
    }
    #expect(run.advance("plan", "begin", by: "leo") == resumed.advance("plan", "begin", by: "leo"))
    #expect(run.state == resumed.state)
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `a snapshot with any bit flipped or any tail cut off is refused`() {
    let run = run()
    let bytes = run.state.encode()
    for position in bytes.indices {
      #expect(RunState(decoding: Array(bytes[..<position]), for: run.engine) == nil)
      for bit in 0..<8 {
        var damaged = bytes
        damaged[position] ^= 1 << UInt8(bit)
        #expect(RunState(decoding: damaged, for: run.engine) == nil)
      }
    }
    #expect(RunState(decoding: bytes + [0], for: run.engine) == nil)
    #expect(RunState(decoding: [], for: run.engine) == nil)
  }

  @Test(arguments: 0..<20)
  func `a snapshot changed behind its check sum is refused or gives a sound state`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let run = run()
    let body = Array(run.state.encode().dropLast(8))
    var refused = 0
    for _ in 0..<2000 {
      var damaged = body
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let position = Int.random(in: 0..<damaged.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: damaged[position] = UInt8.random(in: 0...255, using: &numbers)
        case 1: damaged[position] = numbers.one(of: [0, 1, 2, 3, 127, 128, 255])
        case 2: damaged.remove(at: position)
        default: damaged.insert(UInt8.random(in: 0...255, using: &numbers), at: position)
        }
      }
      guard let state = RunState(decoding: RunState.sealed(damaged), for: run.engine) else {
        refused += 1
        continue
      }
      #expect(RunState(decoding: state.encode(), for: run.engine) == state)
      exercise(state, run)
    }
    #expect(refused > 1000)
  }

  private func exercise(_ state: RunState, _ run: Scenario) {
    _ = run.engine.nextActions(in: state)
    for measure in run.roadmap.measures.indices {
      _ = run.engine.roundView(of: measure, in: state)
      for transition in 0..<4 {
        _ = run.engine.blockers(
          of: TransitionIndex(transition), of: measure, by: PersonIndex(0), in: state)
      }
      _ = run.engine.decide(
        .approve(measure, step: nil, remarks: nil, by: PersonIndex(0)), in: state, at: run.now)
    }
  }

  /// States that no journal leads to; the order stands in `drafting`, in round 1, step 2 waits.
  static var impossible: [(String, @Sendable (inout RunState) -> Void)] {
    let order = MeasureIndex(0)
    @Sendable func vote(_ step: Int, _ person: Int, _ verdict: Verdict = .approve) -> OpenRound.Vote
    {
      .init(
        step: StepIndex(step), person: PersonIndex(person), verdict: verdict, round: 1, number: 1)
    }
    return [
      ("a state never reached", { $0.standings[0].reached = 0b0101 }),
      ("not even the initial state", { $0.standings[0].reached = 0b0010 }),
      ("a state past the last", { $0.standings[0].reached |= 1 << 4 }),
      ("a round in a state that its transition does not leave", { $0.standings[0].current = 0 }),
      ("a round that is not the latest", { $0.standings[0].rounds = 2 }),
      ("a vote twice", { $0.rounds.update(order) { $0.votes.append(vote(0, 1)) } }),
      (
        "a rejection among the approvals",
        { $0.rounds.update(order) { $0.votes.append(vote(0, 2, .reject)) } }
      ),
      ("a step passed without votes", { $0.rounds.update(order) { $0.votes.removeLast() } }),
      (
        "a step passed ahead of its stage, without a vote",
        { $0.rounds.update(order) { $0.passed = [false, true, true] } }
      ),
      ("a person who is not there", { $0.startedBy = PersonIndex(6) }),
    ]
  }

  @Test(arguments: impossible.indices)
  func `a snapshot of what cannot be is refused`(number: Int) {
    let (name, spoil) = Self.impossible[number]
    var state = run().state
    #expect(RunState(decoding: state.encode(), for: run().engine) != nil)
    spoil(&state)
    #expect(RunState(decoding: state.encode(), for: run().engine) == nil, "\(name)")
  }

  @Test
  func `a snapshot of a roadmap of another shape or of another version is refused`() {
    let run = run()
    let other = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    #expect(RunState(decoding: run.state.encode(), for: other.engine) == nil)
    #expect(RunState(decoding: other.state.encode(), for: run.engine) == nil)
    var newer = Array(run.state.encode().dropLast(8))
    newer[RunState.snapshotTag.count] += 1
    #expect(RunState(decoding: RunState.sealed(newer), for: run.engine) == nil)
  }

  @Test
  func `the guards hold again when the last approval fires the transition`() throws {
    var sketch = Sketch.office([[StepSketch("sign", by: ["ana"])]])
    sketch.measure("whole", kind: "order", owners: ["leo"])
    sketch.measure("part", kind: "order", owners: ["leo"], parent: "whole")
    var run = Scenario(sketch)
    run.start("ana")
    for name in ["part", "whole"] {
      run.advance(name, "begin", by: "leo")
      run.advance(name, "adopt", by: "leo")
      if name == "part" { run.approve("part", by: "ana") }
    }
    // As if the part had never been finished: no journal leads here, but a guard is a guard.
    run.state.standings[1].reached = 0b11
    run.state.standings[1].current = 1
    #expect(run.approve("whole", by: "ana") == ["waits-for-part"])
    #expect(run.round(of: "whole")?.steps[0].given == [])
  }
}

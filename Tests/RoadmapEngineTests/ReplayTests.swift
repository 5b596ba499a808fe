import CivilTime
@testable import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct ReplayTests {
  /// Events of every sort with indices in and out of range.
  private func anything(_ numbers: inout SeededNumbers) -> Event {
    func index(_ numbers: inout SeededNumbers) -> Int {
      numbers.chance(90)
        ? Int.random(in: 0..<4, using: &numbers)
        : numbers.one(of: [-1, 7, 63, 64, 65, 1 << 20, Int(Int32.max), Int(Int32.min)])
    }
    let measure = MeasureIndex(index(&numbers))
    let person = PersonIndex(index(&numbers))
    let (transition, step) = (TransitionIndex(index(&numbers)), StepIndex(index(&numbers)))
    let round =
      numbers.chance(80)
      ? Int.random(in: 0...4, using: &numbers)
      : numbers.one(
        of: [Int.max, Int.min, -1, Int(Int32.max), Int(Int32.max) + 1])
    switch Int.random(in: 0..<11, using: &numbers) {
    case 0: return .started(by: person)
    case 1: return .roundOpened(measure, transition, round: round, by: person)
    case 2:
      var vote = Event.Vote(
        round: round, step: step, by: person, verdict: numbers.one(of: Verdict.allCases),
        remarks: nil)
      vote.isChair = numbers.chance(20)
      return .voted(measure, vote)
    case 3: return .stepPassed(measure, round: round, step: step)
    case 4:
      return .roundClosed(
        measure, round: round, outcome: numbers.one(of: RoundOutcome.allCases), by: person,
        remarks: nil)
    case 5:
      return .moved(
        measure, transition, from: StateIndex(index(&numbers)), to: StateIndex(index(&numbers)),
        cause: numbers.one(of: MoveCause.allCases), by: person)
    case 6:
      return .stepsReopened(
        measure,
        Reopening(
          round: round, .edited(name: "a"), [.init(step, dropped: [person])], by: person))
    case 7:
      return .approvalsKept(
        measure,
        KeptApprovals(
          round: round,
          [.init(step: step, person: person, verdict: .approve, round: round, number: round)]))
    case 8: return .retracted(measure, round: round, step: step, remarks: nil, by: person)
    case 9: return .attached(measure, .init(field: "a", value: "\(round)"), by: person)
    default:
      return .received(
        DocumentIndex(index(&numbers)), number: "1", date: day("2018-03-01"), by: person)
    }
  }

  @Test(arguments: 0..<40)
  func `whatever a journal holds, recording it never stops and leaves a state that is sound`(
    seed: Int
  ) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let engine = Engine(RandomWorld.roadmap(seed: UInt64(seed)))
    var state = engine.initialState
    let now = Instant(startOf: day("2018-03-05"))
    engine.evolve(&state, .started(by: PersonIndex(0)), at: now)
    for count in 0..<2000 {
      engine.evolve(&state, anything(&numbers), at: now)
      #expect(state.eventCount == count + 2)
      guard count.isMultiple(of: 50) else { continue }
      #expect(RunState(decoding: state.encode(), for: engine) == state)
      _ = engine.nextActions(in: state)
      for measure in engine.roadmap.measures.indices {
        _ = engine.roundView(of: measure, in: state)
        for step in 0..<3 {
          _ = engine.decide(
            .approve(measure, step: StepIndex(step), remarks: nil, by: PersonIndex(0)), in: state,
            at: now)
        }
      }
    }
  }

  @Test
  func `an event that does not fit leaves the state as it was, but is counted`() {
    var run = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    let order = run.measure("order")
    let before = run.state
    let misfits: [Event] = [
      .started(by: run.person("ben")),
      .voted(
        order,
        Event.Vote(
          round: 1, step: StepIndex(0), by: run.person("ana"), verdict: .approve,
          remarks: nil)),
      .stepPassed(order, round: 1, step: StepIndex(0)),
      .roundClosed(order, round: 1, outcome: .approved, by: run.person("ana"), remarks: nil),
      // From where the measure is not; to where the transition does not lead; not begun there.
      .moved(
        order, TransitionIndex(1), from: StateIndex(0), to: StateIndex(2), cause: .approved,
        by: run.person("ana")),
      .moved(
        order, TransitionIndex(1), from: StateIndex(1), to: StateIndex(3), cause: .approved,
        by: run.person("ana")),
      .moved(
        order, TransitionIndex(0), from: StateIndex(1), to: StateIndex(1), cause: .direct,
        by: run.person("ana")),
      .moved(
        order, TransitionIndex(1), from: StateIndex(1), to: StateIndex(1), cause: .returned,
        by: run.person("ana")),
      .roundOpened(order, TransitionIndex(1), round: 2, by: run.person("leo")),
      .roundOpened(order, TransitionIndex(0), round: 1, by: run.person("leo")),
    ]
    for event in misfits { run.record(event) }
    #expect(run.state.eventCount == before.eventCount + misfits.count)
    run.state.eventCount = before.eventCount
    #expect(run.state == before)
  }

  @Test
  func `the latest time is that of the latest event, not of the last`() {
    var run = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    let first = run.now
    run.now = Instant(startOf: day("2018-02-01"))
    run.advance("order", "adopt", by: "leo")
    #expect(run.state.latest == first)
  }

  @Test
  func `every prefix of a journal replays`() {
    var run = Scenario(
      adoption: [[StepSketch("law", by: ["role:lawyer"])], [StepSketch("sign", by: ["ana"])]],
      onReturn: "planned")
    for _ in 1...3 {
      run.advance("order", "adopt", by: "leo")
      run.approve("order", by: "ben")
      run.returnForRework("order", by: "eva")
      run.advance("order", "begin", by: "leo")
    }
    run.advance("order", "adopt", by: "leo")
    for person in ["ben", "eva", "ana"] { run.approve("order", by: person) }
    #expect(run.stateName(of: "order") == "in-force")
    var state = run.engine.initialState
    for (count, entry) in run.journal.enumerated() {
      #expect(state.eventCount == count)
      #expect(RunState(decoding: state.encode(), for: run.engine) == state)
      run.engine.evolve(&state, entry.event, at: entry.at)
    }
    #expect(state == run.state)
  }
}

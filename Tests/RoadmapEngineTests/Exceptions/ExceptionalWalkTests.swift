import CivilTime
import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

/// Random runs in which people act outside of the usual course as well.
@Suite
struct ExceptionalWalkTests {
  private static func world(seed: UInt64) -> Roadmap {
    var roadmap =
      seed.isMultiple(of: 2)
      ? RandomWorld.roadmap(seed: seed) : RandomWorld.roadmapOfContents(seed: seed)
    for power in Power.allCases { roadmap.powers[power] = [.person(PersonIndex(0)), .owner] }
    return roadmap
  }

  private func act(_ numbers: inout SeededNumbers, wild: Bool) -> ExceptionalAct {
    func index(_ limit: Int, _ numbers: inout SeededNumbers) -> Int {
      !wild || numbers.chance(85)
        ? Int.random(in: 0..<limit, using: &numbers)
        : numbers.one(of: [-1, 9, 63, 64, 1 << 20, Int(Int32.max), Int(Int32.min)])
    }
    let deeds: [ExceptionalAct.Deed] = [
      .waive(.measure(MeasureIndex(index(3, &numbers)))),
      .waive(.document(DocumentIndex(index(1, &numbers)))),
      .skip(StepIndex(index(4, &numbers)), round: index(4, &numbers)), .cancel, .suspend, .resume,
      .resume, .reopen(to: StateIndex(index(4, &numbers))),
    ]
    return ExceptionalAct(
      numbers.one(of: deeds), on: MeasureIndex(index(3, &numbers)),
      reason: numbers.chance(90) ? "so" : nil, by: PersonIndex(index(3, &numbers)))
  }

  private func command(_ numbers: inout SeededNumbers, _ state: RunState) -> Command {
    let measure = MeasureIndex(Int.random(in: 0..<3, using: &numbers))
    let person = PersonIndex(Int.random(in: 0..<3, using: &numbers))
    switch Int.random(in: 0..<14, using: &numbers) {
    case 0...3:
      return .advance(measure, TransitionIndex(Int.random(in: 0..<4, using: &numbers)), by: person)
    case 4...7: return .approve(measure, step: nil, remarks: nil, by: person)
    case 8:
      return numbers.chance(50)
        ? .returnForRework(measure, step: nil, remarks: nil, by: person)
        : .withdraw(measure, remarks: nil, by: person)
    case 9, 10:
      let name = numbers.one(of: ["text", "budget", "notes"])
      return .attach(
        .init(field: name, value: "\(Int.random(in: 0..<9, using: &numbers))"), to: measure,
        by: person)
    default:
      let act = act(&numbers, wild: false)
      guard case .skip(let step, _) = act.deed, let round = state.openRound(of: act.measure) else {
        return .exceptional(act)
      }
      return .exceptional(
        ExceptionalAct(
          .skip(step, round: round.number), on: act.measure, reason: act.reason, by: act.person))
    }
  }

  @Test(arguments: 0..<60)
  func `whatever people do, every prefix replays and nothing that stands still moves`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let engine = Engine(Self.world(seed: UInt64(seed)))
    var state = engine.initialState
    var replayed = engine.initialState
    var now = Instant(startOf: day("2018-03-05"))
    for event in engine.decide(.start(by: PersonIndex(0)), in: state, at: now).events {
      engine.evolve(&state, event, at: now)
      engine.evolve(&replayed, event, at: now)
    }
    for _ in 0..<400 {
      if numbers.chance(10) { now = now.adding(microseconds: 86_400_000_000) ?? now }
      let command = command(&numbers, state)
      let before = state
      let decision = engine.decide(command, in: state, at: now)
      var votes = 0
      for event in decision.events {
        engine.evolve(&state, event, at: now)
        if let measure = event.movedMeasure {
          #expect(before.halt(of: measure) == nil, "\(command)")
        }
        if case .moved(let measure, _, _, let target, let cause, _) = event {
          #expect(state.state(of: measure) == target)
          if cause == .approved {
            votes = before.openRound(of: measure)?.votes.count ?? 0
            if case .vote = command { votes += 1 }
            #expect(votes > 0, "nobody has decided")
          }
        }
        if let snapshot = RunState(decoding: state.encode(), for: engine) { replayed = snapshot }
        #expect(replayed == state)
      }
      // What is recorded is what was decided: nothing of it was passed over.
      if case .exceptional = command, decision.isAccepted { #expect(state != before) }
      for action in engine.nextActions(in: state, at: now) {
        #expect(state.halt(of: action.measure) == nil)
      }
    }
  }

  @Test(arguments: 0..<40)
  func `whatever acts a journal holds, recording them never stops and leaves a sound state`(
    seed: Int
  ) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let engine = Engine(Self.world(seed: UInt64(seed)))
    var state = engine.initialState
    let now = Instant(startOf: day("2018-03-05"))
    engine.evolve(&state, .started(by: PersonIndex(0)), at: now)
    for count in 0..<1000 {
      let measure = MeasureIndex(Int.random(in: 0..<3, using: &numbers))
      let event: Event =
        numbers.chance(70)
        ? .exceptional(act(&numbers, wild: true))
        : numbers.one(of: [
          .roundOpened(
            measure, TransitionIndex(Int.random(in: 0..<4, using: &numbers)),
            round: (state.roundCount(of: measure) + 1), by: PersonIndex(1)),
          .roundClosed(
            measure, round: state.roundCount(of: measure), outcome: .cancelled,
            by: PersonIndex(0), remarks: nil),
          .stepPassed(measure, round: 1, step: StepIndex(0)),
        ])
      engine.evolve(&state, event, at: now)
      #expect(state.eventCount == count + 2)
      guard count.isMultiple(of: 20) else { continue }
      #expect(RunState(decoding: state.encode(), for: engine) == state)
      _ = engine.nextActions(in: state)
      for measure in engine.roadmap.measures.indices {
        _ = engine.roundView(of: measure, in: state)
        for power in [ExceptionalAct.Deed.cancel, .suspend, .resume, .reopen(to: StateIndex(9))] {
          let act = ExceptionalAct(power, on: measure, reason: "so", by: PersonIndex(0))
          _ = engine.decide(.exceptional(act), in: state, at: now)
        }
      }
    }
  }
}

extension Event {
  /// The measure that goes on by this event.
  fileprivate var movedMeasure: MeasureIndex? {
    switch self {
    case .roundOpened(let measure, _, _, _), .voted(let measure, _), .stepPassed(let measure, _, _),
      .approvalsKept(let measure, _), .moved(let measure, _, _, _, _, _):
      measure
    case .roundClosed(let measure, _, let outcome, _, _): outcome == .approved ? measure : nil
    default: nil
    }
  }
}

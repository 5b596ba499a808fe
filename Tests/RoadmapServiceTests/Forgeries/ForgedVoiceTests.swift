import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// Votes, abstentions, refusals and retractions that the rules do not allow, written into a journal
/// with every hash as it should be.
@Suite struct `A forged voice` {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let events: @Sendable (Forger) throws -> [Event]
    var testDescription: String { name }

    init(_ name: String, _ events: @escaping @Sendable (Forger) throws -> [Event]) {
      (self.name, self.events) = (name, events)
    }
  }

  /// Writes events by names.
  struct Forger: Sendable {
    let roadmap: Roadmap

    func vote(
      _ verdict: Verdict, by person: String, step: Int = 0, round: Int = 1, asChair: Bool = false,
      to target: ReturnTarget? = nil
    ) throws -> Event {
      var vote = Event.Vote(
        round: round, step: StepIndex(step), by: try roadmap.knownPerson(person),
        verdict: verdict, remarks: nil, to: target)
      vote.isChair = asChair
      return .voted(MeasureIndex(0), vote)
    }

    func retract(_ person: String, step: Int = 0, round: Int = 1) throws -> Event {
      .retracted(
        MeasureIndex(0), round: round, step: StepIndex(step), remarks: nil,
        by: try roadmap.knownPerson(person))
    }

    func passed(_ step: Int) -> Event {
      .stepPassed(MeasureIndex(0), round: 1, step: StepIndex(step))
    }

    func closed(_ outcome: RoundOutcome, by person: String) throws -> Event {
      .roundClosed(
        MeasureIndex(0), round: 1, outcome: outcome, by: try roadmap.knownPerson(person),
        remarks: nil)
    }

    func moved(by person: String) throws -> Event {
      .moved(
        MeasureIndex(0), TransitionIndex(0), from: StateIndex(0), to: StateIndex(1),
        cause: .approved, by: try roadmap.knownPerson(person))
    }
  }

  // In the open round of `ana`: `kim` has agreed in `draft`, which has passed, and `eve` in `board`,
  // whose quorum is a weight of 3; `fay` has abstained there.
  static let rows = [
    Row("of a chair who is none") {
      [try $0.vote(.approve, by: "ben", asChair: true), $0.passed(1)]
    },
    Row("of a chair who is shut out") {
      [try $0.vote(.approve, by: "ivy", step: 1, asChair: true), $0.passed(1)]
    },
    Row("of a chair that does not say so") {
      [try $0.vote(.approve, by: "zoe", step: 1), $0.passed(1)]
    },
    Row("of a chair whose step is not said to have passed") {
      [try $0.vote(.approve, by: "zoe", step: 1, asChair: true)]
    },
    Row("of a chair out of turn that carries the measure there") {
      [
        try $0.vote(.approve, by: "zoe", step: 2, asChair: true), $0.passed(2),
        try $0.closed(.approved, by: "zoe"), try $0.moved(by: "zoe"),
      ]
    },
    Row("of a chair in a step that has passed") {
      [try $0.vote(.approve, by: "zoe", step: 0, asChair: true)]
    },
    Row("of a chair who asked") { [try $0.vote(.approve, by: "ana", step: 2, asChair: true)] },
    Row("of a chair who abstains") { [try $0.vote(.abstain, by: "zoe", step: 1)] },
    Row("out of turn of somebody who is no chair") { [try $0.vote(.approve, by: "kim", step: 2)] },
    Row("that passes a step with too little weight") {
      [try $0.vote(.approve, by: "gil", step: 1), $0.passed(1)]
    },
    Row("that does not say what it passes") { [try $0.vote(.approve, by: "ben", step: 1)] },
    Row("of somebody without one, who abstains") { [try $0.vote(.abstain, by: "kim", step: 1)] },
    Row("of a veto holder who abstains") { [try $0.vote(.abstain, by: "hal", step: 1)] },
    Row("of a veto holder who agrees") { [try $0.vote(.approve, by: "hal", step: 1)] },
    Row("of somebody who has abstained and agrees") { [try $0.vote(.approve, by: "fay", step: 1)] },
    Row("of somebody who has agreed and abstains") { [try $0.vote(.abstain, by: "eve", step: 1)] },
    Row("of another round that abstains") {
      [try $0.vote(.abstain, by: "gil", step: 1, round: 2)]
    },
    Row("that abstains and says where to") {
      [try $0.vote(.abstain, by: "gil", step: 1, to: .step(StepIndex(0)))]
    },
    Row("without a veto that ends the round") {
      [try $0.vote(.reject, by: "gil", step: 1), try $0.closed(.rejected, by: "gil")]
    },
    Row("with a veto that only counts against") { [try $0.vote(.reject, by: "hal", step: 1)] },
    Row("with a veto in a step that has none") {
      [try $0.vote(.reject, by: "hal", step: 2), try $0.closed(.rejected, by: "hal")]
    },
    Row("of a veto that is shut out") {
      [try $0.vote(.reject, by: "ivy", step: 1), try $0.closed(.rejected, by: "ivy")]
    },
    Row("with a veto that returns and is told as a rejection") {
      [try $0.vote(.returnForRework, by: "hal", step: 1), try $0.closed(.rejected, by: "hal")]
    },
    Row("taken back by somebody who gave none") { [try $0.retract("gil", step: 1)] },
    Row("taken back by somebody who is nobody there") { [try $0.retract("hal", step: 1)] },
    Row("taken back in a step that has passed") { [try $0.retract("kim", step: 0)] },
    Row("taken back in another step") { [try $0.retract("eve", step: 2)] },
    Row("taken back in another round") { [try $0.retract("eve", step: 1, round: 2)] },
    Row("taken back where none was given") { [try $0.retract("eve", step: 0)] },
    Row("taken back, with a step passed by it") {
      [try $0.retract("fay", step: 1), $0.passed(1)]
    },
  ]

  static let honest = [
    Row("a chair's approval") {
      [try $0.vote(.approve, by: "zoe", step: 1, asChair: true), $0.passed(1)]
    },
    Row("a chair's approval out of turn") {
      [try $0.vote(.approve, by: "zoe", step: 2, asChair: true), $0.passed(2)]
    },
    Row("an approval that brings the weight") {
      [try $0.vote(.approve, by: "ben", step: 1), $0.passed(1)]
    },
    Row("an abstention") { [try $0.vote(.abstain, by: "gil", step: 1)] },
    Row("a refusal that only counts against") { [try $0.vote(.reject, by: "gil", step: 1)] },
    Row("a veto") {
      [try $0.vote(.reject, by: "hal", step: 1), try $0.closed(.rejected, by: "hal")]
    },
    Row("an approval taken back") { [try $0.retract("eve", step: 1)] },
    Row("an abstention taken back") { [try $0.retract("fay", step: 1)] },
  ]

  private static let text = """
    vekha: 1
    roadmap: {id: office, title: Office, language: en}
    people: {ana: {}, ben: {}, eve: {}, fay: {}, gil: {}, hal: {}, ivy: {}, kim: {}, zoe: {}}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: owner, route: adoption}}
    routes:
      adoption:
        separate: [requester, sign]
        steps:
          - {id: draft, by: kim, chair: zoe}
          - id: board
            by: [ben, eve, fay, gil]
            not: ivy
            weights: {ben: 2}
            quorum: {weight: 3}
            veto: [hal, ivy]
            chair: [zoe, ivy]
          - {id: sign, by: kim, veto: false, chair: [zoe, ana]}
    sections:
      - title: All
        measures: [{id: order, title: The order, kind: order, owners: [ana]}]
    """

  private let store = MemoryJournalStore()
  private var session: RunSession
  private static let noon = Instant(rfc3339: "2026-06-02T12:00:00Z") ?? Instant(startOf: .latest)

  init() throws {
    let compiled = compile(
      LoadedFile(name: "office.yaml", shownPath: "office.yaml", bytes: Array(Self.text.utf8)),
      from: NoIncludes())
    try #require(!compiled.hasErrors, "\(compiled.diagnostics.map(\.message.en))")
    _ = try startRun(
      of: compiled, named: nil, by: Starter("ana"), in: store,
      Circumstances(now: Self.noon, request: .random()))
    session = try RunSession.open(nil, in: store)
    try send(.advance(measure: "order", transition: nil), by: "ana")
    try send(.approve(measure: "order", step: nil, remarks: nil), by: "kim")
    try send(.approve(measure: "order", step: nil, remarks: nil), by: "eve")
    try send(.abstain(measure: "order", step: nil, remarks: nil), by: "fay")
  }

  private mutating func send(_ act: Act, by person: String) throws {
    let outcome = try session.perform(
      Asking(act, by: person), Circumstances(now: Self.noon, request: .random()))
    try #require(outcome.isDone, "\(outcome)")
  }

  /// The fault of the journal once more events stand there, under a request of their own.
  private func fault(_ row: Row) throws -> Text? {
    let request = RequestID.random()
    let stamp = Stamp(
      effective: Self.noon, recorded: Self.noon, request: request, authentication: .asserted)
    let events = try row.events(Forger(roadmap: session.roadmap))
    let bytes = session.codec.encode(events, stamp, after: session.head, in: session.state)
    _ = try store.append(
      to: session.head.id, expecting: session.head.events, request: request,
      fingerprint: Digest(of: []), events: bytes)
    return try RunSession.audit(nil, in: store, against: nil).fault
  }

  @Test(arguments: honest)
  func `is told from a true one, which passes`(row: Row) throws {
    #expect(try fault(row) == nil)
  }

  @Test(arguments: rows)
  func `is found by the audit`(row: Row) throws {
    #expect(try fault(row) != nil)
  }

  @Test(arguments: rows)
  func `leaves a state behind that a snapshot holds`(row: Row) throws {
    var state = session.state
    for event in try row.events(Forger(roadmap: session.roadmap)) {
      session.engine.evolve(&state, event, at: Self.noon)
      #expect(RunState(decoding: state.encode(), for: session.engine) == state)
    }
  }
}

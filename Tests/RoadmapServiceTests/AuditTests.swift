import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import Testing

@testable import RoadmapService

/// Acts that somebody wrote into a journal past the rules, with right hashes.
@Suite struct `An audit of forged acts` {
  private static let order = MeasureIndex(0)
  private static let plan = MeasureIndex(1)
  private static let (ana, ben, eve, kim) = (
    PersonIndex(0), PersonIndex(1), PersonIndex(2), PersonIndex(3)
  )
  private static let (planned, drafting, inForce) = (StateIndex(0), StateIndex(1), StateIndex(2))
  private static let (begin, adopt) = (TransitionIndex(0), TransitionIndex(1))

  private static func vote(_ person: PersonIndex, step: Int) -> Event {
    .voted(
      order,
      Event.Vote(round: 1, step: StepIndex(step), by: person, verdict: .approve, remarks: nil))
  }

  private static func move(
    _ measure: MeasureIndex, _ transition: TransitionIndex, _ from: StateIndex, _ to: StateIndex,
    by person: PersonIndex = ana
  ) -> Event {
    .moved(measure, transition, from: from, to: to, cause: .direct, by: person)
  }

  static let forgeries: [(name: String, events: [Event])] = [
    ("a vote by a person who is not entitled", [vote(ana, step: 0)]),
    ("a vote in a step that is not open", [vote(kim, step: 1)]),
    ("a second vote by the same person", [vote(ben, step: 0)]),
    (
      "a step that passes without its quorum",
      [vote(eve, step: 0), .stepPassed(order, round: 1, step: StepIndex(1))]
    ),
    ("a step that passes by nobody's vote", [.stepPassed(order, round: 1, step: StepIndex(0))]),
    ("a vote without what it brings about", [vote(eve, step: 0)]),
    ("a measure that skips what it waits for", [move(plan, begin, planned, drafting)]),
    ("a measure that moves past its round", [move(order, adopt, drafting, inForce)]),
    ("a measure that moves from where it is not", [move(order, begin, planned, drafting)]),
    ("a request by a person who is not entitled", [move(plan, begin, planned, drafting, by: ben)]),
    ("a second round beside the open one", [.roundOpened(order, adopt, round: 2, by: ana)]),
    ("a second start", [.started(by: ben)]),
    (
      "a round that somebody else withdraws",
      [.roundClosed(order, round: 1, outcome: .withdrawn, by: ben, remarks: nil)]
    ),
  ]

  /// A run whose order waits for its second vote.
  private static func office() throws -> Office {
    var office = try Office()
    try office.send(.advance(measure: "order", transition: nil), by: "ana")
    try office.send(.advance(measure: "order", transition: nil), by: "ana")
    try office.send(.approve(measure: "order", step: nil, remarks: nil), by: "ben")
    return office
  }

  /// Appends events that nobody decided, under a request of their own.
  private static func append(
    _ events: [Event], to office: Office, recorded: Instant = Office.noon,
    named: RequestID? = nil
  ) throws {
    let session = office.session
    let request = RequestID.random()
    let stamp = Stamp(
      effective: Office.noon, recorded: recorded, request: named ?? request,
      authentication: .asserted)
    let bytes = EventCodec(session.roadmap).encode(
      events, stamp, after: session.head, in: session.state)
    _ = try office.store.append(
      to: session.head.id, expecting: session.head.events, request: request,
      fingerprint: Digest(of: []), events: bytes)
  }

  private static func audit(_ office: Office) throws -> RunAudit {
    try RunSession.audit(nil, in: office.store, against: nil)
  }

  @Test func `a run that kept the rules passes, whole and at every head that was kept`() throws {
    var office = try Office()
    var heads = [office.session.head.hash]
    try office.adoptOrder()
    heads.append(office.session.head.hash)
    #expect(try Self.audit(office).fault == nil)
    for head in heads {
      #expect(try RunSession.audit(nil, in: office.store, against: head).fault == nil)
    }
    let strange = Digest(of: [1, 2, 3])
    #expect(try RunSession.audit(nil, in: office.store, against: strange).fault != nil)
  }

  @Test(arguments: forgeries)
  func `it finds each kind`(name: String, events: [Event]) throws {
    let office = try Self.office()
    #expect(try Self.audit(office).fault == nil)
    try Self.append(events, to: office)
    let audit = try Self.audit(office)
    #expect(audit.fault?.en.contains("the rules do not allow") == true, "\(name)")
    #expect(audit.events == office.session.head.events, "\(name)")
  }

  @Test func `it finds an allowed act that was recorded before the one it follows`() throws {
    let office = try Self.office()
    try Self.append(
      [Self.vote(Self.eve, step: 0), .stepPassed(Self.order, round: 1, step: StepIndex(0))],
      to: office, recorded: Instant(startOf: .earliest))
    #expect(try Self.audit(office).fault?.en.contains("recorded before") == true)
  }

  @Test func `it finds an allowed act that names a request which did not write it`() throws {
    let office = try Self.office()
    try Self.append(
      [Self.vote(Self.eve, step: 0), .stepPassed(Self.order, round: 1, step: StepIndex(0))],
      to: office, named: .random())
    #expect(try Self.audit(office).fault?.en.contains("another request") == true)
  }

  @Test func `it finds a snapshot that tells another story`() throws {
    let office = try Self.office()
    let session = office.session
    try office.store.save(
      Snapshot(
        journal: session.head.id, number: session.head.events, hash: session.head.hash,
        format: RunSession.snapshotFormat, bytes: session.engine.initialState.encode()))
    #expect(try Self.audit(office).fault?.en.contains("snapshot") == true)
  }
}

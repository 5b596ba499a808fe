import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// Votes for others that no act allows, written into a journal with every hash as it should be.
@Suite struct `A forged vote for another` {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let at: String
    let person: String
    let principal: String
    let act: ActReference
    var testDescription: String { name }

    init(
      _ name: String, _ person: String, for principal: String, _ act: ActReference,
      at: String = "2026-06-03"
    ) {
      (self.name, self.at, self.person, self.principal, self.act) =
        (name, at, person, principal, act)
    }
  }

  /// The act that lets Zoe vote for Ben from 1 through 10 June.
  private static let order = ActReference.order(SubstitutionIndex(0))

  // Events: 1 start, 2 Eve delegates to Zoe, 3 Eve delegates to Kim, 4 revokes that, 5 the round.
  static let rows = [
    Row("a day too early", "zoe", for: "ben", order, at: "2026-05-31"),
    Row("a day too late", "zoe", for: "ben", order, at: "2026-06-11"),
    Row("under an act for another deputy", "kim", for: "ben", .event(2)),
    Row("under an act of another principal", "zoe", for: "ben", .event(2)),
    Row("under an act that was revoked", "kim", for: "eve", .event(3)),
    Row("under a revocation", "kim", for: "eve", .event(4)),
    Row("under the start of the run", "zoe", for: "eve", .event(1)),
    Row("under an act that is still to come", "zoe", for: "eve", .event(7)),
    Row("under an act of nowhere", "zoe", for: "eve", .event(99)),
    Row("before the delegation", "zoe", for: "eve", .event(2), at: "2026-05-31"),
    Row("under an order in place of a delegation", "zoe", for: "eve", order),
    Row("for whoever asked", "zoe", for: "ana", .event(2)),
    Row("by whoever asked", "ana", for: "ben", order),
    Row("by somebody with a right of their own", "eve", for: "ben", order),
    Row("for themselves", "zoe", for: "zoe", order),
    Row("for somebody without a right", "zoe", for: "kim", order),
  ]

  private static let text = """
    vekha: 1
    roadmap: {id: office, title: Office, language: en}
    people:
      ana: {name: Ana}
      ben: {substitutes: [{by: zoe, from: 2026-06-01, to: 2026-06-10, order: "15-k"}]}
      eve: {name: Eve}
      kim: {name: Kim}
      zoe: {keys: "KEY"}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: owner, route: adoption}}
    routes:
      adoption:
        separate: [requester, agree]
        steps: [{id: agree, by: [ana, ben, eve], delegate: true}]
    sections:
      - title: All
        measures: [{id: order, title: The order, kind: order, owners: [ana]}]
    """

  private let store = MemoryJournalStore()
  private var session: RunSession
  private let key: SigningKey
  private static let noon = Instant(rfc3339: "2026-06-02T12:00:00Z") ?? Instant(startOf: .latest)

  init() throws {
    key = try #require(SigningKey(secret: [UInt8](repeating: 7, count: 32)))
    let text = Self.text.replacing("KEY", with: key.publicKey.description)
    let compiled = compile(
      LoadedFile(name: "office.yaml", shownPath: "office.yaml", bytes: Array(text.utf8)),
      from: NoIncludes())
    try #require(!compiled.hasErrors, "\(compiled.diagnostics.map(\.message.en))")
    _ = try startRun(
      of: compiled, named: nil, by: Starter("ana"), in: store,
      Circumstances(now: Self.noon, request: .random()))
    session = try RunSession.open(nil, in: store)
    try send(.mandate(MandateAct(.delegation, by: "zoe")), by: "eve")
    try send(.mandate(MandateAct(.delegation, by: "kim")), by: "eve")
    try send(.revoke(act: "3", reason: "mistaken"), by: "eve")
    try send(.advance(measure: "order", transition: nil), by: "ana")
  }

  private mutating func send(_ act: Act, by person: String, at date: String? = nil) throws {
    let effective = date.flatMap { CivilDate(iso: $0) }.map { Instant(startOf: $0) }
    let outcome = try session.perform(
      Asking(act, by: person, effective: effective),
      Circumstances(now: Self.noon, request: .random()))
    try #require(outcome.isDone, "\(outcome)")
  }

  /// The fault of the journal once one more event stands there, under a request of its own.
  private func fault(_ event: Event, at date: String) throws -> Text? {
    let request = RequestID.random()
    let day = try #require(CivilDate(iso: date))
    let stamp = Stamp(
      effective: Instant(startOf: day), recorded: Self.noon, request: request,
      authentication: .asserted)
    let bytes = session.codec.encode([event], stamp, after: session.head, in: session.state)
    _ = try store.append(
      to: session.head.id, expecting: session.head.events, request: request,
      fingerprint: Digest(of: []), events: bytes)
    return try RunSession.audit(nil, in: store, against: nil).fault
  }

  private func vote(_ person: String, for principal: String, _ act: ActReference) throws -> Event {
    var vote = Event.Vote(
      round: 1, step: StepIndex(0), by: try session.roadmap.knownPerson(person),
      verdict: .approve, remarks: nil)
    vote.representation = Representation(
      of: try session.roadmap.knownPerson(principal), under: act)
    return .voted(MeasureIndex(0), vote)
  }

  @Test(arguments: [("ben", order, "2026-06-01"), ("eve", ActReference.event(2), "2026-06-03")])
  func `is told from a true one, which passes`(of: String, act: ActReference, at: String) throws {
    #expect(try fault(vote("zoe", for: of, act), at: at) == nil)
  }

  @Test(arguments: rows)
  func `is found by the audit`(row: Row) throws {
    #expect(try fault(vote(row.person, for: row.principal, row.act), at: row.at) != nil)
  }

  @Test func `cannot be asked for either`() throws {
    for row in Self.rows where row.person != row.principal {
      var session = session
      let day = try #require(CivilDate(iso: row.at))
      let isTrue =
        row.person == "zoe" && ["ben", "eve"].contains(row.principal)
        && row.at == "2026-06-03"
      guard !isTrue else { continue }
      let outcome = try session.perform(
        Asking(
          .vote(measure: "order", Act.Vote(.approve, for: row.principal)), by: row.person,
          effective: Instant(startOf: day)), Circumstances(now: Self.noon, request: .random()))
      #expect(outcome.isRefused, "\(row)")
    }
  }

  @Test func `is not what a deputy signed: the signature covers for whom and under which act`()
    throws
  {
    let request = RequestID.random()
    let stamp = Stamp(
      effective: Instant(startOf: try #require(CivilDate(iso: "2026-06-03"))),
      recorded: Self.noon, request: request, authentication: .signed)
    let codec = session.codec
    let bytes = try codec.encode(
      [try vote("zoe", for: "ben", Self.order)], stamp, after: session.head, in: session.state,
      signedBy: key)
    let signed = try codec.decode(try #require(bytes.first))
    #expect(
      codec.verifies(signed, after: session.head.hash, of: session.head.definition))
    let changed: [Event] = [
      try vote("zoe", for: "eve", .event(2)), try vote("zoe", for: "eve", Self.order),
      .voted(
        MeasureIndex(0),
        Event.Vote(
          round: 1, step: StepIndex(0), by: try session.roadmap.knownPerson("zoe"),
          verdict: .approve, remarks: nil)),
    ]
    for event in changed {
      let forged = EventRecord(
        number: signed.number, journal: signed.journal, stamp: signed.stamp, event: event,
        route: signed.route, signature: signed.signature)
      #expect(
        !codec.verifies(forged, after: session.head.hash, of: session.head.definition))
    }
    let elsewhere = EventRecord(
      number: signed.number, journal: .random(), stamp: signed.stamp, event: signed.event,
      route: signed.route, signature: signed.signature)
    #expect(!codec.verifies(elsewhere, after: session.head.hash, of: session.head.definition))
  }
}

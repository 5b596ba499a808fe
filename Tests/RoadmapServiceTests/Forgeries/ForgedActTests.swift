import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// Acts outside of the usual course that nobody may do so, written into a journal with every hash
/// as it should be.
@Suite struct `A forged act outside of the usual course` {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let deed: ExceptionalAct.Deed
    let measure: Int
    let person: String
    let reason: String?
    var testDescription: String { name }

    init(
      _ name: String, _ deed: ExceptionalAct.Deed, _ measure: Int, by person: String = "ana",
      reason: String? = "so"
    ) {
      (self.name, self.deed, self.measure, self.person, self.reason) =
        (name, deed, measure, person, reason)
    }
  }

  // The order is in its first round, the memo waits for it, the fair is held. States are planned,
  // doing, in-force, held; steps are check and agree.
  private static let (order, memo, fair) = (0, 1, 2)
  private static let waiting = ExceptionalAct.Deed.waive(.measure(MeasureIndex(0)))

  static let rows = [
    Row("waiving by somebody without the power", waiting, memo, by: "ben"),
    Row("waiving without a reason", waiting, memo, reason: nil),
    Row("waiving for a blank reason", waiting, memo, reason: " \n"),
    Row("waiving what is not waited for", waiting, fair),
    Row("waiving of a measure for itself", waiting, order),
    Row("skipping by an approver of the step", .skip(StepIndex(0), round: 1), order, by: "eve"),
    Row("skipping by whoever asked", .skip(StepIndex(1), round: 1), order, by: "ben"),
    Row("skipping in another round", .skip(StepIndex(0), round: 2), order),
    Row("skipping without a reason", .skip(StepIndex(0), round: 1), order, reason: nil),
    Row("skipping where no round is open", .skip(StepIndex(0), round: 1), memo),
    Row("cancelling by an owner", .cancel, order, by: "ben"),
    Row("cancelling what is over", .cancel, fair),
    Row("cancelling without ending the round", .cancel, order),
    Row("suspending by an approver", .suspend, order, by: "eve"),
    Row("resuming what goes on", .resume, order),
    Row("reopening by an owner", .reopen(to: StateIndex(1)), fair, by: "ben"),
    Row("reopening what goes on", .reopen(to: StateIndex(0)), order),
    Row("reopening into a done state", .reopen(to: StateIndex(3)), fair),
    Row("reopening into a state that was never reached", .reopen(to: StateIndex(2)), fair),
    Row("reopening without a reason", .reopen(to: StateIndex(1)), fair, reason: nil),
  ]

  static let trueRows = [
    Row("waiving", waiting, memo), Row("skipping", .skip(StepIndex(0), round: 1), order),
    Row("suspending", .suspend, order), Row("cancelling", .cancel, memo),
    Row("reopening", .reopen(to: StateIndex(1)), fair),
  ]

  private static let text = """
    vekha: 1
    roadmap: {id: office, title: Office, language: en}
    powers: {waive: ana, skip: ana, cancel: ana, suspend: ana, resume: ana, reopen: ana}
    people:
      ana: {keys: "KEY"}
      ben: {name: Ben}
      eve: {keys: "OTHER"}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, doing: {}, in-force: {done: true}, held: {done: true}}
        transitions:
          begin: {from: planned, to: doing, by: owner}
          adopt: {from: doing, to: in-force, by: owner, route: adoption}
          hold: {from: doing, to: held, by: owner}
    routes:
      adoption:
        signatures: optional
        steps: [{id: check, by: eve}, {id: agree, by: ana}]
    sections:
      - title: All
        measures:
          - {id: order, title: The order, kind: order, owners: [ben]}
          - {id: memo, title: A memo, kind: order, owners: [ben], after: order}
          - {id: fair, title: The fair, kind: order, owners: [ben]}
    """

  private let store = MemoryJournalStore()
  private var session: RunSession
  private let (key, other): (SigningKey, SigningKey)
  private static let noon = Instant(rfc3339: "2026-06-02T12:00:00Z") ?? Instant(startOf: .latest)

  init() throws { try self.init(signatures: "optional") }

  private init(signatures: String) throws {
    key = try #require(SigningKey(secret: [UInt8](repeating: 7, count: 32)))
    other = try #require(SigningKey(secret: [UInt8](repeating: 8, count: 32)))
    let text = Self.text.replacing("KEY", with: key.publicKey.description)
      .replacing("OTHER", with: other.publicKey.description)
      .replacing("signatures: optional", with: "signatures: \(signatures)")
    let compiled = compile(
      LoadedFile(name: "office.yaml", shownPath: "office.yaml", bytes: Array(text.utf8)),
      from: NoIncludes())
    try #require(!compiled.hasErrors, "\(compiled.diagnostics.map(\.message.en))")
    _ = try startRun(
      of: compiled, named: nil, by: Starter("ana"), in: store,
      Circumstances(now: Self.noon, request: .random()))
    session = try RunSession.open(nil, in: store)
    for (measure, transition) in [
      ("order", "begin"), ("order", "adopt"), ("fair", "begin"), ("fair", "hold"),
    ] { try send(.advance(measure: measure, transition: transition), by: "ben") }
  }

  private mutating func send(_ act: Act, by person: String) throws {
    let outcome = try session.perform(
      Asking(act, by: person), Circumstances(now: Self.noon, request: .random()))
    try #require(outcome.isDone, "\(outcome)")
  }

  private func event(_ row: Row) throws -> Event {
    .exceptional(
      ExceptionalAct(
        row.deed, on: MeasureIndex(row.measure), reason: row.reason,
        by: try session.roadmap.knownPerson(row.person)))
  }

  /// The fault of the journal once these events stand there, too, in one request.
  private func fault(_ events: [Event]) throws -> Text? {
    let request = RequestID.random()
    let stamp = Stamp(
      effective: Self.noon, recorded: Self.noon, request: request, authentication: .asserted)
    let bytes = session.codec.encode(events, stamp, after: session.head, in: session.state)
    _ = try store.append(
      to: session.head.id, expecting: session.head.events, request: request,
      fingerprint: Digest(of: []), events: bytes)
    return try RunSession.audit(nil, in: store, against: nil).fault
  }

  @Test(arguments: trueRows) func `is told from a true one, which passes`(row: Row) throws {
    #expect(try fault([event(row)]) == nil)
  }

  @Test(arguments: rows) func `is found by the audit`(row: Row) throws {
    #expect(try fault([event(row)]) != nil)
  }

  @Test func `is found where the round ends by a cancelling that nobody did`() throws {
    let closed = Event.roundClosed(
      MeasureIndex(0), round: 1, outcome: .cancelled, by: try session.roadmap.knownPerson("ana"),
      remarks: nil)
    #expect(try fault([closed]) != nil)
    let again = try Self()
    let cancelled = try again.event(Row("", .cancel, Self.order))
    #expect(try again.fault([cancelled, closed]) == nil)
  }

  @Test(arguments: ["suspend", "cancel"])
  func `is found where a measure goes on that must not`(deed: String) throws {
    let ben = try session.roadmap.knownPerson("ben")
    let moved = Event.moved(
      MeasureIndex(2), TransitionIndex(0), from: StateIndex(0), to: StateIndex(1), cause: .direct,
      by: ben)
    let reopened = Act.exceptional(
      ExceptionalWords(.reopen(to: "planned"), on: "fair", reason: "so"))
    var free = try Self()
    try free.send(reopened, by: "ana")
    #expect(try free.fault([moved]) == nil)
    var held = try Self()
    try held.send(reopened, by: "ana")
    try held.send(
      .exceptional(
        ExceptionalWords(deed == "cancel" ? .cancel : .suspend, on: "fair", reason: "so")),
      by: "ana")
    #expect(try held.fault([moved]) != nil)
  }

  @Test func `is not what somebody signed: the signature covers all of an act and its place`()
    throws
  {
    let codec = session.codec
    let ben = try session.roadmap.knownPerson("ben")
    for row in Self.trueRows {
      let stamp = Stamp(
        effective: Self.noon, recorded: Self.noon, request: .random(), authentication: .signed)
      let bytes = try codec.encode(
        [try event(row)], stamp, after: session.head, in: session.state, signedBy: key)
      let signed = try codec.decode(try #require(bytes.first))
      let (hash, definition) = (session.head.hash, session.head.definition)
      #expect(codec.verifies(signed, after: hash, of: definition))
      guard case .exceptional(let act) = signed.event else { throw RowIsNoAct() }
      let deed: ExceptionalAct.Deed =
        switch act.deed {
        case .waive: .waive(.measure(MeasureIndex(2)))
        case .skip: .skip(StepIndex(1), round: 1)
        case .suspend: .cancel
        case .cancel: .suspend
        case .resume: .suspend
        case .reopen: .reopen(to: StateIndex(0))
        }
      let changed = [
        ExceptionalAct(deed, on: act.measure, reason: act.reason, by: act.person),
        ExceptionalAct(act.deed, on: act.measure, reason: "another", by: act.person),
        ExceptionalAct(act.deed, on: act.measure, reason: act.reason, by: ben),
        ExceptionalAct(
          act.deed, on: MeasureIndex((act.measure.position + 1) % 3), reason: act.reason,
          by: act.person),
      ]
      func forged(_ act: ExceptionalAct, number: EventNumber, journal: JournalID) -> EventRecord {
        EventRecord(
          number: number, journal: journal, stamp: signed.stamp, event: .exceptional(act),
          route: signed.route, signature: signed.signature)
      }
      for act in changed {
        let record = forged(act, number: signed.number, journal: signed.journal)
        #expect(!codec.verifies(record, after: hash, of: definition), "\(row) \(act)")
      }
      // Neither does it hold once more, later or in another run.
      let again = forged(act, number: signed.number + 1, journal: signed.journal)
      #expect(!codec.verifies(again, after: hash, of: definition))
      #expect(!codec.verifies(signed, after: Digest(of: [1]), of: definition))
      #expect(!codec.verifies(signed, after: hash, of: Digest(of: [1])))
      let elsewhere = forged(act, number: signed.number, journal: .random())
      #expect(!codec.verifies(elsewhere, after: hash, of: definition))
    }
  }

  private struct RowIsNoAct: Error {}

  @Test func `is refused where a route wants it signed, without the right key`() throws {
    var office = try Self(signatures: "required")
    let skip = Asking(
      .exceptional(ExceptionalWords(.skip(step: "check"), on: "order", reason: "so")), by: "ana")
    let unsigned = try office.session.perform(
      skip, Circumstances(now: Self.noon, request: .random()))
    #expect(unsigned.isRefused)
    #expect(throws: ServiceError.self) {
      try office.session.perform(
        skip, Circumstances(now: Self.noon, request: .random(), signer: office.other))
    }
    let act = try office.event(Row("", .skip(StepIndex(0), round: 1), Self.order))
    #expect(try Self(signatures: "required").fault([act]) != nil)
    let signed = try office.session.perform(
      skip, Circumstances(now: Self.noon, request: .random(), signer: office.key))
    #expect(signed.isDone)
    #expect(try RunSession.audit(nil, in: office.store, against: nil).fault == nil)
  }
}

import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// A run in which decisions must be signed: one round of the order was returned, the second is open,
/// and so is the first of the memo.
struct SignedOffice {
  /// The keys of the people, from fixed secrets; `old` and `new` are Ben's, too, at other times.
  static let keys: [String: SigningKey] = {
    let names = ["ana", "ben", "eve", "kim", "zoé", "zoe\u{301}x", "old", "new", "nobody"]
    var keys: [String: SigningKey] = [:]
    for (number, name) in names.enumerated() {
      keys[name] = SigningKey(secret: [UInt8](repeating: UInt8(number + 1), count: 32))
    }
    return keys
  }()

  static func key(_ name: String) throws -> SigningKey { try #require(keys[name]) }

  static let now = Instant(rfc3339: "2026-06-01T12:00:00Z") ?? Instant(startOf: .latest)

  /// The file; `twin` is an id that looks like `zoé` and has other bytes.
  static func text(benKey: String = "ben") throws -> String {
    func public_(_ name: String) throws -> String { "\"\(try key(name).publicKey)\"" }
    return """
      vekha: 1
      roadmap: {id: office, title: Office, language: en}
      people:
        ana: {name: Ana, keys: \(try public_("ana"))}
        ben:
          keys:
            - \(try public_(benKey))
            - {key: \(try public_("old")), valid: ../2026-05-31}
            - {key: \(try public_("new")), valid: 2026-06-02/..}
        eve: {name: Eve, keys: \(try public_("eve"))}
        kim: {name: Kim, keys: \(try public_("kim"))}
        zoé: {keys: \(try public_("zoé"))}
        zoe\u{301}: {keys: \(try public_("zoe\u{301}x"))}
      kinds: {order: {title: Order, lifecycle: paper}}
      lifecycles:
        paper:
          initial: planned
          states: {planned: {}, in-force: {done: true}}
          transitions: {adopt: {from: planned, to: in-force, by: owner, route: adoption}}
      routes:
        adoption:
          signatures: required
          steps:
            - {id: agree, by: [ben, eve, zoé], quorum: 2}
            - {id: sign, by: kim}
      sections:
        - number: "1"
          title: All
          measures:
            - {id: order, number: "1", title: The order, kind: order, owners: [ana]}
            - {id: memo, number: "2", title: The memo, kind: order, owners: [ana]}
      """
  }

  static func compiled(benKey: String = "ben") throws -> CompiledRoadmap {
    let bytes = Array(try text(benKey: benKey).utf8)
    let compiled = compile(
      LoadedFile(name: "office.yaml", shownPath: "office.yaml", bytes: bytes), from: NoIncludes())
    try #require(!compiled.hasErrors, "\(compiled.diagnostics.map(\.message.en))")
    return compiled
  }

  let store = MemoryJournalStore()
  var session: RunSession

  init() throws {
    let circumstances = Circumstances(
      now: Self.now, request: .random(), signer: try Self.key("ana"))
    _ = try startRun(
      of: try Self.compiled(), named: nil, by: Starter("ana"), in: store, circumstances)
    session = try RunSession.open(nil, in: store)
    try send(.advance(measure: "order", transition: nil), by: "ana", signed: false)
    try send(.approve(measure: "order", step: nil, remarks: nil), by: "ben")
    try send(.returnForRework(measure: "order", step: nil, remarks: "too long"), by: "eve")
    try send(.advance(measure: "order", transition: nil), by: "ana")
    try send(.advance(measure: "memo", transition: nil), by: "ana", signed: false)
    try send(.setField(measure: "order", name: "sum", value: "12"), by: "ana", signed: false)
  }

  /// Carries out an act, which must succeed.
  mutating func send(_ act: Act, by person: String, signed: Bool = true) throws {
    let circumstances = Circumstances(
      now: Self.now, request: .random(), signer: signed ? try Self.key(person) : nil)
    let outcome = try session.perform(Asking(act, by: person), circumstances)
    try #require(outcome.isDone, "\(outcome)")
  }

  static func audit(
    _ store: some JournalStore, _ kept: [SignedCheckpoint] = []
  ) throws -> RunAudit {
    try RunSession.audit(nil, in: store, against: nil, kept)
  }

  /// The events of the journal, those of each request together.
  func groups() throws -> [[EventRecord]] {
    var groups: [[EventRecord]] = []
    for stored in try store.events(of: session.head.id, from: 1, limit: 1000) {
      let record = try session.codec.decode(stored.bytes)
      if let last = groups.last?.last, last.stamp.request == record.stamp.request {
        groups[groups.count - 1].append(record)
      } else {
        groups.append([record])
      }
    }
    return groups
  }

  /// A store that holds these events as if they had been written there, with every hash and every
  /// record of a request as they should be.
  func planted(
    _ groups: [[[UInt8]]], requests: [RequestID], as head: JournalHead? = nil,
    definition: [UInt8]? = nil
  ) throws -> MemoryJournalStore {
    let head = head ?? session.head
    let planted = MemoryJournalStore()
    let definition = try definition ?? store.definition(session.head.definition)
    let none = Digest(of: [])
    for (group, request) in zip(groups, requests) {
      if try planted.journals().isEmpty {
        let journal = try NewJournal(
          id: head.id, name: head.name, definition: definition, events: group)
        _ = try planted.create(journal, request: request, fingerprint: none)
      } else {
        let end = try planted.head(of: head.id)
        _ = try planted.append(
          to: head.id, expecting: end.events, request: request, fingerprint: none, events: group)
      }
    }
    return planted
  }

  /// The same for events as records.
  func planted(_ groups: [[EventRecord]]) throws -> MemoryJournalStore {
    try planted(
      groups.map { $0.map { session.codec.encode($0) } },
      requests: try groups.map { try #require($0.first).stamp.request })
  }
}

import CivilTime
import RoadmapEngine
import RoadmapModel
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// Ben's approval of the order in its second round, about to be journalled at the end.
struct Attempt {
  let office: SignedOffice
  let record: EventRecord
  static let request = RequestID("the-attempt")

  init() throws {
    office = try SignedOffice()
    let session = office.session
    let person = try session.roadmap.knownPerson("ben")
    let command = Command.approve(
      try session.roadmap.knownMeasure("order"), step: nil, remarks: nil, by: person)
    let key = try SignedOffice.key("ben").publicKey
    let decision = session.engine.decide(
      command, in: session.state, at: SignedOffice.now, vouched: .signature(key))
    let records = session.codec.records(
      of: decision.events, Self.stamp(try #require(Self.request)), after: session.head,
      in: session.state)
    try #require(records.count == 1)
    record = try #require(records.first).signed(ActSignature(key: key, bytes: []))
  }

  static func stamp(
    _ request: RequestID, effective: Instant = SignedOffice.now,
    recorded: Instant = SignedOffice.now, _ authentication: Authentication = .signed
  ) -> Stamp {
    Stamp(
      effective: effective, recorded: recorded, request: request, authentication: authentication)
  }

  /// What Ben signs, or something like it.
  func message(
    of event: Event? = nil, stamp: Stamp? = nil, number: EventNumber? = nil,
    journal: JournalID? = nil, definition: Digest? = nil, after previous: Digest? = nil,
    key: PublicKey? = nil, seen: [UInt8]? = nil
  ) throws -> [UInt8] {
    let head = office.session.head
    let changed = EventRecord(
      number: number ?? record.number, journal: journal ?? record.journal,
      stamp: stamp ?? record.stamp, event: event ?? record.event, route: record.route,
      signature: ActSignature(
        key: try key ?? SignedOffice.key("ben").publicKey, bytes: []))
    return SignedAct(
      journal: changed.journal, definition: definition ?? head.definition, number: changed.number,
      previous: previous ?? head.hash,
      seen: try seen ?? Self.seen(in: changed.event),
      event: office.session.codec.encode(changed, withSignature: false)
    ).message
  }

  /// Ben's vote as it might have been.
  func vote(
    measure: String = "order", round: Int = 2, step: Int = 0, by person: String = "ben",
    _ verdict: Verdict = .approve, remarks: String? = nil
  ) throws -> Event {
    .voted(
      try office.session.roadmap.knownMeasure(measure),
      Event.Vote(
        round: round, step: StepIndex(step),
        by: try office.session.roadmap.knownPerson(person), verdict: verdict, remarks: remarks,
        seen: digest))
  }

  /// What Ben decides on, as the journal says.
  var digest: ContentDigest? {
    if case .voted(_, let vote) = record.event { vote.seen } else { nil }
  }

  private static func seen(in event: Event) throws -> [UInt8] {
    guard case .voted(_, let vote) = event, let seen = vote.seen else { return [] }
    return try #require(Digest(hex: seen.hex)).bytes
  }

  /// A signature by somebody's key.
  func signature(by name: String = "ben", of message: [UInt8]) throws -> Forgery {
    let key = try SignedOffice.key(name)
    return Forgery(key: key.publicKey, bytes: try key.signature(of: message))
  }

  /// The right signature, which no forger has.
  func honest() throws -> Forgery { try signature(of: try message()) }

  /// A signature that claims to be by Ben's key.
  func claimed(_ bytes: [UInt8]) throws -> Forgery {
    Forgery(key: try SignedOffice.key("ben").publicKey, bytes: bytes)
  }
}

/// What somebody presents as a signature.
struct Forgery: Signer {
  let key: PublicKey
  let bytes: [UInt8]

  var publicKey: PublicKey { key }

  /// The same, whatever is to be signed.
  func signature(of message: [UInt8]) -> [UInt8] { bytes }
}

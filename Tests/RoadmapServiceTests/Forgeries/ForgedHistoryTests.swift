import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// Whole journals written anew, with every hash, number and record of a request as they should be.
@Suite struct `A forged history` {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout [[EventRecord]]) throws -> Void
    var testDescription: String { name }

    init(_ name: String, _ change: @escaping @Sendable (inout [[EventRecord]]) throws -> Void) {
      (self.name, self.change) = (name, change)
    }
  }

  // The requests: 0 start, 1 round 1, 2 Ben approves, 3 Eve returns, 4 round 2 (signed by Ana),
  // 5 the memo's round, 6 a field of the order, 7 Eve approves, 8 Ben approves the memo.
  static let rows = [
    Row("in which two votes change places") { $0.swapAt(7, 8) },
    Row("in which a vote and a request change places") { $0.swapAt(5, 7) },
    Row("in which a signed vote is dropped before another") { $0.remove(at: 7) },
    Row("in which an unsigned request before a vote is dropped") { $0.remove(at: 5) },
    Row("in which a returned round never was") { $0.removeSubrange(1...4) },
    Row("in which a vote comes twice in its request") { $0[8] += $0[8] },
    Row("in which a vote comes twice, the second time under a request of its own") {
      $0.append(try $0[8].map { try $0.restamped(.random()) })
    },
    Row("in which a vote of the first round comes again") {
      $0.append(try $0[2].map { try $0.restamped(.random()) })
    },
    Row("in which an unsigned event before a vote has another time") {
      $0[5] = try $0[5].map { try $0.restamped($0.stamp.request, at: "2026-01-01T00:00:00Z") }
    },
    Row("in which an unsigned event before a vote has another request") {
      let request = RequestID.random()
      $0[5] = try $0[5].map { try $0.restamped(request) }
    },
    Row("in which a signature stands on what the vote brought about") {
      let vote = try #require($0[3].first)
      let closing = $0[3][1].signed(try #require(vote.signature))
      $0[3][1] = closing
    },
    Row("in which what a vote brought about is not said to be signed") {
      $0[3][1] = try $0[3][1].restamped($0[3][1].stamp.request, .asserted)
    },
    Row("in which a vote took a signature away from another") {
      let signature = try #require($0[8].first?.signature)
      $0[7] = $0[7].map { $0.signed(signature) }
    },
    Row("in which a vote is not signed") {
      $0[7] = try $0[7].map {
        try $0.without().restamped($0.stamp.request, .asserted)
      }
    },
    Row("in which a request that was signed is not, with votes after it") {
      $0[4] = try $0[4].map { try $0.without().restamped($0.stamp.request, .asserted) }
    },
    Row("in which the start was signed by nobody") {
      $0[0] = try $0[0].map { try $0.without().restamped($0.stamp.request, .asserted) }
    },
  ]

  private static func office() throws -> SignedOffice {
    var office = try SignedOffice()
    try office.send(.approve(measure: "order", step: nil, remarks: nil), by: "eve")
    try office.send(.approve(measure: "memo", step: nil, remarks: "good"), by: "ben")
    return office
  }

  @Test func `is told from the true one, which passes written anew`() throws {
    let office = try Self.office()
    let groups = try office.groups()
    #expect(groups.count == 9)
    let audit = try SignedOffice.audit(try office.planted(groups))
    #expect(audit.fault == nil)
    #expect(audit.checkpoint == (try SignedOffice.audit(office.store)).checkpoint)
  }

  @Test(arguments: rows)
  func `is found by the audit`(row: Row) throws {
    let office = try Self.office()
    var groups = try office.groups()
    try row.change(&groups)
    let planted = try office.planted(try Self.renumbered(groups))
    #expect(try SignedOffice.audit(planted).fault != nil)
  }

  private static func renumbered(_ groups: [[EventRecord]]) throws -> [[EventRecord]] {
    var number: EventNumber = 0
    return groups.map { group in
      group.map { record in
        number += 1
        return record.moved(to: number, in: record.journal)
      }
    }
  }

  @Test func `of another run of the same name is found by the audit`() throws {
    let office = try Self.office()
    let head = JournalHead(
      id: .random(), name: office.session.head.name, definition: office.session.head.definition,
      events: 0, hash: Digest(of: []))
    let groups = try office.groups().map { $0.map { $0.moved(to: $0.number, in: head.id) } }
    let planted = try office.planted(
      groups.map { $0.map { office.session.codec.encode($0) } },
      requests: try groups.map { try #require($0.first).stamp.request }, as: head)
    #expect(try SignedOffice.audit(planted).fault?.en.contains("event 1: the signature") == true)
  }

  /// Another definition gives Ben a key of the forger's, who can sign in his name from then on.
  @Test func `over another definition is found by the audit`() throws {
    let office = try Self.office()
    let definition = Definition(of: try SignedOffice.compiled(benKey: "nobody")).bytes
    let groups = try office.groups()
    let planted = try office.planted(
      groups.map { $0.map { office.session.codec.encode($0) } },
      requests: try groups.map { try #require($0.first).stamp.request }, definition: definition)
    #expect(try SignedOffice.audit(planted).fault?.en.contains("event 1: the signature") == true)
  }

  /// Whoever holds every key can write a history that is right in itself: a checkpoint shows it.
  @Test func `that is right in itself contradicts a checkpoint that was kept`() throws {
    let office = try Self.office()
    let kept = SignedCheckpoint(try SignedOffice.audit(office.store).checkpoint)
    let groups = try office.groups()
    let shorter = try office.planted(Array(groups.dropLast()))
    #expect(try SignedOffice.audit(shorter).fault == nil, "a cut-off end alone is not seen")
    #expect(try SignedOffice.audit(shorter, [kept]).fault?.en.contains("cut off") == true)

    let attempt = try Attempt()
    let forgery = try attempt.honest()
    let fork = try attempt.planted(forgery)
    #expect(try SignedOffice.audit(fork).fault == nil)
    let point = SignedCheckpoint(try SignedOffice.audit(fork).checkpoint)
    #expect(try SignedOffice.audit(fork, [point]).fault == nil)
    #expect(try SignedOffice.audit(fork, [kept]).fault?.en.contains("another run") == true)
  }

  @Test func `of a fork contradicts a checkpoint of the other branch`() throws {
    let office = try Self.office()
    let groups = try office.groups()
    var other = office
    try other.session = RunSession.open(
      nil, in: try office.planted(Array(groups.dropLast())))
    var session = other.session
    let outcome = try session.perform(
      Asking(.approve(measure: "memo", step: nil, remarks: "bad"), by: "ben"),
      Circumstances(
        now: SignedOffice.now, request: .random(), signer: try SignedOffice.key("ben")))
    #expect(outcome.isDone)
    let fork = SignedCheckpoint(
      try RunSession.audit(nil, in: session.store, against: nil).checkpoint)
    let fault = try SignedOffice.audit(office.store, [fork]).fault
    #expect(fault?.en.contains("history was replaced") == true)
  }
}

extension EventRecord {
  /// The record in another place.
  fileprivate func moved(to number: EventNumber, in journal: JournalID) -> EventRecord {
    EventRecord(
      number: number, journal: journal, stamp: stamp, event: event, route: route,
      signature: signature)
  }

  /// The record with another stamp.
  fileprivate func restamped(
    _ request: RequestID, at time: String? = nil, _ authentication: Authentication? = nil
  ) throws -> EventRecord {
    let effective = try time.map { try #require(Instant(rfc3339: $0)) }
    return EventRecord(
      number: number, journal: journal,
      stamp: Stamp(
        effective: effective ?? stamp.effective, recorded: stamp.recorded, request: request,
        authentication: authentication ?? stamp.authentication),
      event: event, route: route, signature: signature)
  }

  /// The record without its signature.
  fileprivate func without() -> EventRecord {
    EventRecord(number: number, journal: journal, stamp: stamp, event: event, route: route)
  }
}

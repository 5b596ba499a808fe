import CivilTime
import RoadmapEngine
import RoadmapModel
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// Signatures that are not Ben's signature of this vote in this place.
@Suite struct `A forged signature of a vote` {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let forge: @Sendable (Attempt) throws -> Forgery
    var testDescription: String { name }

    init(_ name: String, _ forge: @escaping @Sendable (Attempt) throws -> Forgery) {
      (self.name, self.forge) = (name, forge)
    }
  }

  /// By other keys.
  static let keys = [
    Row("by another person's key, under that key") {
      let key = try SignedOffice.key("eve").publicKey
      return try $0.signature(by: "eve", of: $0.message(key: key))
    },
    Row("by a key that nobody has") {
      let key = try SignedOffice.key("nobody").publicKey
      return try $0.signature(by: "nobody", of: $0.message(key: key))
    },
    Row("by another person's key, under Ben's") {
      try $0.claimed($0.signature(by: "eve", of: $0.message()).bytes)
    },
    Row("by the key of somebody whose name only looks different") {
      let key = try SignedOffice.key("zoe\u{301}x").publicKey
      return try $0.signature(by: "zoe\u{301}x", of: $0.message(key: key))
    },
    Row("by a key that was withdrawn the day before") {
      let key = try SignedOffice.key("old").publicKey
      return try $0.signature(by: "old", of: $0.message(key: key))
    },
    Row("by a key that counts from the next day on") {
      let key = try SignedOffice.key("new").publicKey
      return try $0.signature(by: "new", of: $0.message(key: key))
    },
  ]

  /// By Ben's key, of something else.
  static let contexts = [
    Row("Ben's signature of the first round again") { attempt in
      let old = try #require(attempt.office.groups().joined().first { $0.number == 3 })
      return try attempt.claimed(try #require(old.signature).bytes)
    },
    Row("of another measure") {
      try $0.signature(of: $0.message(of: $0.vote(measure: "memo", round: 2)))
    },
    Row("of another step") { try $0.signature(of: $0.message(of: $0.vote(step: 1))) },
    Row("of another round") { try $0.signature(of: $0.message(of: $0.vote(round: 1))) },
    Row("of the round after") { try $0.signature(of: $0.message(of: $0.vote(round: 3))) },
    Row("of a rejection") { try $0.signature(of: $0.message(of: $0.vote(.reject))) },
    Row("of a return") { try $0.signature(of: $0.message(of: $0.vote(.returnForRework))) },
    Row("of an approval with remarks") {
      try $0.signature(of: $0.message(of: $0.vote(.approveWithRemarks, remarks: "but")))
    },
    Row("of a vote in another name") {
      try $0.signature(of: $0.message(of: $0.vote(by: "eve")))
    },
    Row("of another run of the same roadmap") {
      try $0.signature(of: $0.message(journal: .random()))
    },
    Row("of another definition") { try $0.signature(of: $0.message(definition: Digest(of: [1]))) },
    Row("of an earlier number") { try $0.signature(of: $0.message(number: 3)) },
    Row("of the next number") { try $0.signature(of: $0.message(number: $0.record.number + 1)) },
    Row("after another history") { try $0.signature(of: $0.message(after: Digest(of: [7]))) },
    Row("of another effective time") {
      let early = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
      let stamp = Attempt.stamp($0.record.stamp.request, effective: early)
      return try $0.signature(of: $0.message(stamp: stamp))
    },
    Row("of another recorded time") {
      let early = try #require(Instant(rfc3339: "2026-06-01T11:59:59Z"))
      let stamp = Attempt.stamp($0.record.stamp.request, recorded: early)
      return try $0.signature(of: $0.message(stamp: stamp))
    },
    Row("of another request") {
      try $0.signature(of: $0.message(stamp: Attempt.stamp(.random())))
    },
    Row("of a vote that is not said to be signed") {
      let stamp = Attempt.stamp($0.record.stamp.request, .asserted)
      return try $0.signature(of: $0.message(stamp: stamp))
    },
    Row("of a vote under another of Ben's keys") {
      try $0.signature(of: $0.message(key: SignedOffice.key("old").publicKey))
    },
    Row("of other things seen") { try $0.signature(of: $0.message(seen: [1, 2, 3])) },
    Row("of nothing seen") { try $0.signature(of: $0.message(seen: [])) },
    Row("of an earlier revision") {
      try $0.signature(of: $0.message(seen: Digest(of: Array("11".utf8)).bytes))
    },
    Row("of the event's bytes alone") {
      try $0.signature(of: $0.office.session.codec.encode($0.record, withSignature: false))
    },
    Row("of a digest of the message") {
      try $0.signature(of: Digest(of: $0.message()).bytes)
    },
    Row("of nothing") { try $0.signature(of: []) },
    Row("of a checkpoint of the same journal") {
      let audit = try SignedOffice.audit($0.office.store)
      return try $0.signature(of: Array(audit.checkpoint.text.utf8))
    },
  ]

  private static let identity = [1] + [UInt8](repeating: 0, count: 31)

  /// The right signature, changed, or bytes that are none.
  static let bytes = [
    Row("with a bit of the point flipped") { try $0.changed { $0[0] ^= 1 } },
    Row("with the sign of the point flipped") { try $0.changed { $0[31] ^= 0x80 } },
    Row("with a bit of the scalar flipped") { try $0.changed { $0[32] ^= 1 } },
    Row("with the highest bit of the scalar set") { try $0.changed { $0[63] |= 0x80 } },
    Row("with the order of the group added to the scalar") {
      try $0.changed { $0 = $0[..<32] + Scalar.addingOrder(to: $0[32...]) }
    },
    Row("with the scalar negated") {
      try $0.changed { $0 = $0[..<32] + Scalar.negated($0[32...]) }
    },
    Row("with its halves swapped") { try $0.changed { $0 = Array($0[32...]) + $0[..<32] } },
    Row("with the neutral point and no scalar") {
      try $0.claimed(identity + [UInt8](repeating: 0, count: 32))
    },
    Row("with the neutral point and the right scalar") {
      try $0.changed { $0 = identity + $0[32...] }
    },
    Row("with a point that is not in canonical form") {
      try $0.changed {
        $0 = [0xEE] + [UInt8](repeating: 0xFF, count: 30) + [0x7F] + $0[32...]
      }
    },
    Row("of zeros") { try $0.claimed([UInt8](repeating: 0, count: 64)) },
    Row("of ones") { try $0.claimed([UInt8](repeating: 0xFF, count: 64)) },
    Row("without its last byte") { try $0.changed { $0.removeLast() } },
    Row("with a byte too many") { try $0.changed { $0.append(0) } },
    Row("twice in a row") { try $0.changed { $0 += $0 } },
    Row("that is empty") { try $0.claimed([]) },
    Row("that is the public key twice") {
      let key = try SignedOffice.key("ben").publicKey
      return try $0.claimed(key.bytes + key.bytes)
    },
  ]

  static let all = keys + contexts + bytes

  @Test func `the right one is accepted by the command and by the audit`() throws {
    let attempt = try Attempt()
    let forgery = try attempt.honest()
    let planted = try attempt.planted(forgery)
    #expect(try SignedOffice.audit(planted).fault == nil)
    #expect(try attempt.perform(forgery).isDone)
    #expect(try SignedOffice.audit(attempt.office.store).fault == nil)
  }

  @Test(arguments: all)
  func `is refused by the command, and nothing is written`(row: Row) throws {
    let attempt = try Attempt()
    let forgery = try row.forge(attempt)
    #expect(throws: ServiceError.self) { try attempt.perform(forgery) }
    let head = try attempt.office.store.head(of: attempt.office.session.head.id)
    #expect(head == attempt.office.session.head)
  }

  @Test(arguments: all)
  func `is found by the audit, planted with hashes that fit`(row: Row) throws {
    let attempt = try Attempt()
    let planted = try attempt.planted(try row.forge(attempt))
    let audit = try SignedOffice.audit(planted)
    #expect(audit.fault != nil)
    #expect(audit.events == attempt.office.session.head.events)
  }
}

extension Attempt {
  /// The right signature, changed.
  func changed(_ change: (inout [UInt8]) -> Void) throws -> Forgery {
    var bytes = try honest().bytes
    change(&bytes)
    return try claimed(bytes)
  }

  /// Ben approves, and this is presented as his signature.
  func perform(_ forgery: Forgery) throws -> Outcome {
    var session = office.session
    let request = try #require(Attempt.request)
    return try session.perform(
      Asking(.approve(measure: "order", step: nil, remarks: nil), by: "ben"),
      Circumstances(now: SignedOffice.now, request: request, signer: forgery))
  }

  /// The journal with the vote at its end, which carries this as its signature.
  func planted(_ forgery: Forgery) throws -> MemoryJournalStore {
    let vote = record.signed(ActSignature(key: forgery.key, bytes: forgery.bytes))
    return try office.planted(try office.groups() + [[vote]])
  }
}

/// Arithmetic on the scalar of a signature, 32 bytes, the least significant first.
enum Scalar {
  private static let order: [UInt8] =
    [
      0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE,
      0x14,
    ] + [UInt8](repeating: 0, count: 15) + [0x10]

  /// The scalar plus the order of the group, which stands for the same.
  static func addingOrder(to scalar: some Collection<UInt8>) -> [UInt8] {
    var carry = 0
    return zip(scalar, order).map { digit, other in
      let sum = Int(digit) + Int(other) + carry
      carry = sum >> 8
      return UInt8(truncatingIfNeeded: sum)
    }
  }

  /// The order of the group minus the scalar.
  static func negated(_ scalar: some Collection<UInt8>) -> [UInt8] {
    var borrow = 0
    return zip(order, scalar).map { digit, other in
      let difference = Int(digit) - Int(other) - borrow
      borrow = difference < 0 ? 1 : 0
      return UInt8(truncatingIfNeeded: difference)
    }
  }
}

import Bilingual
import RoadmapEngine
import RoadmapModel
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

/// The bytes of Ben's signed vote, changed, with hashes that fit.
@Suite struct `A forged event` {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let part: String
    let other: String
    var testDescription: String { name }

    init(_ name: String, _ part: String, _ other: String) {
      (self.name, self.part, self.other) = (name, part, other)
    }
  }

  private static let weak = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

  /// `KEY`, `SIGNATURE` and `SEEN` stand for those of the vote.
  static let rows = [
    Row("that says that it is not signed", #""auth":"signed""#, #""auth":"asserted""#),
    Row("that rests on a token", #""auth":"signed""#, #""auth":"token""#),
    Row("without the signature", #","signature":"SIGNATURE""#, ""),
    Row("without the key", #""key":"KEY","#, ""),
    Row("with an empty signature", "SIGNATURE", ""),
    Row("with a signature that is a number", #""SIGNATURE""#, "1"),
    Row("with a signature that is null", #""SIGNATURE""#, "null"),
    Row("with a space in the signature", "SIGNATURE", " SIGNATURE"),
    Row("with an escaped signature", "SIGNATURE", #"\u0041"#),
    Row("with a second signature", #""signature":"#, #""signature":"","signature":"#),
    Row("with a key of small order", "KEY", "ed25519:\(weak)"),
    Row("with a key in capitals", "ed25519:", "ED25519:"),
    Row("with a key of another kind", "ed25519:", "ecdsa:"),
    Row("by another person", #""by":"ben""#, #""by":"eve""#),
    Row("of another measure", #""measure":"order""#, #""measure":"memo""#),
    Row("of another round", #""round":2"#, #""round":1"#),
    Row("of another step", #""step":"agree""#, #""step":"sign""#),
    Row("with another decision", #""decision":"approve""#, #""decision":"reject""#),
    Row("with remarks", #""request""#, #""remarks":"but","request""#),
    Row("with another effective time", #""at":"2026-06-01T12"#, #""at":"2026-06-01T11"#),
    Row("with another request", "the-attempt", "the-other-1"),
    Row("with another number", #""n":9"#, #""n":10"#),
    Row("of another revision", "SEEN", String(repeating: "0", count: 64)),
    Row("of nothing seen", #""seen":"SEEN","#, ""),
    Row("with a member more", #""key""#, #""extra":1,"key""#),
    Row("of another version", #""v":1"#, #""v":2"#),
  ]

  private static func vote() throws -> (attempt: Attempt, text: String) {
    let attempt = try Attempt()
    let honest = try attempt.honest()
    let record = attempt.record.signed(ActSignature(key: honest.key, bytes: honest.bytes))
    let bytes = attempt.office.session.codec.encode(record)
    return (attempt, String(decoding: bytes, as: UTF8.self))
  }

  private static func audit(_ text: String, in attempt: Attempt) throws -> RunAudit {
    let groups = try attempt.office.groups()
    let codec = attempt.office.session.codec
    let planted = try attempt.office.planted(
      groups.map { $0.map { codec.encode($0) } } + [[Array(text.utf8)]],
      requests: try groups.map { try #require($0.first).stamp.request } + [
        try #require(Attempt.request)
      ])
    return try SignedOffice.audit(planted)
  }

  @Test(arguments: rows)
  func `is found by the audit`(row: Row) throws {
    let (attempt, text) = try Self.vote()
    let honest = try attempt.honest()
    func filled(_ text: String) -> String {
      text.replacing("KEY", with: honest.key.description)
        .replacing("SIGNATURE", with: Base64.text(of: honest.bytes))
        .replacing("SEEN", with: attempt.digest?.hex ?? "?")
    }
    let changed = text.replacing(filled(row.part), with: filled(row.other))
    try #require(changed != text)
    #expect(try Self.audit(text, in: attempt).fault == nil)
    let audit = try Self.audit(changed, in: attempt)
    #expect(audit.fault != nil)
    #expect(audit.events == attempt.office.session.head.events)
  }

  /// Base64 can spell the same bytes in several ways; only one counts.
  @Test func `with its signature in another spelling is found by the audit`() throws {
    let (attempt, text) = try Self.vote()
    let signature = Base64.text(of: try attempt.honest().bytes)
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let last = try #require(signature.dropLast(2).last)
    let next = digits[(try #require(digits.firstIndex(of: last)) + 1) % 64]
    let spellings = [
      String(signature.dropLast(2)), String(signature.dropLast(1)), signature + "=",
      signature.dropLast(3) + String(next) + "==", signature + #"\n"#,
      signature.replacing("+", with: "-").replacing("/", with: "_").dropLast(2) + "",
    ]
    for spelling in spellings {
      let changed = text.replacing(signature, with: spelling)
      try #require(changed != text)
      #expect(try Self.audit(changed, in: attempt).fault != nil, "\(spelling)")
    }
  }
}

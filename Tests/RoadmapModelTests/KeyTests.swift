import CivilTime
import RoadmapModel
import Testing

@Suite struct `A public key` {
  private static let good = "ed25519:GlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRNY="

  @Test func `is written in one way`() throws {
    let key = try PublicKey(Self.good)
    #expect(key.bytes.count == 32 && key.description == Self.good)
    #expect(try PublicKey(bytes: key.bytes) == key)
  }

  @Test(
    arguments: [
      ("", .prefix), ("ED25519:GlzZ", .prefix), ("ed25519", .prefix), (" " + good, .prefix),
      (good + " ", .base64), (good + "=", .base64), (String(good.dropLast()), .base64),
      (good.replacing("NY=", with: "NZ="), .base64), (good.replacing("+", with: "-"), .base64),
      ("ed25519:", .length(0)), ("ed25519:AAAA", .length(3)),
    ] as [(String, PublicKey.Problem)])
  func `is nothing else`(text: String, problem: PublicKey.Problem) {
    #expect(throws: problem) { try PublicKey(text) }
  }

  /// The points of order 1, 2, 4 and 8, with either sign, and their encodings that are not canonical.
  @Test func `is none with which everybody could sign`() {
    let zeros = [UInt8](repeating: 0, count: 31)
    let ones = [UInt8](repeating: 0xFF, count: 30)
    let eighth = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"
    let other = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
    let weak = [
      [0] + zeros, [1] + zeros, [0xEC] + ones + [0x7F], Self.bytes(eighth),
      Self.bytes(other),
    ]
    for point in weak {
      for sign: UInt8 in [0, 0x80] {
        let signed = point.dropLast() + [(point.last ?? 0) | sign]
        #expect(throws: PublicKey.Problem.weak) { try PublicKey(bytes: Array(signed)) }
      }
    }
    for first: UInt8 in 0xED...0xFF {
      #expect(throws: PublicKey.Problem.notCanonical) {
        try PublicKey(bytes: [first] + ones + [0x7F])
      }
    }
    #expect(throws: Never.self) { try PublicKey(bytes: [0xEB] + ones + [0x7F]) }
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  @Test func `counts from the first through the last day of its time`() throws {
    let key = PersonKey(try PublicKey(Self.good), valid: try Period(edtf: "2027-01-01/2027-12-31"))
    let times = [
      ("2026-12-31T23:59:59Z", false), ("2027-01-01T00:00:00Z", true),
      ("2027-12-31T23:59:59Z", true), ("2028-01-01T00:00:00Z", false),
    ]
    for (time, isValid) in times {
      #expect(key.isValid(at: try #require(Instant(rfc3339: time))) == isValid, "\(time)")
    }
    #expect(PersonKey(key.key).isValid(at: Instant(startOf: .latest)))
  }

  @Test func `bytes of every length have one spelling in Base64`() {
    for count in 0...70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) }
      let text = Base64.text(of: bytes)
      #expect(Base64.bytes(of: text) == bytes)
      #expect(text.utf8.count == (count + 2) / 3 * 4)
    }
    for text in ["A", "AA", "AAA", "=AAA", "A===", "AA=A", "AB==", "AAB=", "AA==AAAA", "AAAA\n"] {
      #expect(Base64.bytes(of: text) == nil, "\(text)")
    }
    #expect(Base64.text(of: [0xFB, 0xEF, 0xFF]) == "++//")
  }
}

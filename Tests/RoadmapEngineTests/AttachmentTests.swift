import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

extension Scenario {
  /// Attaches a file whose digest is `digit` over and over.
  @discardableResult
  mutating func attach(
    _ name: String, _ digit: Character = "a", size: Int64 = 10, to measure: String = "order",
    by person: String
  ) -> [String] {
    let index = self.measure(measure)
    guard let digest = ContentDigest(hex: String(repeating: digit, count: 64)) else { return ["?"] }
    return send(
      .attach(
        .init(name: name, size: size, digest: digest), to: index, by: self.person(person)))
  }

  fileprivate func files() -> [String] {
    state.attachments(of: measure("order")).map {
      "\($0.name) \($0.digest.hex.prefix(1)) \($0.revision)"
    }
  }
}

@Suite struct AttachmentTests {
  private static func office() -> Scenario {
    Scenario(adoption: [[StepSketch("law", by: ["role:lawyer"], quorum: .count(2))]])
  }

  @Test func `owners and those who act on a measure attach files, and nobody else`() {
    var run = Self.office()
    for (person, name) in [("leo", "a"), ("ben", "b"), ("eva", "c")] {
      #expect(run.attach(name, by: person) == [])
    }
    for person in ["ana", "kim", "zoe"] {
      #expect(run.attach("d", by: person) == ["may-not-attach"])
      #expect(run.message().en.contains("ben") && run.message().ru.contains("исполнители"))
    }
    #expect(run.files() == ["a a 1", "b a 1", "c a 1"])
  }

  @Test func `the same name again replaces what was attached, and both events stay`() {
    var run = Self.office()
    run.attach("text", "a", by: "leo")
    #expect(run.attach("text", "a", by: "ben") == ["already-attached"])
    #expect(run.attach("text", "b", by: "ben") == [])
    #expect(run.files() == ["text b 2"])
    #expect(run.journal.count { if case .attached = $0.event { true } else { false } } == 2)
    // Names are equal when their bytes are.
    #expect(run.attach("caf\u{E9}", by: "leo") == [])
    #expect(run.attach("cafe\u{301}", by: "leo") == [])
    #expect(run.files().count == 3)
  }

  @Test(arguments: [
    "", " ", "a/b", "a\\b", "a\nb", "\u{202E}gpj.exe", ".", "..", " a", "a ",
    String(repeating: "ж", count: 128),
  ])
  func `a file needs a name that can be shown and saved`(name: String) {
    var run = Self.office()
    #expect(run.attach(name, by: "leo") == ["attachment-name-unusable"])
  }

  @Test func `a condition asks what is attached`() {
    let condition = """
      measure.attachments.exists(a, a.name == 'text' && a.size == 10 && a.revision == 2 \
      && a.digest.startsWith('bb') && a.person.id == 'ben' && a.time < now)
      """
    var run = ConditionWorld.run(when: [(0, condition)])
    run.attach("text", "a", by: "leo")
    run.attach("text", "b", by: "ben")
    #expect(run.advance("order", "begin", by: "leo") == ["condition-fails"])
    run.now = Instant(startOf: day("2018-03-06"))
    #expect(run.advance("order", "begin", by: "leo") == [])
  }

  @Test func `a snapshot holds what is attached`() throws {
    var run = Self.office()
    run.attach("text", "a", by: "leo")
    run.attach("text", "b", by: "ben")
    run.attach("приложение", "c", size: 0, by: "eva")
    let bytes = run.state.encode()
    let read = try #require(RunState(decoding: bytes, for: run.engine))
    #expect(read == run.state)
    #expect(read.attachments(of: run.measure("order")).map(\.revision) == [2, 1])
    #expect(read.encode() == bytes)
  }

  @Test(arguments: ["", "A", "g", "0 ", "é"])
  func `a digest is 64 lower-case hexadecimal digits`(part: String) {
    #expect(ContentDigest(hex: String(repeating: part, count: 64)) == nil)
    #expect(ContentDigest(hex: String(repeating: "0", count: 63) + part) == nil)
  }
}

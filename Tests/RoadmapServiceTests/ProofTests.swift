import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import Testing

@testable import RoadmapJournal
@testable import RoadmapService

@Suite struct `A proof that is checked without the store` {
  private static func office() throws -> SignedOffice {
    var office = try SignedOffice()
    try office.send(.approve(measure: "order", step: nil, remarks: "«хорошо»\n\u{7}"), by: "eve")
    try office.send(.approve(measure: "memo", step: nil, remarks: nil), by: "ben")
    return office
  }

  private static func proof(
    _ office: SignedOffice, only measure: String? = nil, continuing kept: [SignedCheckpoint] = []
  ) throws -> RunProof {
    var checkpoint = SignedCheckpoint(try SignedOffice.audit(office.store).checkpoint)
    try checkpoint.sign(as: "ana", with: try SignedOffice.key("ana"))
    let proof = try RunProof(
      of: nil, in: office.store, at: checkpoint, only: measure, continuing: kept)
    return try #require(RunProof(parsing: proof.bytes))
  }

  private static func earlier() throws -> (SignedOffice, SignedCheckpoint) {
    let before = try SignedOffice()
    let kept = SignedCheckpoint(try SignedOffice.audit(before.store).checkpoint)
    var office = before
    try office.send(.approve(measure: "order", step: nil, remarks: nil), by: "ben")
    return (office, kept)
  }

  @Test func `shows every event, every signature and that every act was allowed`() throws {
    let proof = try Self.proof(try Self.office())
    let verdict = try proof.verified()
    #expect(proof.isComplete && verdict.fault == nil && verdict.signatures == 6)
  }

  @Test func `of one measure shows its events and signatures`() throws {
    let proof = try Self.proof(try Self.office(), only: "memo")
    #expect(!proof.isComplete && proof.count == 3)
    let verdict = try proof.verified()
    #expect(verdict.fault == nil && verdict.signatures == 2)
    #expect(try proof.verified(against: proof.checkpoint.checkpoint.head).fault != nil)
  }

  @Test(arguments: [nil, "order"])
  func `continues a checkpoint that was kept, and no other`(measure: String?) throws {
    let (office, kept) = try Self.earlier()
    let proof = try Self.proof(office, only: measure, continuing: [kept])
    #expect(try proof.verified(against: nil, [kept]).fault == nil)
    let own = kept.checkpoint
    for (size, root) in [(own.size, Digest(of: [1])), (own.size + 9, own.root), (0, own.root)] {
      let other = SignedCheckpoint(
        Checkpoint(of: proof.journal, size: size, root: root, head: own.head))
      #expect(try proof.verified(against: nil, [other]).fault != nil)
    }
    let stranger = SignedCheckpoint(
      Checkpoint(of: .random(), size: own.size, root: own.root, head: own.head))
    #expect(try proof.verified(against: nil, [stranger]).fault?.en.contains("another run") == true)
    let silent = try Self.proof(office, only: "order")
    #expect(try silent.verified(against: nil, [kept]).fault != nil, "nothing shows it")
  }

  /// Each change of a text in the file, and whether the proof is of one measure only.
  @Test(arguments: [
    (#"\"decision\":\"approve\""#, #"\"decision\":\"reject\""#), (#"\"n\":3"#, #"\"n\":4"#),
    (#"\"by\":\"ben\""#, #"\"by\":\"eve\""#), ("хорошо", "плохо"),
    (#""path":["#, #""path":["AA","#),
    (#""number":1,"#, #""number":2,"#), (#""run":"office""#, #""run":"offico""#),
    (#""vekha-proof":1"#, #""vekha-proof":2"#), ("— ana ", "- ana "),
    (#""events":["#, #""events":[1,"#),
    (#""previous":""#, #""previous":"0"#), ("vekha/journal/", "vekha/journal/0"),
  ])
  func `does not hold once something in it is changed`(part: String, other: String) throws {
    let text = String(decoding: try Self.proof(try Self.office()).bytes, as: UTF8.self)
    let changed = text.replacing(part, with: other, maxReplacements: 1)
    try #require(changed != text)
    let proof = RunProof(parsing: Array(changed.utf8))
    #expect((try? proof?.verified())?.map { $0.fault == nil } ?? false == false)
  }

  @Test func `does not hold with an event left out, added, doubled or in another place`() throws {
    let office = try Self.office()
    let proof = try Self.proof(office)
    var variants: [[RunProof.Entry]] = []
    for place in proof.entries.indices {
      var (without, doubled, swapped) = (proof.entries, proof.entries, proof.entries)
      without.remove(at: place)
      doubled.insert(proof.entries[place], at: place)
      swapped.swapAt(place, (place + 1) % proof.entries.count)
      variants += [without, doubled, swapped]
    }
    for entries in variants {
      let changed = RunProof(
        run: proof.run, journal: proof.journal, checkpoint: proof.checkpoint,
        definition: proof.definition, entries: entries, continuations: [])
      #expect((try? changed.verified().fault) != .some(nil))
    }
  }

  @Test func `does not hold over a definition with other keys`() throws {
    let office = try Self.office()
    let definition = Definition(of: try SignedOffice.compiled(benKey: "nobody")).bytes
    for measure in [nil, "memo"] {
      let proof = try Self.proof(office, only: measure)
      let changed = RunProof(
        run: proof.run, journal: proof.journal, checkpoint: proof.checkpoint,
        definition: definition, entries: proof.entries, continuations: [])
      #expect(try changed.verified().fault != nil)
    }
  }
}

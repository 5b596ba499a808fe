import RoadmapJournal
import Testing

@Test func `a digest is written in 64 lower-case digits and read back`() throws {
  let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  #expect("\(Digest(of: []))" == text)
  #expect(Digest(hex: text) == Digest(of: []))
  #expect(Digest(bytes: Digest(of: []).bytes) == Digest(of: []))
}

@Test(arguments: [
  "", "e3b0", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g",
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8550",
  " 3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
])
func `anything else is no digest`(text: String) {
  #expect(Digest(hex: text) == nil)
}

@Test func `digests of other lengths do not exist`() {
  for count in [0, 31, 33] { #expect(Digest(bytes: [UInt8](repeating: 0, count: count)) == nil) }
}

@Test func `a journal's identity is written in 32 digits and read back`() throws {
  let id = try #require(JournalID(bytes: Array(0..<16)))
  #expect("\(id)" == "000102030405060708090a0b0c0d0e0f")
  #expect(JournalID(hex: "\(id)") == id && JournalID(bytes: id.bytes) == id)
  #expect(JournalID(hex: "00") == nil && JournalID(bytes: [1]) == nil)
  #expect(JournalID.random() != JournalID.random())
}

@Test(arguments: [
  ("a", true), ("01890a5d-ac96-774b-bcce-b302099a8057", true), ("~!", true), ("", false),
  ("a b", false), ("a\n", false), ("заявка", false), (String(repeating: "x", count: 128), true),
  (String(repeating: "x", count: 129), false),
])
func `a request is named by 1 to 128 printable characters`(text: String, isName: Bool) {
  #expect((RequestID(text) != nil) == isName)
}

@Test(arguments: [
  ("run", true), ("школа 2018", true), ("", false), ("a\u{0}", false), ("a\nb", false),
  (String(repeating: "x", count: 201), false),
])
func `a run is named by 1 to 200 bytes without control characters`(name: String, isName: Bool) {
  #expect(NewJournal.isName(name) == isName)
  guard !isName else { return }
  #expect(throws: StoreError.badName(name)) { try create(name, events: [[]]) }
}

@Test func `a journal without an event is not begun`() {
  #expect(throws: StoreError.noFirstEvent) { try create("run", events: []) }
}

private func create(_ name: String, events: [[UInt8]]) throws {
  _ = try NewJournal(name: name, definition: [], events: events)
}

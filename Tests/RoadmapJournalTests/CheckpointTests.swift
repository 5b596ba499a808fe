import RoadmapJournal
import RoadmapModel
import Testing

@Suite struct `A checkpoint` {
  private static let journal = JournalID(bytes: Array(0..<16))
  private static func checkpoint() throws -> Checkpoint {
    Checkpoint(
      of: try #require(journal), size: 5, root: MerkleHash.leaf([1]), head: Digest(of: [2]))
  }

  static let text = """
    vekha/journal/000102030405060708090a0b0c0d0e0f
    5
    tBP0fRPuL+bIRbLuFBr4HehY307FSaWLeXC7lmRbyNI=
    head dbc1b4c900ffe48d575b5da5c638040125f65db0fe3e24494b76ea986457d986

    """

  @Test func `it is written as the specification of transparency logs says`() throws {
    let text = try Self.checkpoint().text
    #expect(text == Self.text)
    #expect(Checkpoint(text: text) == (try Self.checkpoint()))
  }

  @Test(arguments: [
    ("\n5\n", "\n05\n"), ("\n5\n", "\n-5\n"), ("\n5\n", "\n+5\n"), ("\n5\n", "\n\n"),
    ("\n5\n", "\n5 \n"), ("\n5\n", "\n99999999999999999999\n"),
    ("=\n", "\n"), ("yNI=", "yNJ="), ("tBP", "tB P"), ("head ", "head  "), ("head ", "Head "),
    ("d986\n", "d986"), ("d986\n", "d986\n\n"), ("d986\n", "D986\n"), ("vekha/", "\nvekha/"),
    ("d986\n", "d986\r\n"),
  ])
  func `nothing else is read as one`(part: String, other: String) throws {
    let changed = Self.text.replacing(part, with: other, maxReplacements: 1)
    try #require(changed != Self.text)
    #expect(Checkpoint(text: changed) == nil, "\(changed)")
  }

  @Test func `a signature of a note is verified as others make it`() throws {
    let key = try PublicKey("ed25519:GlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRNY=")
    let note = try #require(
      SignedNote(
        parsing: """
          If you think cryptography is the answer to your problem,
          then you don't know what your problem is.

          — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng\
          otpRZb6KE6RyyBwJnAM=

          """))
    #expect(note.standing(of: key) == .valid)
    #expect(note.standing(of: SigningKey().publicKey) == .absent)
    let other = note.description.replacing("Neumann x", with: "Neuman x")
    #expect(SignedNote(parsing: other)?.standing(of: key) == .absent)
  }

  @Test func `a changed text makes its signature a forgery`() throws {
    let key = SigningKey()
    var signed = SignedCheckpoint(try Self.checkpoint())
    #expect(signed.note.standing(of: key.publicKey) == .absent)
    try signed.sign(as: "ana", with: key)
    let text = signed.note.description
    let read = try #require(SignedCheckpoint(parsing: text))
    #expect(read == signed && read.note.standing(of: key.publicKey) == .valid)
    let larger = try #require(
      SignedNote(parsing: text.replacing("\n5\n", with: "\n6\n", maxReplacements: 1)))
    #expect(larger.standing(of: key.publicKey) == .forged)
  }

  @Test(arguments: [
    "", "\n", "a", "a\n\n", "a\n\n— ana\n", "a\n\n— ana x\n", "a\n\n- ana AAAAAAA=\n",
    "a\n\n— a+a AAAAAAA=\n", "a\n\n— ana AAAAAAA= \n", "a\n\n— ana AAAAAAA=",
    "a\n\n— ana AAAAAA==\n",
    "a\n\n— ana AAAAAAA=\nb\n", "a\n\n—  AAAAAAA=\n",
  ])
  func `a malformed note is refused`(text: String) {
    #expect(text == "\n" || SignedNote(parsing: text) == nil, "\(text)")
    #expect(SignedCheckpoint(parsing: text) == nil)
  }

  @Test func `a name that a line of a note cannot hold does not name a signer`() {
    #expect(SignedNote.isName("ana") && SignedNote.isName("о.иванова"))
    for name in ["", "a b", "a+b", "a\u{2003}b", "a\n"] { #expect(!SignedNote.isName(name)) }
  }
}

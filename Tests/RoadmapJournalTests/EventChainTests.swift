import RoadmapJournal
import Testing

// The expected digests were computed with Python's hashlib from the description in `EventChain`.
@Suite struct `The hash chain` {
  let id: JournalID
  let chain: EventChain
  let events: [StoredEvent]

  init() throws {
    id = try #require(JournalID(bytes: Array(0..<16)))
    let definition = Digest(of: Array("definition".utf8))
    chain = EventChain(id: id, name: "школа", definition: definition)
    events = chain.link([Array("{}".utf8), []], behind: 0, chain.opening)
  }

  @Test func `hashes are those of the description`() {
    #expect(
      "\(chain.opening)" == "8f77bead48d34ed7ba452a65763d963378c9ef31ab1c2603379e36dbd5ba10f7")
    #expect(
      events.map { "\($0.hash)" } == [
        "87d622299b17d2f2d9f6cc3fec9d9043aa8da988d0a2f4444d271a9a6d2543ed",
        "46b8100907e0d906eb3cfdd6013a0e8edcf441b5d5a6130bb5b26ef3cb01127e",
      ])
  }

  @Test func `seals are those of the description`() throws {
    let record = RequestRecord(
      request: try #require(RequestID("r-1")), journal: id,
      fingerprint: Digest(of: Array("command".utf8)), events: 1...2)
    #expect(
      "\(record.seal)" == "78d1b2d7635d70e56d32654aa5ca99c8b1e6f6e60b0706ba5262df0555bba849")
    let snapshot = Snapshot(
      journal: id, number: 2, hash: events[1].hash, format: "state/1", bytes: Array("bytes".utf8))
    #expect(
      "\(snapshot.seal)" == "befbae263ecfad6553bbfd8202291cbd665719b6e104b481e50605784184ec90")
  }

  @Test func `a whole chain verifies, and every single change in it breaks it there`() {
    #expect(firstBreak(events) == nil)
    for index in events.indices {
      let event = events[index]
      var changed = events
      let bytes = event.bytes + [0]
      changed[index] = StoredEvent(number: event.number, bytes: bytes, hash: event.hash)
      let previous = index == 0 ? chain.opening : events[index - 1].hash
      #expect(
        firstBreak(changed)
          == .hash(
            number: event.number,
            expected: chain.hash(of: bytes, number: event.number, after: previous),
            found: event.hash))
    }
    #expect(firstBreak([events[1]]) == .number(expected: 1, found: 2))
    #expect(firstBreak([events[0], events[0]]) == .number(expected: 2, found: 1))
  }

  @Test func `a chain of another journal, name or definition does not verify`() throws {
    let digest = Digest(of: Array("definition".utf8))
    for other in [
      EventChain(id: .random(), name: "школа", definition: digest),
      EventChain(id: id, name: "школы", definition: digest),
      EventChain(id: id, name: "школа", definition: Digest(of: [])),
    ] {
      var verifier = ChainVerifier(other)
      #expect(verifier.take(events[0]) != nil)
    }
  }

  private func firstBreak(_ events: [StoredEvent]) -> ChainBreak? {
    var verifier = ChainVerifier(chain)
    for event in events {
      if let found = verifier.take(event) { return found }
    }
    return verifier.finish()
  }
}

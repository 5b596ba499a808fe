import RoadmapJournal
import Testing

extension JournalContract {
  static let creation = [
    JournalClause("an empty store has no journals") { store throws in
      #expect(try store.journals().isEmpty)
      #expect(try store.journal(named: "run") == nil)
      #expect(try store.requests(after: nil, limit: 10).isEmpty)
    },
    JournalClause("a journal is created with its definition and its first events") { store in
      let journal = try NewJournal(
        name: "школа", definition: Sample.definition, events: Sample.bytes("a", "b"))
      let outcome = try store.create(
        journal, request: try Sample.request("r"), fingerprint: Sample.oneCommand)
      let head = outcome.head
      #expect(outcome == .appended(head, 1...2))
      #expect(head.id == journal.id && head.name == "школа" && head.events == 2)
      #expect(head.definition == Digest(of: Sample.definition))
      #expect(try store.definition(head.definition) == Sample.definition)
      #expect(try store.allBytes(of: head) == Sample.bytes("a", "b"))
      #expect(try store.head(of: head.id) == head)
      #expect(try store.journal(named: "школа") == head)
    },
    JournalClause("journals are listed by the bytes of their names") { store in
      for name in ["б", "a", "Z", "é", "a1"] { _ = try store.start(name) }
      #expect(try store.journals().map(\.name) == ["Z", "a", "a1", "é", "б"])
    },
    JournalClause("a name is taken once") { store in
      _ = try store.start("run")
      #expect(throws: StoreError.nameTaken("run")) { try store.start("run") }
      #expect(try store.journals().count == 1)
    },
    JournalClause("names are compared by bytes, not by looks") { store in
      _ = try store.start("caf\u{E9}")
      _ = try store.start("cafe\u{301}")
      let found = try #require(try store.journal(named: "cafe\u{301}"))
      #expect(found.name.utf8.elementsEqual("cafe\u{301}".utf8))
    },
    JournalClause("two journals may share a definition") { store in
      let heads = [try store.start("a"), try store.start("b")]
      #expect(heads[0].definition == heads[1].definition && heads[0].id != heads[1].id)
    },
    JournalClause("what is not there is named in the error") { store in
      let id = JournalID.random()
      let digest = Digest(of: [1])
      #expect(throws: StoreError.noSuchJournal(id)) { try store.head(of: id) }
      #expect(throws: StoreError.noSuchJournal(id)) { try store.events(of: id, from: 1, limit: 1) }
      #expect(throws: StoreError.noSuchDefinition(digest)) { try store.definition(digest) }
    },
  ]
}

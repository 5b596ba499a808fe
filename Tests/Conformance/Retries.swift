import RoadmapJournal
import Testing

extension JournalContract {
  static let retries = [
    JournalClause("a request that was carried out is not carried out again") { store in
      let head = try store.start()
      try store.add(Sample.bytes("a", "b"), to: head, request: "r")
      try store.add(Sample.bytes("c"), to: head, request: "later")
      let again = try store.append(
        to: head.id, after: 1, request: try Sample.request("r"), fingerprint: Sample.oneCommand
      ) { _ in
        Issue.record("decided again")
        return Sample.bytes("a", "b")
      }
      #expect(again == .alreadyDone(try store.head(of: head.id), 2...3))
      #expect(again.head.events == 4)
    },
    JournalClause("a request that is used for another command is refused") { store in
      let head = try store.start()
      try store.add(Sample.bytes("a"), to: head, request: "r")
      let reused = StoreError.requestReused(try Sample.request("r"))
      #expect(throws: reused) {
        try store.add(
          Sample.bytes("a"), to: head, request: "r", fingerprint: Sample.otherCommand)
      }
      #expect(try store.head(of: head.id).events == 2)
    },
    JournalClause("a request belongs to one journal") { store in
      let (one, other) = (try store.start("one"), try store.start("other"))
      try store.add(Sample.bytes("a"), to: one, request: "r")
      #expect(throws: StoreError.requestReused(try Sample.request("r"))) {
        try store.add(Sample.bytes("a"), to: other, request: "r")
      }
    },
    JournalClause("a creation that is sent again is answered with the same journal") { store in
      let request = try Sample.request("create")
      func create() throws -> AppendOutcome {
        let journal = try NewJournal(
          name: "run", definition: Sample.definition, events: Sample.bytes("start"))
        return try store.create(journal, request: request, fingerprint: Sample.oneCommand)
      }
      let first = try create()
      #expect(try create() == .alreadyDone(first.head, 1...1))
      #expect(try store.journals() == [first.head])
    },
    JournalClause("a failed creation leaves its request free") { store in
      _ = try store.start("run")
      let request = try Sample.request("create")
      func create(_ name: String) throws -> AppendOutcome {
        try store.create(
          try NewJournal(name: name, definition: [1, 2], events: Sample.bytes("start")),
          request: request, fingerprint: Sample.oneCommand)
      }
      #expect(throws: StoreError.nameTaken("run")) { try create("run") }
      #expect(throws: StoreError.noSuchDefinition(Digest(of: [1, 2]))) {
        try store.definition(Digest(of: [1, 2]))
      }
      #expect(try create("other").events == 1...1)
    },
    JournalClause("requests are listed by their bytes, page by page") { store in
      let head = try store.start()
      for request in ["b", "a", "B", "c"] {
        try store.add(Sample.bytes(request), to: head, request: request)
      }
      var (seen, last): ([String], RequestID?) = ([], nil)
      while let page = try? store.requests(after: last, limit: 2), let end = page.last {
        seen += page.map(\.request.text)
        last = end.request
      }
      #expect(seen == ["B", "a", "b", "c", "start-\(head.id)"])
      let record = try #require(try store.requests(after: nil, limit: 1).first)
      #expect(record.journal == head.id && record.events == 4...4)
      #expect(record.fingerprint == Sample.oneCommand)
    },
    JournalClause("the same request from many at once is carried out once") { store in
      let head = try store.start()
      try inParallel(8) { _ in
        let outcome = try store.add(Sample.bytes("once"), to: head, request: "same")
        #expect(outcome.events == 2...2)
      }
      #expect(try store.head(of: head.id).events == 2)
    },
  ]
}

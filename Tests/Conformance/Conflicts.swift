import RoadmapJournal
import Testing

extension JournalContract {
  static let conflicts = [
    JournalClause("an append with an expected number needs exactly that number") { store in
      let head = try store.start()
      func append(_ request: String, expecting expected: EventNumber) throws -> AppendOutcome {
        try store.append(
          to: head.id, expecting: expected, request: try Sample.request(request),
          fingerprint: Sample.oneCommand, events: Sample.bytes(request))
      }
      #expect(try append("a", expecting: 1).events == 2...2)
      #expect(throws: StoreError.conflict(actual: 2)) { try append("b", expecting: 1) }
      #expect(throws: StoreError.conflict(actual: 2)) { try append("b", expecting: 3) }
      #expect(throws: StoreError.conflict(actual: 2)) { try append("b", expecting: .max) }
      #expect(throws: StoreError.conflict(actual: 2)) { try append("b", expecting: -1) }
      #expect(try append("a", expecting: 1).events == 2...2)
      #expect(try append("b", expecting: 2).events == 3...3)
    },
    JournalClause("a caller who knows more than there is has another history") { store in
      let head = try store.start()
      #expect(throws: StoreError.conflict(actual: 1)) {
        try store.add(Sample.bytes("a"), to: head, after: 2)
      }
    },
    JournalClause("nothing is appended to a journal that is not there") { store in
      let nowhere = JournalHead(
        id: .random(), name: "x", definition: Sample.oneCommand, events: 0,
        hash: Sample.oneCommand)
      #expect(throws: StoreError.noSuchJournal(nowhere.id)) {
        try store.add(Sample.bytes("a"), to: nowhere, after: 0)
      }
    },
    JournalClause("of writers who expect the same number one gets it") { store in
      let head = try store.start()
      try inParallel(4) { writer in
        var taken = 0
        while taken < 10 {
          let expected = try store.head(of: head.id).events
          do {
            _ = try store.append(
              to: head.id, expecting: expected, request: .random(),
              fingerprint: Sample.oneCommand, events: Sample.bytes("\(writer)"))
            taken += 1
          } catch StoreError.conflict {
            continue
          }
        }
      }
      #expect(try store.head(of: head.id).events == 41)
    },
  ]
}

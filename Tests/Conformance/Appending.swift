import RoadmapJournal
import Testing

private struct Refusal: Error, Equatable {}

extension JournalContract {
  static let appending = [
    JournalClause("events get the next numbers and the hashes of their chain") { store in
      let head = try store.start()
      let outcome = try store.add(Sample.bytes("a", "b"), to: head)
      #expect(outcome.events == 2...3 && outcome.head.events == 3)
      let events = try store.events(of: head.id, from: 1, limit: 10)
      #expect(
        events == head.chain.link(Sample.bytes("start", "a", "b"), behind: 0, head.chain.opening))
      #expect(outcome.head.hash == events.last?.hash)
      #expect(try store.head(of: head.id) == outcome.head)
    },
    JournalClause("the decision sees what is newer than the caller knows") { store in
      let head = try store.start()
      try store.add(Sample.bytes("a", "b"), to: head, request: "1")
      for (seen, newer) in [(0, ["start", "a", "b"]), (2, ["b"]), (3, [])] {
        let outcome = try store.append(
          to: head.id, after: EventNumber(seen), request: try Sample.request("2"),
          fingerprint: Sample.oneCommand
        ) { tail in
          #expect(tail.newer.map(\.bytes) == newer.map { Array($0.utf8) })
          #expect(tail.head.events == 3)
          return []
        }
        #expect(outcome == .nothing(try store.head(of: head.id)))
      }
    },
    JournalClause("a decision that throws writes nothing and its error is passed on") { store in
      let head = try store.start()
      #expect(throws: Refusal()) {
        try store.append(
          to: head.id, after: 1, request: try Sample.request("r"), fingerprint: Sample.oneCommand
        ) { _ in throw Refusal() }
      }
      #expect(try store.head(of: head.id) == head)
      #expect(try store.add(Sample.bytes("a"), to: head, request: "r").events == 2...2)
    },
    JournalClause("a decision for nothing writes nothing, and its request stays free") { store in
      let head = try store.start()
      #expect(try store.add([], to: head, request: "r") == .nothing(head))
      #expect(try store.requests(after: nil, limit: 10).count == 1)
      #expect(try store.add(Sample.bytes("a"), to: head, request: "r").events == 2...2)
    },
    JournalClause("a decision may read the store") { store in
      let head = try store.start()
      _ = try store.append(
        to: head.id, after: 1, request: try Sample.request("r"), fingerprint: Sample.oneCommand
      ) { tail in [try store.definition(tail.head.definition)] }
      #expect(try store.allBytes(of: head).last == Sample.definition)
    },
    JournalClause("journals do not touch each other") { store in
      let (one, other) = (try store.start("one"), try store.start("other"))
      try store.add(Sample.bytes("a"), to: one, request: "1")
      #expect(try store.head(of: other.id) == other)
      #expect(try store.add(Sample.bytes("a"), to: other, request: "2").events == 2...2)
      let hashes = try [one, other].map { try store.head(of: $0.id).hash }
      #expect(hashes[0] != hashes[1])
    },
    JournalClause("any bytes are kept, none and a megabyte of them too") { store in
      let odd: [[UInt8]] = [[], [0], Array(0...255), Array(repeating: 7, count: 1 << 20)]
      let head = try store.start("odd", events: odd)
      #expect(try store.allBytes(of: head) == odd)
    },
    JournalClause("many writers at once lose nothing and double nothing") { store in
      let head = try store.start()
      try inParallel(4) { writer in
        for turn in 0..<25 {
          try store.add(
            Sample.bytes("\(writer)-\(turn)"), to: head, request: "\(writer)-\(turn)")
        }
      }
      let texts = try store.allBytes(of: head).map { String(decoding: $0, as: UTF8.self) }
      #expect(texts.count == 101 && Set(texts).count == 101)
      #expect(try store.audit(head.id).isWhole)
    },
  ]
}

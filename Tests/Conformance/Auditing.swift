import RoadmapJournal
import Testing

extension JournalContract {
  static let auditing = [
    JournalClause("a journal that was only appended to is whole") { store in
      let head = try store.start()
      for turn in 0..<10 {
        try store.add(Sample.bytes("\(turn)", "x"), to: head, request: "\(turn)")
      }
      let audit = try store.audit(head.id)
      #expect(audit.isWhole && audit.events == 21)
      #expect(try store.head(of: head.id).hash == audit.hash)
    },
    JournalClause("a head that was kept is found in the chain that grew from it") { store in
      let head = try store.start()
      let kept = try store.add(Sample.bytes("a"), to: head, request: "1").head
      try store.add(Sample.bytes("b"), to: head, request: "2")
      #expect(try store.audit(head.id, against: KeptHead(hash: kept.hash)).isWhole)
      #expect(try store.audit(head.id, against: KeptHead(events: 2, hash: kept.hash)).isWhole)
    },
    JournalClause("a head of another history is not found") { store in
      let head = try store.start()
      let other = Sample.otherCommand
      for (kept, expected) in [
        (KeptHead(hash: other), .headNotFound(other)),
        (
          KeptHead(events: 1, hash: other),
          .otherHistory(number: 1, expected: other, found: head.hash)
        ),
        (KeptHead(events: 7, hash: other), .cutOff(events: 1, kept: 7)),
      ] as [(KeptHead, ChainBreak)] {
        #expect(try store.audit(head.id, against: kept).firstBreak == expected)
      }
    },
  ]
}

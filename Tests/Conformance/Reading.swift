import RoadmapJournal
import Testing

extension JournalContract {
  static let reading = [
    JournalClause("a page begins where it is asked to and ends at its limit") { store in
      let head = try store.start("run", events: Sample.bytes("a", "b", "c", "d"))
      for (first, limit, expected) in [
        (1, 2, [1, 2]), (3, 10, [3, 4]), (5, 10, []), (0, 1, [1]), (-5, 1, [1]), (1, 0, []),
        (.max, 10, []), (1, -1, []),
      ] as [(EventNumber, Int, [EventNumber])] {
        let page = try store.events(of: head.id, from: first, limit: limit)
        #expect(page.map(\.number) == expected)
      }
    },
    JournalClause("walking meets every event once, whatever the size of a page") { store in
      let head = try store.start("run", events: (0..<25).map { [$0] })
      for pageLimit in [1, 7, 24, 25, 26] {
        var numbers: [EventNumber] = []
        try store.walk(head.id, from: 3, pageLimit: pageLimit) { event in
          numbers.append(event.number)
          return event.number < 24
        }
        #expect(numbers == Array(3...24))
      }
    },
    JournalClause("a store can tell how it is") { store in
      let facts = try store.health().facts
      #expect(!facts.isEmpty && Set(facts.map(\.key)).count == facts.count)
      #expect(try store.health().verdict != .fault)
    },
  ]

  static let snapshots = [
    JournalClause("the newest snapshot of a format is found") { store in
      let head = try store.start("run", events: Sample.bytes("a", "b", "c"))
      let events = try store.events(of: head.id, from: 1, limit: 10)
      func snapshot(_ index: Int, _ format: String) -> Snapshot {
        Snapshot(
          journal: head.id, number: events[index].number, hash: events[index].hash,
          format: format, bytes: Array("\(format) \(index)".utf8))
      }
      #expect(try store.snapshot(of: head.id, format: "state/1") == nil)
      for index in [0, 2, 1] { try store.save(snapshot(index, "state/1")) }
      try store.save(snapshot(0, "state/2"))
      try store.save(snapshot(0, "state/2"))
      #expect(try store.snapshot(of: head.id, format: "state/1") == snapshot(2, "state/1"))
      #expect(try store.snapshot(of: head.id, format: "state/2") == snapshot(0, "state/2"))
      #expect(try store.snapshot(of: head.id, format: "state/3") == nil)
    },
    JournalClause("a snapshot of other events is refused") { store in
      let head = try store.start()
      for (number, hash) in [(2, head.hash), (0, head.hash), (1, Sample.oneCommand)] {
        let foreign = Snapshot(
          journal: head.id, number: EventNumber(number), hash: hash, format: "f", bytes: [])
        #expect(throws: StoreError.conflict(actual: 1)) { try store.save(foreign) }
      }
    },
  ]
}

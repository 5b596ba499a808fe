import GRDB
import JournalSQLite
import RoadmapJournal
import Testing

@Suite struct `Damage to a store` {
  let folder: TemporaryFolder
  let store: SQLiteJournalStore
  let head: JournalHead

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteJournalStore(path: folder.store)
    let journal = try NewJournal(name: "run", definition: [1], events: (1...9).map { [$0] })
    head = try store.create(
      journal, request: .random(), fingerprint: Digest(of: [])
    ).head
  }

  /// Changes `table` behind the store's back, past its triggers.
  private func tamper(_ sql: String, in table: String) throws {
    let queue = try DatabaseQueue(path: folder.store)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: "DROP TRIGGER IF EXISTS \(table)_update")
      try database.execute(sql: "DROP TRIGGER IF EXISTS \(table)_delete")
      try database.execute(sql: sql)
    }
    try queue.close()
  }

  @Test(arguments: [
    ("UPDATE events SET bytes = x'FF' WHERE number = 4", 4),
    ("UPDATE events SET hash = zeroblob(32) WHERE number = 5", 5),
    ("DELETE FROM events WHERE number = 6", 6),
    ("UPDATE events SET position = position + 68 WHERE number = 9", 9),
    ("UPDATE journals SET name = 'other'", 1),
  ])
  func `a changed journal is broken where it was changed`(sql: String, number: EventNumber) throws {
    try tamper(sql, in: sql.contains("journals") ? "journals" : "events")
    let audit = try SQLiteJournalStore(path: folder.store).audit(head.id)
    #expect(!audit.isWhole && audit.events == number - 1)
  }

  @Test func `content that was changed is not given out, and cannot be changed by the way`() throws
  {
    let content: [UInt8] = [1, 2, 3]
    _ = try store.append(
      to: head.id, after: 9, request: .random(), fingerprint: Digest(of: []), keeping: [content]
    ) { _ in [[10]] }
    let queue = try DatabaseQueue(path: folder.store)
    for sql in ["UPDATE contents SET bytes = x'FF'", "DELETE FROM contents"] {
      #expect(throws: DatabaseError.self) {
        try queue.inDatabase { try $0.execute(sql: sql) }
      }
    }
    try queue.close()
    try tamper("UPDATE contents SET bytes = x'FF'", in: "contents")
    let damaged = try SQLiteJournalStore(path: folder.store)
    #expect(throws: StoreError.self) { try damaged.content(Digest(of: content)) }
  }

  @Test func `a cut-off tail is seen against the requests that wrote it`() throws {
    try tamper("DELETE FROM events WHERE number > 5", in: "events")
    #expect(try store.audit(head.id).firstBreak == .cutOff(events: 5, kept: 9))
  }

  @Test func `the chain alone shows a cut-off tail only against a head that was kept`() throws {
    try tamper("DELETE FROM events WHERE number > 5", in: "events")
    #expect(try store.verifyChain(of: head.id).isWhole)
    #expect(
      try store.verifyChain(of: head.id, against: KeptHead(hash: head.hash)).firstBreak
        == .headNotFound(head.hash))
    #expect(
      try store.verifyChain(of: head.id, against: KeptHead(events: 9, hash: head.hash)).firstBreak
        == .cutOff(events: 5, kept: 9))
  }

  @Test(arguments: [
    "UPDATE requests SET fingerprint = zeroblob(32)", "UPDATE requests SET last = 8",
    "UPDATE requests SET request = 'other'", "UPDATE requests SET journal = 5",
  ])
  func `a changed record of a request is damage`(sql: String) throws {
    try tamper(sql, in: "requests")
    #expect {
      try store.audit(head.id)
    } throws: { error in
      guard case StoreError.corrupt = error else { return false }
      return true
    }
  }

  @Test func `an event without its request is a break`() throws {
    try tamper("DELETE FROM requests", in: "requests")
    #expect(try store.audit(head.id).firstBreak == .request(number: 1))
  }

  @Test func `a changed definition is damage`() throws {
    try tamper("UPDATE definitions SET bytes = x'00'", in: "definitions")
    #expect {
      try store.definition(head.definition)
    } throws: { error in
      guard case StoreError.corrupt = error else { return false }
      return true
    }
  }

  @Test(arguments: ["bytes = x'00'", "seal = x'00'", "hash = x'00'", "number = 9"])
  func `a damaged snapshot is passed over for the one before it`(change: String) throws {
    let events = try store.events(of: head.id, from: 1, limit: 9)
    func snapshot(_ event: StoredEvent) -> Snapshot {
      Snapshot(
        journal: head.id, number: event.number, hash: event.hash, format: "f",
        bytes: [UInt8(event.number)])
    }
    for event in events[2...4] { try store.save(snapshot(event)) }
    try tamper("UPDATE snapshots SET \(change) WHERE number = 5", in: "snapshots")
    #expect(try store.snapshot(of: head.id, format: "f") == snapshot(events[3]))
  }
}

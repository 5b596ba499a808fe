import Foundation
import GRDB
import Glibc
import JournalSQLite
import RoadmapJournal
import Testing

@Suite struct `Writing to a store` {
  let folder: TemporaryFolder
  let store: SQLiteJournalStore
  let head: JournalHead

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteJournalStore(path: folder.store, wait: .milliseconds(100))
    let journal = try NewJournal(name: "run", definition: [1], events: [[1]])
    head = try store.create(journal, request: .random(), fingerprint: Digest(of: [])).head
  }

  private func append(_ bytes: [UInt8], to store: SQLiteJournalStore) throws {
    _ = try store.append(
      to: head.id, after: 1, request: .random(), fingerprint: head.hash
    ) { _ in [bytes] }
  }

  /// Runs SQL on the file behind the store's back.
  private func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.store)
    defer { try? queue.close() }
    try queue.inDatabase { try $0.execute(sql: sql) }
  }

  @Test func `a writer who waits too long is told that the store is busy`() throws {
    let lock = open(folder.store + ".lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    #expect(throws: StoreError.busy(seconds: 0.1)) { try append([2], to: store) }
    #expect(try store.head(of: head.id).events == 1)
    #expect(try store.health().facts.contains { $0.key == "lock" && $0.value == "held" })
    #expect(flock(lock, LOCK_UN) == 0)
    try append([2], to: store)
  }

  @Test func `a lock file that was removed is made anew and still excludes`() throws {
    try FileManager.default.removeItem(atPath: folder.store + ".lock")
    try append([2], to: store)
    let lock = open(folder.store + ".lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: StoreError.busy(seconds: 0.1)) { try append([3], to: store) }
  }

  @Test func `another program's write transaction makes the store busy, not broken`() throws {
    let queue = try DatabaseQueue(path: folder.store)
    try queue.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: StoreError.busy(seconds: 0.1)) { try append([2], to: store) }
      try database.execute(sql: "ROLLBACK")
    }
    try append([2], to: store)
  }

  @Test func `others read while somebody decides`() throws {
    let reader = try SQLiteJournalStore(path: folder.store, access: .readOnly)
    _ = try store.append(
      to: head.id, after: 1, request: .random(), fingerprint: head.hash
    ) { _ throws in
      #expect(try reader.head(of: head.id) == head)
      return [[2]]
    }
    #expect(try reader.head(of: head.id).events == 2)
  }

  @Test(arguments: ["definitions", "journals", "events", "requests"])
  func `nothing in a table of the record can be changed or deleted`(table: String) throws {
    let column = ["definitions": "bytes", "journals": "name", "events": "bytes"][table] ?? "first"
    for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
      #expect(throws: DatabaseError.self) { try tamper(sql) }
    }
  }

  @Test func `the log is folded in before it grows past a few mebibytes`() throws {
    let page = [UInt8](repeating: 7, count: 64 << 10)
    for _ in 0..<200 { try append(page, to: store) }
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.store + "-wal")
    let size = try #require(attributes[.size] as? Int)
    #expect(size > 0 && size < 6 << 20)
    #expect(try store.audit(head.id).events == 201)
  }

  @Test func `after a checkpoint the file alone has everything`() throws {
    try append([2], to: store)
    try store.checkpoint()
    let copy = folder.path + "/copy.db"
    try FileManager.default.copyItem(atPath: folder.store, toPath: copy)
    #expect(try SQLiteJournalStore(path: copy).audit(head.id).events == 2)
  }

  @Test func `a fresh store is in good health but for the version of SQLite`() throws {
    let facts = try store.health().facts
    let byKey = Dictionary(uniqueKeysWithValues: facts.map { ($0.key, $0) })
    #expect(byKey["journal-mode"]?.value == "wal")
    #expect(byKey["synchronous"]?.value == "2")
    #expect(byKey["integrity"]?.value == "ok")
    #expect(byKey["schema-version"]?.value == "1")
    #expect(facts.allSatisfy { $0.verdict == .fine || $0.key == "sqlite-version" })
  }
}

import Foundation
import GRDB
import JournalSQLite
import RoadmapJournal
import Testing

@Suite struct `Opening a store` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func store(_ access: StoreAccess = .createIfMissing) throws -> SQLiteJournalStore {
    try SQLiteJournalStore(path: folder.store, access: access, wait: .milliseconds(200))
  }

  private func start(_ name: String, in store: SQLiteJournalStore) throws -> JournalHead {
    let journal = try NewJournal(name: name, definition: [1], events: [[1], [2]])
    return try store.create(journal, request: .random(), fingerprint: Digest(of: [])).head
  }

  /// Changes the file behind the store's back.
  private func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.store)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func `what was written is there after opening again`() throws {
    let head = try start("run", in: try store())
    #expect(try store(.readWrite).journals() == [head])
    #expect(try store(.readOnly).journals() == [head])
    #expect(try store(.readOnly).audit(head.id).isWhole)
  }

  @Test(arguments: [StoreAccess.readWrite, .readOnly])
  func `a missing store is missing unless it may be created`(access: StoreAccess) throws {
    #expect(throws: StoreError.missing(path: folder.store)) { try store(access) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(arguments: ["", "nowhere/store.db", "nowhere/..", "a\0b"])
  func `a path that cannot lead to a store is missing`(path: String) throws {
    let path = path.isEmpty ? "" : folder.path + "/" + path
    #expect(throws: StoreError.missing(path: path)) { try SQLiteJournalStore(path: path) }
  }

  @Test func `an empty file becomes a store`() throws {
    try Data().write(to: URL(fileURLWithPath: folder.store))
    #expect(try start("run", in: try store()).events == 2)
  }

  @Test func `a file that is no database is not ours and stays as it is`() throws {
    let text = Data(String(repeating: "not a database\n", count: 100).utf8)
    try text.write(to: URL(fileURLWithPath: folder.store))
    #expect(throws: StoreError.notOurs(path: folder.store)) { try store() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == text)
  }

  @Test func `another program's database is not ours and stays as it is`() throws {
    try tamper("CREATE TABLE t (a); PRAGMA application_id = 7")
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    #expect(throws: StoreError.notOurs(path: folder.store)) { try store() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
  }

  @Test func `a folder is not a store`() throws {
    #expect(throws: StoreError.self) {
      try SQLiteJournalStore(path: folder.path, access: .readOnly)
    }
  }

  @Test func `a newer schema is refused by number`() throws {
    _ = try store()
    try tamper("PRAGMA user_version = 9")
    #expect(throws: StoreError.newerSchema(found: 9, known: 1)) { try store() }
  }

  @Test func `a log whose store is gone is not mixed into a new one`() throws {
    _ = try start("run", in: try store())
    try FileManager.default.removeItem(atPath: folder.store)
    #expect(throws: StoreError.orphanedLog(path: folder.store + "-wal")) { try store() }
  }

  @Test func `a draft that a crash left behind does no harm`() throws {
    try Data("half".utf8).write(to: URL(fileURLWithPath: folder.store + ".new"))
    #expect(try start("run", in: try store()).events == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.store + ".new"))
  }

  @Test func `a store that is opened to be read refuses to be written`() throws {
    let head = try start("run", in: try store())
    #expect(throws: StoreError.readOnly(path: folder.store)) {
      try store(.readOnly).append(
        to: head.id, expecting: 2, request: .random(), fingerprint: head.hash, events: [[3]])
    }
  }

  @Test func `two names of one store share one lock`() throws {
    _ = try store()
    let link = folder.path + "/link.db"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.store)
    _ = try start("run", in: try SQLiteJournalStore(path: link))
    #expect(!FileManager.default.fileExists(atPath: link + ".lock"))
  }

  @Test func `many who create the same store at once all get it`() async throws {
    let path = folder.store
    try await withThrowingTaskGroup { group in
      for opener in 0..<8 {
        group.addTask {
          let store = try SQLiteJournalStore(path: path)
          let journal = try NewJournal(name: "\(opener)", definition: [1], events: [[1]])
          _ = try store.create(journal, request: .random(), fingerprint: Digest(of: []))
        }
      }
      try await group.waitForAll()
    }
    #expect(try store().journals().count == 8)
  }
}

import GRDB
public import RoadmapJournal
import Synchronization

/// A store in one SQLite file, for one machine: many processes read it at once, one writes.
///
/// Beside the file lie SQLite's log (`-wal`), which holds the newest events and belongs to it, its
/// index (`-shm`) and the writer's lock file (`.lock`). Commits are synced before they are
/// acknowledged. Not for network file systems, whose locks do not hold; ``health()`` warns of them.
public final class SQLiteJournalStore: JournalStore {
  let location: StoreLocation
  let connection: Connection
  let lock: WriterLock
  let wait: Duration
  private let writer: Writer
  private let isReadOnly: Bool
  // Rows of journals never change.
  private let rows = Mutex<[JournalID: JournalRow]>([:])

  /// Opens the store at `path`.
  ///
  /// - Parameters:
  ///   - path: The database file; its folder must exist.
  ///   - access: Whether to write, and whether to create.
  ///   - wait: How long to wait for others before giving up as busy.
  /// - Throws: ``StoreError``, such as ``StoreError/missing(path:)`` or
  ///   ``StoreError/notOurs(path:)``.
  public convenience init(
    path: String, access: StoreAccess = .createIfMissing, wait: Duration = .seconds(10)
  ) throws(StoreError) {
    try self.init(path: path, access: access, wait: wait, durability: .full)
  }

  /// Opens the store with another durability, which only a control of a test may want.
  package init(
    path: String, access: StoreAccess, wait: Duration, durability: Durability
  ) throws(StoreError) {
    let location = try StoreLocation(path)
    let lock = WriterLock(path: location.lock)
    do {
      if access == .createIfMissing, (StoreLocation.size(of: location.file) ?? 0) == 0 {
        try lock.holding(wait: wait) { try location.createIfMissing(wait: wait) }
      }
      guard StoreLocation.status(of: location.file) != nil else {
        throw StoreError.missing(path: path)
      }
      connection = try Connection(
        path: location.file, isReadOnly: access == .readOnly, wait: wait, durability: durability)
    } catch {
      throw StoreError(error, path: path, wait: wait)
    }
    writer = Writer(connection, lock: lock, path: location.file, wait: wait)
    (self.location, self.lock, self.wait) = (location, lock, wait)
    isReadOnly = access == .readOnly
  }

  /// Folds the log into the database file, so that a copy of the file alone has everything.
  ///
  /// - Throws: ``StoreError/busy(seconds:)`` while readers need the log, or a fault.
  public func checkpoint() throws(StoreError) {
    try guarded { try writer.checkpoint() }
  }

  /// The heads of all journals, sorted by the bytes of their names.
  public func journals() throws(StoreError) -> [JournalHead] {
    try read { database in
      let query = try Query(
        database, "SELECT key, id, name, definition FROM journals ORDER BY name")
      var rows: [JournalRow] = []
      while try query.step() { rows.append(try JournalRow(query)) }
      return try rows.map { try $0.head(in: database) }
    }
  }

  /// The head of the journal whose run has exactly this name, or nil.
  public func journal(named name: String) throws(StoreError) -> JournalHead? {
    try read { database in
      let query = try Query(
        database, "SELECT key, id, name, definition FROM journals WHERE name = ?", [.text(name)])
      return try query.step() ? try JournalRow(query).head(in: database) : nil
    }
  }

  /// The head of a journal.
  public func head(of journal: JournalID) throws(StoreError) -> JournalHead {
    try read { try row(of: journal, in: $0).head(in: $0) }
  }

  /// The bytes of a definition, verified against their digest.
  public func definition(_ digest: Digest) throws(StoreError) -> [UInt8] {
    try read { database in
      let query = try Query(
        database, "SELECT bytes FROM definitions WHERE digest = ?", [.blob(digest.bytes)])
      guard try query.step() else { throw StoreError.noSuchDefinition(digest) }
      let bytes = query.blob(0)
      guard Digest(of: bytes) == digest else {
        throw StoreError.damaged(
          en: "the definition `\(digest)` was changed", ru: "определение `\(digest)` изменено")
      }
      return bytes
    }
  }

  /// A page of events; see ``JournalStore/events(of:from:limit:)``.
  public func events(
    of journal: JournalID, from first: EventNumber, limit: Int
  ) throws(StoreError) -> [StoredEvent] {
    try read { database in
      let key = try row(of: journal, in: database).key
      return try EventRows.page(of: key, from: first, limit: limit, in: database)
    }
  }

  /// A page of requests; see ``JournalStore/requests(after:limit:)``.
  public func requests(
    after last: RequestID?, limit: Int
  ) throws(StoreError) -> [RequestRecord] {
    try read { try RequestRows.page(after: last, limit: limit, in: $0) }
  }

  /// The content with this digest, verified against it.
  public func content(_ digest: Digest) throws(StoreError) -> [UInt8] {
    try read { try ContentRows.find(digest, in: $0) }
  }

  /// The newest undamaged snapshot of a journal in `format`, or nil.
  public func snapshot(
    of journal: JournalID, format: String
  ) throws(StoreError) -> Snapshot? {
    try read { database in
      try SnapshotRows.newest(
        of: try row(of: journal, in: database), format: format, in: database)
    }
  }

  /// Runs `body` on the connection, and says in the store's words what went wrong.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try guarded { try connection.queue.unsafeReentrantWrite(body) }
  }

  /// Runs `body` in a write transaction.
  ///
  /// - Throws: What `body` throws, or ``StoreError``.
  func write<Result>(_ body: (Database) throws -> Writer.Ending<Result>) throws -> Result {
    guard !isReadOnly else { throw StoreError.readOnly(path: location.file) }
    return try writer.write(body)
  }

  /// Runs `body` and turns its errors into ``StoreError``.
  func guarded<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
    do {
      return try body()
    } catch {
      throw StoreError(error, path: location.file, wait: wait)
    }
  }

  /// The row of `journal`, read once.
  func row(of journal: JournalID, in database: Database) throws -> JournalRow {
    if let known = rows.withLock({ $0[journal] }) { return known }
    let found = try JournalRow.find(journal, in: database)
    // Not while it may yet be rolled back.
    if !database.isInsideTransaction { rows.withLock { $0[journal] = found } }
    return found
  }
}

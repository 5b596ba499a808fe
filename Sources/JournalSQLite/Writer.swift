import GRDB
import RoadmapJournal
import Synchronization

/// Makes every change of a store: under the lock, in one transaction, with a truthful outcome.
final class Writer: Sendable {
  /// How a transaction ends that went well.
  enum Ending<Result> {
    /// What was written is committed.
    case commit(Result)
    /// Nothing was written.
    case leave(Result)
    /// Nothing was written now, but what an earlier process wrote is about to be acknowledged.
    case confirm(Result)
  }

  /// The length of the log, in bytes, from which on it is folded into the database.
  private static let checkpointBytes: Int64 = 4 << 20

  private let connection: Connection
  private let lock: WriterLock
  private let path: String
  private let wait: Duration
  private let isStopped = Mutex(false)

  init(_ connection: Connection, lock: WriterLock, path: String, wait: Duration) {
    self.connection = connection
    self.lock = lock
    self.path = path
    self.wait = wait
  }

  /// Runs `body` in one write transaction under the lock.
  ///
  /// - Throws: What `body` throws, after a rollback; ``StoreError`` for everything else.
  func write<Result>(_ body: (Database) throws -> Ending<Result>) throws -> Result {
    try lock.holding(wait: wait) {
      guard !isStopped.withLock({ $0 }) else { throw StoreError.stopped }
      return try connection.queue.unsafeReentrantWrite { database in
        try begin(database)
        switch try attempt(body, in: database) {
        case .commit(let result):
          try commit(database)
          checkpointIfLong(database)
          return result
        case .leave(let result):
          rollBack(database)
          return result
        case .confirm(let result):
          rollBack(database)
          try confirm(database)
          return result
        }
      }
    }
  }

  /// Folds the log into the database, as far as no reader needs it.
  func checkpoint() throws {
    try lock.holding(wait: wait) {
      try connection.queue.unsafeReentrantWrite { try checkpointFully($0) }
    }
  }

  private func begin(_ database: Database) throws {
    do {
      try Query.run(database, "BEGIN IMMEDIATE")
    } catch {
      throw StoreError(error, path: path, wait: wait)
    }
  }

  private func attempt<Result>(
    _ body: (Database) throws -> Ending<Result>, in database: Database
  ) throws -> Ending<Result> {
    do {
      return try body(database)
    } catch {
      rollBack(database)
      guard error is DatabaseError else { throw error }
      throw StoreError(error, path: path, wait: wait)
    }
  }

  // Once a commit has failed nobody can tell whether it will be there after the next opening: a
  // later sync can succeed although the pages of this one were dropped. So nothing more is written.
  private func commit(_ database: Database) throws {
    do {
      try Query.run(database, "COMMIT")
    } catch {
      rollBack(database)
      switch StoreError(error, path: path, wait: wait) {
      case .full: throw StoreError.full
      case .busy(let seconds): throw StoreError.busy(seconds: seconds)
      case .ioError(_, let detail):
        isStopped.withLock { $0 = true }
        throw StoreError.ioError(.unknown, detail: detail)
      case let other:
        isStopped.withLock { $0 = true }
        throw StoreError.ioError(.unknown, detail: "\(other)")
      }
    }
  }

  // SQLite may have rolled back by itself. Where it cannot, the connection is of no more use.
  private func rollBack(_ database: Database) {
    guard database.isInsideTransaction else { return }
    do {
      try Query.run(database, "ROLLBACK")
    } catch {
      isStopped.withLock { $0 = database.isInsideTransaction }
    }
  }

  // The commit before it is safe in the log whatever happens here. A full disk passes; a failing
  // one does not get more to write.
  private func checkpointIfLong(_ database: Database) {
    guard connection.logBytes >= Self.checkpointBytes else { return }
    do {
      try database.checkpoint(.passive)
    } catch {
      guard case .ioError = StoreError(error, path: path, wait: wait) else { return }
      isStopped.withLock { $0 = true }
    }
  }

  // A process whose sync failed may have left a commit in the kernel's cache only, from where it is
  // read although it is not on the disk. The checkpoint writes it anew, elsewhere, and syncs. While
  // that cannot be done, whether the events will stay is as unknown as it was.
  private func confirm(_ database: Database) throws {
    do {
      try checkpointFully(database)
    } catch StoreError.busy(let seconds) {
      throw StoreError.busy(seconds: seconds)
    } catch StoreError.ioError(_, let detail) {
      isStopped.withLock { $0 = true }
      throw StoreError.ioError(.unknown, detail: detail)
    } catch {
      throw StoreError.ioError(.unknown, detail: "\(error)")
    }
  }

  private func checkpointFully(_ database: Database) throws {
    do {
      try database.checkpoint(.full)
    } catch {
      throw StoreError(error, path: path, wait: wait)
    }
  }
}

import GRDB
import Glibc
import RoadmapJournal

extension StoreLocation {
  /// Creates the store if it is not there: built under another name, then renamed, so that nobody
  /// ever meets half a store. Called under the writer's lock.
  func createIfMissing(wait: Duration) throws {
    if let size = Self.size(of: file), size > 0 { return }
    // Without its store a log may hold the only copy of events, and SQLite would mix it into ours.
    if let size = Self.size(of: log), size > 0 { throw StoreError.orphanedLog(path: log) }
    for leftover in [draft, draft + "-journal", draft + "-wal", draft + "-shm"] {
      unlink(leftover)
    }
    try buildDraft(wait: wait)
    guard rename(draft, file) == 0 else { throw StoreError.afterSystemCall(at: file) }
    try syncFolder()
  }

  private func buildDraft(wait: Duration) throws {
    let configuration = Connection.configuration(isReadOnly: false, wait: wait)
    let queue = try DatabaseQueue(path: draft, configuration: configuration)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.inTransaction {
        try Schema.create(in: database)
        return .commit
      }
      try database.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try queue.close()
  }

  private func syncFolder() throws(StoreError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .afterSystemCall(at: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .afterSystemCall(at: folder) }
  }
}

extension StoreError {
  /// What the error in `errno` means, after a call that concerned `path`.
  fileprivate static func afterSystemCall(at path: String) -> StoreError {
    switch errno {
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    case ENOSPC, EDQUOT: .full
    case let code: .ioError(.notWritten, detail: "\(path): \(systemError(code))")
    }
  }
}

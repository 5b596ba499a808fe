import Bilingual
import GRDB
import RoadmapJournal

extension StoreError {
  /// What an error of SQLite means for the store at `path`, where nothing was committed.
  init(_ error: any Error, path: String, wait: Duration) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(error, path: path, wait: wait)
    default: self = .unexpected(detail: "\(error)")
    }
  }

  private init(_ error: DatabaseError, path: String, wait: Duration) {
    let words = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(seconds: wait.seconds)
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notOurs(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unreadable(path: path, detail: words)
    case .SQLITE_CORRUPT: self = .corrupt(Text(verbatim: words))
    case .SQLITE_TOOBIG: self = .tooLarge
    case .SQLITE_IOERR:
      self = .ioError(
        .notWritten, detail: "\(words), SQLite \(error.extendedResultCode.rawValue)")
    default:
      self = .unexpected(detail: "\(words), SQLite \(error.extendedResultCode.rawValue)")
    }
  }
}

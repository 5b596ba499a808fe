import GRDB
import GRDBSQLite
import Synchronization

/// Notes how long SQLite's write-ahead log is after each commit.
final class LogGauge: Sendable {
  private let pages = Mutex<Int64>(0)
  private let pageSize = Mutex<Int64>(4096)

  /// How many bytes of the log are in use.
  var bytes: Int64 {
    pages.withLock { $0 } * pageSize.withLock { $0 }
  }

  /// Has SQLite report to this gauge, which must live as long as the connection.
  ///
  /// It takes the place of SQLite's automatic checkpoints.
  func watch(_ database: Database) {
    sqlite3_wal_hook(
      database.sqliteConnection,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        let gauge = Unmanaged<LogGauge>.fromOpaque(context).takeUnretainedValue()
        gauge.pages.withLock { $0 = Int64(pages) }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
    let size = try? Int64.fetchOne(database, sql: "PRAGMA page_size")
    pageSize.withLock { $0 = size ?? 4096 }
  }
}

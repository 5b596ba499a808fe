import CStoreShim
import Dispatch
import GRDB
import GRDBSQLite
import RoadmapJournal

/// A connection to a store with every setting that durability and safety rest on.
final class Connection: Sendable {
  let queue: DatabaseQueue
  private let gauge = LogGauge()

  /// Opens the database at `path`, which must be a store.
  ///
  /// - Throws: `DatabaseError` or ``StoreError``.
  init(path: String, isReadOnly: Bool, wait: Duration, durability: Durability) throws {
    var configuration = Self.configuration(isReadOnly: isReadOnly, wait: wait)
    configuration.prepareDatabase { [gauge] database in
      try Self.harden(database)
      try Schema.verify(database, path: path)
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      gauge.watch(database)
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { database in
      try Self.requireLog(database, isReadOnly: isReadOnly)
      // Only now: GRDB sets a level of its own while it opens.
      try database.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
      try Self.require("synchronous", "\(durability.rawValue)", in: database)
    }
  }

  deinit {
    // Before the gauge goes, which SQLite holds a pointer to.
    try? queue.close()
  }

  /// How many bytes the log had after the last commit of this connection.
  var logBytes: Int64 { gauge.bytes }

  /// Settings of GRDB that creating and opening share.
  static func configuration(isReadOnly: Bool, wait: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(wait.seconds)
    configuration.foreignKeysEnabled = true
    // A rollback that fails must reach us as an error, not end the process.
    configuration.allowsUnsafeTransactions = true
    return configuration
  }

  /// The file may come from anybody: nothing in its schema may act, nothing in it is believed.
  private static func harden(_ database: Database) throws {
    for (option, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    ] {
      var effective: Int32 = -1
      let code = vekha_sqlite_configure(
        database.sqliteConnection, option, Int32(value), &effective)
      guard code == SQLITE_OK, effective == value else {
        throw StoreError.unsafeSetting(
          name: "sqlite3_db_config \(option)", expected: "\(value)", found: "\(effective)")
      }
    }
    try database.execute(sql: "PRAGMA cell_size_check = ON")
    // A read error of a mapped file is a signal that ends the process.
    try database.execute(sql: "PRAGMA mmap_size = 0")
  }

  private static func requireLog(_ database: Database, isReadOnly: Bool) throws {
    if !isReadOnly, try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
      try database.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try require("journal_mode", "wal", in: database)
  }

  private static func require(
    _ setting: String, _ expected: String, in database: Database
  ) throws {
    let found = try String.fetchOne(database, sql: "PRAGMA \(setting)") ?? "?"
    guard found == expected else {
      throw StoreError.unsafeSetting(name: setting, expected: expected, found: found)
    }
  }
}

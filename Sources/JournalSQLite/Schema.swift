import GRDB
import RoadmapJournal

/// The tables of a store, version 1.
enum Schema {
  /// What marks a database as a store of Vekha: the letters `VKHA`.
  static let applicationID: Int64 = 0x564B_4841
  /// The version that this program writes and the highest that it reads.
  static let version: Int64 = 1

  /// Builds the tables in an empty database.
  static func create(in database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
    try database.execute(sql: tables)
    for table in ["definitions", "journals", "events", "requests"] {
      for change in ["UPDATE", "DELETE"] {
        try database.execute(
          sql: """
            CREATE TRIGGER \(table)_\(change.lowercased()) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) are append-only'); END
            """)
      }
    }
  }

  /// Verifies that the database is a store, and one that this version can read.
  static func verify(_ database: Database, path: String) throws {
    guard try Int64.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
      throw StoreError.notOurs(path: path)
    }
    let found = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found > 0 else { throw StoreError.notOurs(path: path) }
    guard found <= version else {
      throw StoreError.newerSchema(found: Int(found), known: Int(version))
    }
  }

  private static let tables = """
    CREATE TABLE definitions (
      digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE journals (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      name TEXT NOT NULL UNIQUE,
      definition BLOB NOT NULL REFERENCES definitions (digest)
    ) STRICT;
    CREATE TABLE events (
      position INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      journal INTEGER GENERATED ALWAYS AS (position >> 40) VIRTUAL,
      number INTEGER GENERATED ALWAYS AS (position & 1099511627775) VIRTUAL
    ) STRICT;
    CREATE TABLE requests (
      request TEXT PRIMARY KEY,
      journal INTEGER NOT NULL REFERENCES journals (key),
      fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
      first INTEGER NOT NULL,
      last INTEGER NOT NULL CHECK (last >= first),
      seal BLOB NOT NULL CHECK (length(seal) = 32)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE snapshots (
      journal INTEGER NOT NULL REFERENCES journals (key),
      format TEXT NOT NULL,
      number INTEGER NOT NULL,
      hash BLOB NOT NULL,
      bytes BLOB NOT NULL,
      seal BLOB NOT NULL,
      PRIMARY KEY (journal, format, number)
    ) STRICT;
    """
}

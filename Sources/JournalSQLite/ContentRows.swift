import GRDB
import RoadmapJournal

/// The contents that events speak of by their digests, in a table of their own.
///
/// The table is made when something is first kept, so that a store from before needs no upgrade.
enum ContentRows {
  private static let table = "contents"

  /// Keeps contents, each once.
  static func keep(_ contents: [[UInt8]], in database: Database) throws {
    guard !contents.isEmpty else { return }
    try createTable(in: database)
    for content in contents {
      try Query.run(
        database, "INSERT OR IGNORE INTO \(table) (digest, bytes) VALUES (?, ?)",
        [.blob(Digest(of: content).bytes), .blob(content)])
    }
  }

  /// The content with this digest, verified against it.
  static func find(_ digest: Digest, in database: Database) throws -> [UInt8] {
    guard try exists(in: database) else { throw StoreError.noSuchContent(digest) }
    let query = try Query(
      database, "SELECT bytes FROM \(table) WHERE digest = ?", [.blob(digest.bytes)])
    guard try query.step() else { throw StoreError.noSuchContent(digest) }
    let bytes = query.blob(0)
    guard Digest(of: bytes) == digest else {
      throw StoreError.damaged(
        en: "the content `\(digest)` was changed", ru: "содержимое `\(digest)` изменено")
    }
    return bytes
  }

  private static func exists(in database: Database) throws -> Bool {
    let query = try Query(
      database, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [.text(table)])
    return try query.step()
  }

  private static func createTable(in database: Database) throws {
    guard try !exists(in: database) else { return }
    try Query.run(
      database,
      """
      CREATE TABLE \(table) (
        digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
        bytes BLOB NOT NULL
      ) STRICT
      """)
    for change in ["UPDATE", "DELETE"] {
      try Query.run(
        database,
        """
        CREATE TRIGGER \(table)_\(change.lowercased()) BEFORE \(change) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) are append-only'); END
        """)
    }
  }
}

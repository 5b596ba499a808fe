import GRDB
import RoadmapJournal

/// Snapshots in their table.
enum SnapshotRows {
  /// How many snapshots of a journal and format are kept: the newest, and one should it be damaged.
  private static let kept: Int64 = 2

  /// Keeps `snapshot` and drops old ones.
  static func insert(_ snapshot: Snapshot, key: Int64, in database: Database) throws {
    try Query.run(
      database,
      """
      INSERT OR REPLACE INTO snapshots (journal, format, number, hash, bytes, seal)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(key), .text(snapshot.format), .integer(snapshot.number),
        .blob(snapshot.hash.bytes), .blob(snapshot.bytes), .blob(snapshot.seal.bytes),
      ])
    try Query.run(
      database,
      """
      DELETE FROM snapshots WHERE journal = ?1 AND format = ?2 AND number NOT IN (
        SELECT number FROM snapshots WHERE journal = ?1 AND format = ?2
        ORDER BY number DESC LIMIT ?3)
      """,
      [.integer(key), .text(snapshot.format), .integer(kept)])
  }

  /// The newest snapshot that is undamaged and belongs to the events that are there.
  static func newest(
    of journal: JournalRow, format: String, in database: Database
  ) throws -> Snapshot? {
    let query = try Query(
      database,
      """
      SELECT number, hash, bytes, seal FROM snapshots WHERE journal = ? AND format = ?
      ORDER BY number DESC
      """,
      [.integer(journal.key), .text(format)])
    while try query.step() {
      guard let hash = Digest(bytes: query.blob(1)) else { continue }
      let snapshot = Snapshot(
        journal: journal.id, number: query.integer(0), hash: hash, format: format,
        bytes: query.blob(2))
      guard query.blob(3) == snapshot.seal.bytes,
        try EventRows.hash(of: journal.key, number: snapshot.number, in: database) == hash
      else { continue }
      return snapshot
    }
    return nil
  }
}

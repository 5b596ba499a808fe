import GRDB
public import RoadmapJournal

extension SQLiteJournalStore {
  /// Creates a journal; see ``JournalStore/create(_:request:fingerprint:)``.
  public func create(
    _ journal: NewJournal, request: RequestID, fingerprint: Digest
  ) throws(StoreError) -> AppendOutcome {
    try guarded {
      try write { database in
        if let done = try outcome(of: request, fingerprint, journal: nil, in: database) {
          return .confirm(done)
        }
        let row = try insert(journal, in: database)
        return .commit(
          try append(
            journal.events, to: row, behind: try row.head(in: database), request: request,
            fingerprint: fingerprint, in: database))
      }
    }
  }

  /// Appends what is decided; see
  /// ``JournalStore/append(to:after:request:fingerprint:keeping:deciding:)``.
  public func append(
    to journal: JournalID, after seen: EventNumber, request: RequestID, fingerprint: Digest,
    keeping contents: [[UInt8]], deciding: (JournalTail) throws -> [[UInt8]]
  ) throws -> AppendOutcome {
    try write { database in
      if let done = try outcome(of: request, fingerprint, journal: journal, in: database) {
        return .confirm(done)
      }
      let row = try row(of: journal, in: database)
      let head = try row.head(in: database)
      guard seen <= head.events else { throw StoreError.conflict(actual: head.events) }
      let newer =
        seen == head.events ? [] : try EventRows.all(of: row.key, after: seen, in: database)
      let events = try deciding(JournalTail(head: head, newer: newer))
      guard !events.isEmpty else { return .leave(.nothing(head)) }
      try ContentRows.keep(contents, in: database)
      return .commit(
        try append(
          events, to: row, behind: head, request: request, fingerprint: fingerprint, in: database))
    }
  }

  /// Keeps a snapshot; see ``JournalStore/save(_:)``.
  public func save(_ snapshot: Snapshot) throws(StoreError) {
    try guarded {
      try write { database in
        let row = try row(of: snapshot.journal, in: database)
        guard
          try EventRows.hash(of: row.key, number: snapshot.number, in: database) == snapshot.hash
        else { throw StoreError.conflict(actual: try row.head(in: database).events) }
        return .commit(try SnapshotRows.insert(snapshot, key: row.key, in: database))
      }
    }
  }

  /// What the request did when it was carried out before, or nil.
  private func outcome(
    of request: RequestID, _ fingerprint: Digest, journal: JournalID?, in database: Database
  ) throws -> AppendOutcome? {
    guard let record = try RequestRows.find(request, in: database) else { return nil }
    guard record.fingerprint == fingerprint, journal == nil || record.journal == journal
    else { throw StoreError.requestReused(request) }
    let head = try row(of: record.journal, in: database).head(in: database)
    return .alreadyDone(head, record.events)
  }

  private func insert(_ journal: NewJournal, in database: Database) throws -> JournalRow {
    let taken = try Query(
      database, "SELECT 1 FROM journals WHERE name = ?", [.text(journal.name)])
    guard try !taken.step() else { throw StoreError.nameTaken(journal.name) }
    try Query.run(
      database, "INSERT OR IGNORE INTO definitions (digest, bytes) VALUES (?, ?)",
      [.blob(journal.digest.bytes), .blob(journal.definition)])
    try Query.run(
      database, "INSERT INTO journals (id, name, definition) VALUES (?, ?, ?)",
      [.blob(journal.id.bytes), .text(journal.name), .blob(journal.digest.bytes)])
    let key = database.lastInsertedRowID
    guard (1...EventPosition.lastKey).contains(key) else { throw StoreError.tooLarge }
    return JournalRow(
      key: key, id: journal.id, name: journal.name,
      definition: journal.digest)
  }

  private func append(
    _ events: [[UInt8]], to row: JournalRow, behind head: JournalHead, request: RequestID,
    fingerprint: Digest, in database: Database
  ) throws -> AppendOutcome {
    let linked = head.chain.link(events, behind: head.events, head.hash)
    guard let first = linked.first, let last = linked.last else { return .nothing(head) }
    try EventRows.insert(linked, of: row.key, in: database)
    let range = first.number...last.number
    let record = RequestRecord(
      request: request, journal: row.id, fingerprint: fingerprint, events: range)
    try RequestRows.insert(record, key: row.key, in: database)
    return .appended(head.moved(to: last), range)
  }
}

import GRDB
import RoadmapJournal

/// A journal's row, which never changes.
struct JournalRow: Sendable {
  let key: Int64
  let id: JournalID
  let name: String
  let definition: Digest

  /// The row of the journal `id`.
  ///
  /// - Throws: ``StoreError/noSuchJournal(_:)`` where there is none.
  static func find(_ id: JournalID, in database: Database) throws -> JournalRow {
    let query = try Query(
      database, "SELECT key, id, name, definition FROM journals WHERE id = ?", [.blob(id.bytes)])
    guard try query.step() else { throw StoreError.noSuchJournal(id) }
    return try JournalRow(query)
  }

  /// Reads the columns key, id, name and definition of the current row.
  init(_ query: borrowing Query) throws {
    guard let id = JournalID(bytes: query.blob(1)) else {
      throw StoreError.damaged(
        en: "a journal's id does not have 16 bytes", ru: "идентификатор журнала не из 16 байт")
    }
    key = query.integer(0)
    self.id = id
    name = try query.text(2)
    definition = try query.digest(3)
  }

  init(key: Int64, id: JournalID, name: String, definition: Digest) {
    self.key = key
    self.id = id
    self.name = name
    self.definition = definition
  }

  /// The head as the last event tells it.
  func head(in database: Database) throws -> JournalHead {
    let query = try Query(
      database,
      "SELECT number, hash FROM events WHERE journal = ? ORDER BY number DESC LIMIT 1",
      [.integer(key)])
    guard try query.step() else { return head(events: 0, hash: chain.opening) }
    return head(events: query.integer(0), hash: try query.digest(1))
  }

  private var chain: EventChain { EventChain(id: id, name: name, definition: definition) }

  private func head(events: EventNumber, hash: Digest) -> JournalHead {
    JournalHead(id: id, name: name, definition: definition, events: events, hash: hash)
  }
}

/// A journal's events in their table.
enum EventRows {
  /// How many bytes of events a page may have before it ends early.
  private static let pageBytes = 8 << 20

  /// The events from number `first` on, at most `limit` of them, at most about 8 MiB.
  static func page(
    of key: Int64, from first: EventNumber, limit: Int, in database: Database
  ) throws -> [StoredEvent] {
    let query = try Query(
      database,
      "SELECT number, bytes, hash FROM events WHERE journal = ? AND number >= ? ORDER BY number",
      [.integer(key), .integer(first)])
    var page: [StoredEvent] = []
    var bytes = 0
    while page.count < limit, bytes < pageBytes, try query.step() {
      let event = StoredEvent(
        number: query.integer(0), bytes: query.blob(1), hash: try query.digest(2))
      bytes += event.bytes.count
      page.append(event)
    }
    return page
  }

  /// All events after number `seen`.
  static func all(
    of key: Int64, after seen: EventNumber, in database: Database
  ) throws -> [StoredEvent] {
    var events: [StoredEvent] = []
    var last = max(seen, 0)
    while last < .max,
      case let page = try page(of: key, from: last + 1, limit: .max, in: database),
      let end = page.last
    {
      events += page
      last = end.number
    }
    return events
  }

  /// Inserts `events`.
  static func insert(_ events: [StoredEvent], of key: Int64, in database: Database) throws {
    for event in events {
      try Query.run(
        database, "INSERT INTO events (journal, number, bytes, hash) VALUES (?, ?, ?, ?)",
        [
          .integer(key), .integer(event.number), .blob(event.bytes), .blob(event.hash.bytes),
        ])
    }
  }

  /// The hash of one event, or nil where there is none of that number.
  static func hash(
    of key: Int64, number: EventNumber, in database: Database
  ) throws -> Digest? {
    let query = try Query(
      database, "SELECT hash FROM events WHERE journal = ? AND number = ?",
      [.integer(key), .integer(number)])
    return try query.step() ? try query.digest(0) : nil
  }
}

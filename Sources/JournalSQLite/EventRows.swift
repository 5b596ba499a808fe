import GRDB
import RoadmapJournal

/// A journal's events in their table.
enum EventRows {
  /// How many bytes of events a page may have before it ends early.
  private static let pageBytes = 8 << 20

  /// The events from number `first` on, at most `limit` of them, at most about 8 MiB.
  static func page(
    of key: Int64, from first: EventNumber, limit: Int, in database: Database
  ) throws -> [StoredEvent] {
    guard first <= EventPosition.lastNumber else { return [] }
    let query = try Query(
      database,
      """
      SELECT position, bytes, hash FROM events WHERE position BETWEEN ? AND ? ORDER BY position
      """,
      [
        .integer(EventPosition(key, first).value),
        .integer(EventPosition(key, EventPosition.lastNumber).value),
      ])
    var page: [StoredEvent] = []
    var bytes = 0
    while page.count < limit, bytes < pageBytes, try query.step() {
      let event = StoredEvent(
        number: EventPosition.number(query.integer(0)), bytes: query.blob(1),
        hash: try query.digest(2))
      bytes += event.bytes.count
      page.append(event)
    }
    return page
  }

  /// The number and the hash of the last event, or nil where there is none.
  static func last(
    of key: Int64, in database: Database
  ) throws -> (number: EventNumber, hash: Digest)? {
    let query = try Query(
      database,
      """
      SELECT position, hash FROM events WHERE position BETWEEN ? AND ?
      ORDER BY position DESC LIMIT 1
      """,
      [
        .integer(EventPosition(key, 0).value),
        .integer(EventPosition(key, EventPosition.lastNumber).value),
      ])
    guard try query.step() else { return nil }
    return (EventPosition.number(query.integer(0)), try query.digest(1))
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
      guard event.number <= EventPosition.lastNumber else { throw StoreError.tooLarge }
      try Query.run(
        database, "INSERT INTO events (position, bytes, hash) VALUES (?, ?, ?)",
        [
          .integer(EventPosition(key, event.number).value), .blob(event.bytes),
          .blob(event.hash.bytes),
        ])
    }
  }

  /// The hash of one event, or nil where there is none of that number.
  static func hash(
    of key: Int64, number: EventNumber, in database: Database
  ) throws -> Digest? {
    guard (1...EventPosition.lastNumber).contains(number) else { return nil }
    let query = try Query(
      database, "SELECT hash FROM events WHERE position = ?",
      [.integer(EventPosition(key, number).value)])
    return try query.step() ? try query.digest(0) : nil
  }
}

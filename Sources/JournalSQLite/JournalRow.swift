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
    guard let last = try EventRows.last(of: key, in: database) else {
      return head(events: 0, hash: chain.opening)
    }
    return head(events: last.number, hash: last.hash)
  }

  private var chain: EventChain { EventChain(id: id, name: name, definition: definition) }

  private func head(events: EventNumber, hash: Digest) -> JournalHead {
    JournalHead(id: id, name: name, definition: definition, events: events, hash: hash)
  }
}

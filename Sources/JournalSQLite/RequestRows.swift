import GRDB
import RoadmapJournal

/// The requests that were carried out, in their table.
enum RequestRows {
  private static let columns = """
    requests.request, journals.id, requests.fingerprint, requests.first, requests.last,
    requests.seal FROM requests LEFT JOIN journals ON journals.key = requests.journal
    """

  /// What is remembered of `request`, or nil.
  static func find(_ request: RequestID, in database: Database) throws -> RequestRecord? {
    let query = try Query(
      database, "SELECT \(columns) WHERE requests.request = ?", [.text(request.text)])
    return try query.step() ? try record(in: query) : nil
  }

  /// The records after that of `last`, sorted by their bytes, at most `limit` of them.
  static func page(
    after last: RequestID?, limit: Int, in database: Database
  ) throws -> [RequestRecord] {
    let query = try Query(
      database, "SELECT \(columns) WHERE requests.request > ? ORDER BY requests.request",
      [.text(last?.text ?? "")])
    var page: [RequestRecord] = []
    while page.count < limit, try query.step() { page.append(try record(in: query)) }
    return page
  }

  /// Remembers `record`.
  static func insert(_ record: RequestRecord, key: Int64, in database: Database) throws {
    try Query.run(
      database,
      """
      INSERT INTO requests (request, journal, fingerprint, first, last, seal)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .text(record.request.text), .integer(key), .blob(record.fingerprint.bytes),
        .integer(record.events.lowerBound), .integer(record.events.upperBound),
        .blob(record.seal.bytes),
      ])
  }

  private static func record(in query: borrowing Query) throws(StoreError) -> RequestRecord {
    let (first, last) = (query.integer(3), query.integer(4))
    guard let request = RequestID(try query.text(0)), let journal = JournalID(bytes: query.blob(1)),
      0 < first, first <= last
    else { throw damaged }
    let record = RequestRecord(
      request: request, journal: journal, fingerprint: try query.digest(2), events: first...last)
    guard try query.digest(5) == record.seal else { throw damaged }
    return record
  }

  private static var damaged: StoreError {
    .damaged(
      en: "the record of a request was changed", ru: "запись о запросе изменена")
  }
}

import GRDB
import GRDBSQLite
import Bilingual
import RoadmapJournal

/// A value that is bound to a statement.
enum SQLValue {
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

/// One run of a prepared statement, which the connection keeps for the next run.
///
/// It speaks to SQLite directly: GRDB has no reading of bytes into `[UInt8]` without a copy
/// between.
struct Query: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer?

  /// Prepares `sql`, or takes it from the cache, and binds `values` in order.
  init(_ database: Database, _ sql: String, _ values: [SQLValue] = []) throws {
    let statement = try database.cachedStatement(sql: sql).sqliteStatement
    for (index, value) in values.enumerated() {
      let code = Self.bind(value, at: Int32(index + 1), of: statement)
      guard code == SQLITE_OK else { throw Self.failure(code, database.sqliteConnection) }
    }
    self.statement = statement
    connection = database.sqliteConnection
  }

  deinit {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  /// Runs a statement that gives no rows.
  static func run(_ database: Database, _ sql: String, _ values: [SQLValue] = []) throws {
    let query = try Query(database, sql, values)
    while try query.step() {}
  }

  /// Moves to the next row; false where there is none.
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw Self.failure(code, connection)
    }
  }

  /// The integer in `column`, counted from 0.
  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  /// The bytes in `column`.
  func blob(_ column: Int32) -> [UInt8] {
    let start = sqlite3_column_blob(statement, column)
    return Array(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// The text in `column`.
  ///
  /// - Throws: ``StoreError/corrupt(_:)`` where it is not UTF-8.
  func text(_ column: Int32) throws(StoreError) -> String {
    guard let text = String(validating: blob(column), as: UTF8.self) else {
      throw .damaged(en: "a name is not UTF-8", ru: "имя не в UTF-8")
    }
    return text
  }

  /// The digest in `column`.
  ///
  /// - Throws: ``StoreError/corrupt(_:)`` where it is not 32 bytes.
  func digest(_ column: Int32) throws(StoreError) -> Digest {
    guard let digest = Digest(bytes: blob(column)) else {
      throw .damaged(en: "a digest does not have 32 bytes", ru: "дайджест не из 32 байт")
    }
    return digest
  }

  private static func bind(
    _ value: SQLValue, at index: Int32, of statement: OpaquePointer
  ) -> Int32 {
    // SQLite copies what it is given: the pointers below are good only inside their closures.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .integer(let integer): return sqlite3_bind_int64(statement, index, integer)
    case .text(let text):
      return sqlite3_bind_text(statement, index, text, Int32(clamping: text.utf8.count), copied)
    case .blob(let bytes):
      return bytes.withUnsafeBytes {
        $0.isEmpty
          ? sqlite3_bind_zeroblob(statement, index, 0)
          : sqlite3_bind_blob64(statement, index, $0.baseAddress, sqlite3_uint64($0.count), copied)
      }
    }
  }

  private static func failure(_ code: Int32, _ connection: OpaquePointer?) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) })
  }
}

extension StoreError {
  /// Something in the store is not what was written.
  static func damaged(en: String, ru: String) -> StoreError {
    .corrupt(Text(en: en, ru: ru))
  }
}

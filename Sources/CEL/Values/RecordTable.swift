/// The names and types of the fields of a record type that the host declares.
public final class RecordShape: Sendable {
  /// The name of the record type, such as `Measure`.
  public let name: String
  /// The fields, in the order of their positions.
  public let fields: [(name: String, type: CELType)]
  private let positions: [StringKey: Int]

  /// Creates a shape; of two fields with one name the first counts.
  public init(_ name: String, fields: [(name: String, type: CELType)]) {
    self.name = name
    self.fields = fields
    positions = Dictionary(
      fields.enumerated().map { (StringKey($1.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of the field `name`, or nil if there is none.
  public func position(of name: String) -> Int? { positions[StringKey(name)] }
}

/// Records that the host keeps in its own form, read field by field when an expression asks.
///
/// A value of the language is a table and a row, so that no record is copied or created to be
/// examined. Subclass it and override ``value(row:field:)``; a table of one row is a single record.
open class RecordTable: @unchecked Sendable {
  /// The fields of the records.
  public let shape: RecordShape

  /// Creates a table of records of `shape`.
  public init(_ shape: RecordShape) {
    self.shape = shape
  }

  /// The value of the field at position `field` in record `row`; nil where the field is not set.
  ///
  /// It must be safe to call from several threads, and give the same value each time.
  open func value(row: Int, field: Int) -> Value? { nil }
}

/// A single record whose fields are stored values.
public final class StoredRecord: RecordTable, @unchecked Sendable {
  private let values: [Value?]

  /// Creates a record from its values by field name; other names are ignored.
  public init(_ shape: RecordShape, _ values: [String: Value]) {
    self.values = shape.fields.map { values[$0.name] }
    super.init(shape)
  }

  init(_ shape: RecordShape, fields: [Value?]) {
    values = fields
    super.init(shape)
  }

  /// The value of the field at position `field`; there is one row.
  public override func value(row: Int, field: Int) -> Value? {
    values.indices.contains(field) ? values[field] : nil
  }
}

/// A string that is equal to another only when both have the same bytes.
struct StringKey: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: StringKey, right: StringKey) -> Bool { left.text.hasSameBytes(as: right.text) }

  func hash(into hasher: inout Hasher) {
    var copy = text
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

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

  /// Where the field is, in tables that store their values.
  func place(row: Int, field: Int) -> UnsafePointer<Value>? { nil }
}

/// A single record whose fields are stored values.
public final class StoredRecord: RecordTable, @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<Value>
  private let isSet: [Bool]

  /// Creates a record from its values by field name; other names are ignored.
  public convenience init(_ shape: RecordShape, _ values: [String: Value]) {
    self.init(shape, fields: shape.fields.map { values[$0.name] })
  }

  /// `fields` has a value or nil for every field of the shape.
  init(_ shape: RecordShape, fields: [Value?]) {
    storage = .allocate(capacity: fields.count)
    _ = storage.initialize(from: fields.map { $0 ?? .null })
    isSet = fields.map { $0 != nil }
    super.init(shape)
  }

  deinit { storage.deinitialize().deallocate() }

  /// The value of the field at position `field`; there is one row.
  public override func value(row: Int, field: Int) -> Value? {
    isSet.indices.contains(field) && isSet[field] ? storage[field] : nil
  }

  override func place(row: Int, field: Int) -> UnsafePointer<Value>? {
    guard isSet.indices.contains(field), isSet[field] else { return nil }
    return UnsafePointer(storage.baseAddress).map { $0 + field }
  }
}

/// A string that is equal to another only when both have the same bytes.
struct StringKey: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: StringKey, right: StringKey) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  func hash(into hasher: inout Hasher) {
    var copy = text
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

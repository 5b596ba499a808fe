/// A value of the language.
///
/// Equality of the language is ``Value/isEqual(to:)``, not `==`: numbers of different types compare
/// by what they stand for.
public enum Value: Sendable {
  /// Nothing.
  case null
  /// A truth value.
  case bool(Bool)
  /// A signed integer.
  case int(Int64)
  /// An unsigned integer.
  case uint(UInt64)
  /// A floating-point number.
  case double(Double)
  /// Text.
  case string(String)
  /// Octets.
  case bytes([UInt8])
  /// A list.
  case list(ListValue)
  /// A map.
  case map(MapValue)
  /// A row of a table of the host's records: see ``RecordTable``.
  case record(RecordTable, row: Int)
  /// A moment in time.
  case timestamp(Timestamp)
  /// A span of time.
  case duration(CELDuration)
  /// A type.
  case type(CELType)
  /// A value that may be missing.
  case optional(OptionalValue)
  /// A network address or a range of them.
  case network(NetworkValue)
  /// What went wrong where a value was expected.
  case error(EvaluationError)

  /// A list of `elements`.
  public static func list(_ elements: some Sequence<Value>) -> Value {
    .list(ListValue(elements))
  }

  /// The name of the value's type when an expression runs, such as `int` or `net.IP`.
  public var typeName: String { type.runtimeName }

  /// The type of the value, without the parameters of lists, maps and optionals.
  public var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .record(let table, _): .record(table.shape.name)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .network(let value): value.type
    case .error: .error
    }
  }

  var isError: Bool {
    if case .error = self { return true }
    return false
  }
}

/// An immutable list.
public final class ListValue: @unchecked Sendable {
  /// Where the elements are, in order; they stay there as long as the list lives.
  let storage: UnsafeMutableBufferPointer<Value>

  /// Creates a list of `elements`.
  public convenience init(_ elements: some Sequence<Value>) {
    self.init(copying: ContiguousArray(elements))
  }

  convenience init(_ elements: ContiguousArray<Value>) {
    self.init(copying: elements)
  }

  /// Takes over memory whose first `count` elements are set.
  init(adopting memory: UnsafeMutableBufferPointer<Value>, count: Int) {
    storage = UnsafeMutableBufferPointer(rebasing: memory[..<count])
  }

  private init(copying elements: ContiguousArray<Value>) {
    storage = .allocate(capacity: elements.count)
    _ = storage.initialize(from: elements)
  }

  deinit { storage.deinitialize().deallocate() }

  /// The elements, in order.
  public var elements: ContiguousArray<Value> { ContiguousArray(storage) }

  static let empty = ListValue(ContiguousArray<Value>())
}

/// A value that may be missing.
public final class OptionalValue: Sendable {
  /// The value, or nil where it is missing.
  public let value: Value?

  /// Creates an optional with a value, or without.
  public init(_ value: Value?) {
    self.value = value
  }

  /// The missing value.
  public static let none = OptionalValue(nil)
}

/// A network address or a range of them.
public final class NetworkValue: Sendable {
  enum Content: Hashable {
    case ip(IPAddress)
    case cidr(CIDR)
  }

  let content: Content

  init(_ content: Content) {
    self.content = content
  }

  var type: CELType {
    switch content {
    case .ip: .ip
    case .cidr: .cidr
    }
  }
}

/// A type of the language, as the checker sees it.
public indirect enum CELType: Hashable, Sendable {
  /// The type of `null`.
  case null
  /// Truth values.
  case bool
  /// Signed integers of 64 bits.
  case int
  /// Unsigned integers of 64 bits.
  case uint
  /// Floating-point numbers of 64 bits.
  case double
  /// Text: a sequence of code points.
  case string
  /// A sequence of octets.
  case bytes
  /// A moment in time.
  case timestamp
  /// A span of time.
  case duration
  /// A type that is known only when the expression runs.
  case dyn
  /// What has no type because it has a mistake.
  case error
  /// The type of a value that is itself a type.
  case type(CELType)
  /// Lists of a type of element.
  case list(CELType)
  /// Maps from a type of key to a type of value.
  case map(CELType, CELType)
  /// A simple type that may also be null.
  case nullable(CELType)
  /// A type known by its name alone, such as `optional_type` or `net.IP`.
  case opaque(String, [CELType])
  /// A record type that the host declares.
  case record(String)
  /// A parameter of a generic function.
  case parameter(String)
  /// A parameter of one call, by number, while types are being inferred.
  case variable(Int)

  /// The type of optional values of `type`.
  public static func optional(_ type: CELType) -> CELType { .opaque("optional_type", [type]) }

  /// The type of IP addresses.
  public static let ip = CELType.opaque("net.IP", [])
  /// The type of ranges of IP addresses.
  public static let cidr = CELType.opaque("net.CIDR", [])

  /// The name that `type(x)` shows when an expression runs, without parameters.
  public var runtimeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .dyn, .parameter, .variable: "dyn"
    case .error: "error"
    case .type: "type"
    case .list: "list"
    case .map: "map"
    case .nullable(let type): type.runtimeName
    case .opaque(let name, _), .record(let name): name
    }
  }

  var isDynOrError: Bool {
    switch self {
    case .dyn, .error: true
    default: false
    }
  }

  /// The element of an optional type, or nil.
  var optionalElement: CELType? {
    guard case .opaque("optional_type", let parameters) = self else { return nil }
    return parameters.first ?? .dyn
  }
}

extension CELType: CustomStringConvertible {
  /// The type as it is written in messages, such as `map(string, list(int))`.
  public var description: String {
    switch self {
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .null: "null"
    case .type(.dyn): "type"
    case .type(let type): "type(\(type))"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .nullable(let type): "nullable(\(type))"
    case .opaque("optional_type", let parameters): "optional(\(Self.join(parameters)))"
    case .opaque(let name, let parameters):
      parameters.isEmpty ? name : "\(name)(\(Self.join(parameters)))"
    case .parameter(let name): name
    case .variable: "dyn"
    default: runtimeName
    }
  }

  private static func join(_ types: [CELType]) -> String {
    types.map(\.description).joined(separator: ", ")
  }
}

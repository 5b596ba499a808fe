import CEL
import Foundation

/// Reads VALUE and TYPE of the rows' format.
enum Decoding {
  static func value(_ json: Any?) -> Value? {
    guard let object = json as? [String: Any], object.count == 1, let (kind, content) = object.first
    else { return nil }
    switch kind {
    case "null": return .null
    case "bool": return (content as? Bool).map(Value.bool)
    case "list": return (content as? [Any]).flatMap(list)
    case "map": return (content as? [[Any]]).flatMap(map)
    default: return (content as? String).flatMap { scalar(kind, $0) }
    }
  }

  private static func scalar(_ kind: String, _ text: String) -> Value? {
    switch kind {
    case "int": Int64(text).map(Value.int)
    case "uint": UInt64(text).map(Value.uint)
    case "double": Double(text).map(Value.double)
    case "string": .string(text)
    case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
    case "timestamp": Timestamp(rfc3339: text).map(Value.timestamp)
    case "duration": CELDuration(text: text).map(Value.duration)
    case "type": typeNamed(text).map(Value.type)
    default: nil
    }
  }

  private static func list(_ elements: [Any]) -> Value? {
    var values: [Value] = []
    for element in elements {
      guard let value = value(element) else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  private static func map(_ entries: [[Any]]) -> Value? {
    var pairs: [(key: Value, value: Value)] = []
    for entry in entries {
      guard entry.count == 2, let key = value(entry[0]), let value = value(entry[1]) else {
        return nil
      }
      pairs.append((key, value))
    }
    return MapValue(pairs).map(Value.map)
  }

  private static let simpleTypes: [String: CELType] = [
    "int": .int, "uint": .uint, "double": .double, "bool": .bool, "string": .string,
    "bytes": .bytes, "null_type": .null, "dyn": .dyn, "any": .dyn, "timestamp": .timestamp,
    "duration": .duration, "type": .type(.dyn), "error": .error,
  ]

  /// The type whose name at run time is `name`.
  private static func typeNamed(_ name: String) -> CELType? {
    switch name {
    case "list": .list(.dyn)
    case "map": .map(.dyn, .dyn)
    case "google.protobuf.Timestamp": .timestamp
    case "google.protobuf.Duration": .duration
    default: simpleTypes[name] ?? .opaque(name, [])
    }
  }

  static func type(_ json: Any?) -> CELType? {
    if let name = json as? String { return simpleTypes[name] }
    guard let object = json as? [String: Any], let (kind, content) = object.first else {
      return nil
    }
    switch kind {
    case "list": return type(content).map(CELType.list)
    case "wrapper": return type(content).map(CELType.nullable)
    case "type": return type(content).map(CELType.type)
    case "param": return (content as? String).map(CELType.parameter)
    case "map":
      guard let parts = content as? [Any], parts.count == 2, let key = type(parts[0]),
        let value = type(parts[1])
      else { return nil }
      return .map(key, value)
    case "abstract": return abstract(content)
    default: return nil
    }
  }

  private static func abstract(_ content: Any) -> CELType? {
    guard let object = content as? [String: Any], let name = object["name"] as? String else {
      return nil
    }
    let parameters = (object["params"] as? [Any] ?? []).map { type($0) }
    guard !parameters.contains(nil) else { return nil }
    return .opaque(name, parameters.compactMap { $0 })
  }
}

extension Value {
  /// Whether both are the same in type and value; NaN is the same as NaN.
  func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.double(let a), .double(let b)):
      (a.isNaN && b.isNaN) || a.bitPattern == b.bitPattern
    case (.list(let a), .list(let b)):
      a.elements.count == b.elements.count
        && zip(a.elements, b.elements).allSatisfy { $0.isIdentical(to: $1) }
    case (.map(let a), .map(let b)):
      a.count == b.count
        && zip(a.keys, a.values).allSatisfy { key, value in
          zip(b.keys, b.values).contains { $0.isIdentical(to: key) && $1.isIdentical(to: value) }
        }
    case (.optional(let a), .optional(let b)):
      switch (a.value, b.value) {
      case (nil, nil): true
      case (let one?, let two?): one.isIdentical(to: two)
      default: false
      }
    case (.error, _), (_, .error): false
    default: typeName == other.typeName && isEqual(to: other)
    }
  }
}

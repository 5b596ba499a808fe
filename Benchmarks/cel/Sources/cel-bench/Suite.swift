import CEL
import Foundation

/// The rules and data of the benchmark's file.
struct Suite {
  struct Rule {
    let name: String
    let source: String
    let expected: Bool
  }

  let rules: [Rule]
  let variables: [Environment.Variable]
  let values: [String: Value]

  init?(_ data: Data) {
    guard let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let rules = json["rules"] as? [[String: Any]], let types = json["types"] as? [String: Any],
      let bindings = json["bindings"] as? [String: Any]
    else { return nil }
    self.rules = rules.compactMap { rule in
      guard let name = rule["name"] as? String, let source = rule["expr"] as? String,
        let expected = rule["expect"] as? Bool
      else { return nil }
      return Rule(name: name, source: source, expected: expected)
    }
    variables = types.sorted { $0.key < $1.key }.compactMap { name, type in
      Suite.type(type).map { Environment.Variable(name, $0) }
    }
    values = bindings.compactMapValues { Suite.value($0) }
  }

  static func type(_ json: Any) -> CELType? {
    if let name = json as? String {
      let known: [String: CELType] = [
        "int": .int, "double": .double, "string": .string, "bool": .bool, "dyn": .dyn,
        "timestamp": .timestamp,
      ]
      return known[name]
    }
    guard let object = json as? [String: Any] else { return nil }
    if let element = object["list"] { return type(element).map(CELType.list) }
    guard let parts = object["map"] as? [Any], parts.count == 2, let key = type(parts[0]),
      let value = type(parts[1])
    else { return nil }
    return .map(key, value)
  }

  static func value(_ json: Any) -> Value? {
    guard let object = json as? [String: Any], let (kind, content) = object.first else {
      return nil
    }
    switch kind {
    case "list": return .list((content as? [Any] ?? []).compactMap { value($0) })
    case "map":
      let entries = (content as? [[Any]] ?? []).compactMap { entry in
        value(entry[0]).flatMap { key in value(entry[1]).map { (key: key, value: $0) } }
      }
      return MapValue(entries).map(Value.map)
    case "bool": return .bool(content as? Bool ?? false)
    case "int": return Int64(content as? String ?? "").map(Value.int)
    case "double": return Double(content as? String ?? "").map(Value.double)
    case "timestamp": return Timestamp(rfc3339: content as? String ?? "").map(Value.timestamp)
    case "null": return .null
    default: return (content as? String).map(Value.string)
    }
  }
}

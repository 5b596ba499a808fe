import Foundation

/// One conformance test, as a line of JSON has it.
struct Row {
  let name: String
  let expression: String
  let container: String
  let typeEnvironment: [[String: Any]]
  let bindings: [String: [String: Any]]
  let disablesCheck: Bool
  let checksOnly: Bool
  let expected: [String: Any]

  init?(_ line: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
      let expression = object["expr"] as? String,
      let expected = object["expect"] as? [String: Any], !expected.isEmpty
    else { return nil }
    self.expression = expression
    self.expected = expected
    name = ["section", "name"].compactMap { object[$0] as? String }.joined(separator: "/")
    container = object["container"] as? String ?? ""
    typeEnvironment = object["type_env"] as? [[String: Any]] ?? []
    bindings = object["bindings"] as? [String: [String: Any]] ?? [:]
    disablesCheck = object["disable_check"] as? Bool ?? false
    checksOnly = object["check_only"] as? Bool ?? false
  }
}

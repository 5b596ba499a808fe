import Bilingual
import CEL
import Foundation

/// Runs one row and says what was wrong.
struct Runner {
  /// Why the row failed; nil if it passed.
  static func failure(of row: Row) -> String? {
    guard let environment = environment(of: row) else { return "the row cannot be read" }
    let program: Program
    switch environment.compile(
      row.expression, checksTypes: !row.disablesCheck, checksLiterals: false)
    {
    case .failure(let problems):
      return "does not compile: " + problems.list.map(\.message.en).joined(separator: "; ")
    case .success(let compiled): program = compiled
    }
    if let wanted = row.expected["type"] {
      guard let type = Decoding.type(wanted) else { return "the row has an unknown type" }
      if type != program.resultType { return "type \(program.resultType), wanted \(type)" }
    }
    if row.checksOnly { return row.expected["type"] == nil ? "nothing is expected" : nil }
    return failure(of: row, program, environment)
  }

  private static func failure(
    of row: Row, _ program: Program, _ environment: Environment
  ) -> String? {
    let bindings = Bindings(environment)
    for (name, binding) in row.bindings {
      guard let value = Decoding.value(binding["value"]) else { return "a binding cannot be read" }
      bindings[name] = value
    }
    let (value, cost) = program.evaluateWithCost(bindings)
    let (plain, plainCost) = program.evaluateByReference(bindings)
    guard value.isIdentical(to: plain) || (value.isFailure && plain.isFailure) else {
      return "compiled it gives \(value.quotation), evaluated plainly \(plain.quotation)"
    }
    if cost != plainCost { return "compiled it costs \(cost), evaluated plainly \(plainCost)" }
    if row.expected["error"] != nil {
      return value.isFailure ? nil : "gives \(value.quotation), wanted an error"
    }
    guard let wanted = Decoding.value(row.expected["value"]) else {
      return "the expected value cannot be read"
    }
    return value.isIdentical(to: wanted)
      ? nil : "gives \(value.quotation), wanted \(wanted.quotation)"
  }

  private static func environment(of row: Row) -> Environment? {
    var variables: [Environment.Variable] = []
    var functions: [Function] = []
    for declaration in row.typeEnvironment {
      guard let name = declaration["name"] as? String else { return nil }
      if let overloads = declaration["function"] as? [[String: Any]] {
        guard let function = function(name, overloads) else { return nil }
        functions.append(function)
      } else {
        guard let type = Decoding.type(declaration["ident"]) else { return nil }
        variables.append(Environment.Variable(name, type))
      }
    }
    let declared = Set(variables.map(\.name))
    for name in row.bindings.keys.sorted() where !declared.contains(name) {
      variables.append(Environment.Variable(name, .dyn))
    }
    return Environment(variables: variables, functions: functions, container: row.container)
  }

  private static func function(_ name: String, _ overloads: [[String: Any]]) -> Function? {
    var list: [Function.Overload] = []
    for overload in overloads {
      guard let id = overload["overload_id"] as? String,
        let parameters = overload["params"] as? [Any],
        let result = Decoding.type(overload["result"])
      else { return nil }
      let types = parameters.compactMap { Decoding.type($0) }
      guard types.count == parameters.count else { return nil }
      list.append(
        Function.Overload(
          id, isMember: overload["member"] as? Bool ?? false, types, result, body: { _ in .null }))
    }
    return Function(name, list)
  }
}

extension Value {
  var isFailure: Bool {
    if case .error = self { return true }
    return false
  }
}

import Bilingual

extension Checker {
  mutating func inferSelect(_ id: Int, _ node: Node) -> CELType {
    switch resolution.meanings[id] {
    case .variable(let position): return environment.variables[position].type
    case .type(let type): return .type(type)
    default: break
    }
    let operand = checkKnown(expression.child(node, 0))
    guard let element = operand.optionalElement else { return fieldType(operand, node) }
    return .optional(fieldType(substituted(element), node))
  }

  mutating func inferOptionalSelect(_ id: Int, _ node: Node) -> CELType {
    let operand = checkKnown(expression.child(node, 0))
    return .optional(fieldType(operand.optionalElement.map(substituted) ?? operand, node))
  }

  mutating func inferHas(_ id: Int, _ node: Node) -> CELType {
    let operand = checkKnown(expression.child(node, 0))
    _ = fieldType(operand.optionalElement.map(substituted) ?? operand, node)
    return .bool
  }

  /// The type of the field that `node` names in a value of type `operand`.
  private mutating func fieldType(_ operand: CELType, _ node: Node) -> CELType {
    let field = expression.name(node)
    switch operand {
    case .dyn, .error: return .dyn
    case .variable:
      _ = unification.assign(.dyn, to: operand)
      return .dyn
    case .map(_, let value): return value
    case .record(let name):
      guard let shape = environment.shapes[name] else { return .dyn }
      if let position = shape.position(of: field) { return shape.fields[position].type }
      return report(
        .unknownField, at: node.mark, en: "`\(name)` has no field `\(field)`",
        ru: "у `\(name)` нет поля `\(field)`", help: .meant(field, shape.fields.map(\.name)))
    default:
      return report(
        .typeMismatch, at: node.mark,
        en: "a value of type \(shown(operand)) has no field `\(field)`",
        ru: "у значения типа \(shown(operand)) нет поля `\(field)`")
    }
  }

  mutating func inferCall(_ id: Int, _ node: Node) -> CELType {
    guard case .function(let function, let isQualified) = resolution.meanings[id] else {
      for child in expression.childIDs(node) { _ = check(Int(child)) }
      return unknownFunction(node)
    }
    let isMember = node.isMember && !isQualified
    let operands = expression.childIDs(node).dropFirst(isQualified ? 1 : 0).map { Int($0) }
    var operandTypes: [CELType] = []
    for operand in operands { operandTypes.append(check(operand)) }
    if let result = Library.variadicResult(function.name, operandTypes.map(substituted)) {
      return result
    }
    if let result = resolve(function, isMember: isMember, operandTypes) { return result }
    let shownTypes = operandTypes.map(shown).joined(separator: ", ")
    return report(
      .noMatchingOverload, at: node.mark,
      en: "`\(function.name)` does not take (\(shownTypes))",
      ru: "`\(function.name)` не принимает (\(shownTypes))",
      help: .forms(of: function, isMember: isMember))
  }

  private mutating func unknownFunction(_ node: Node) -> CELType {
    let name = expression.name(node)
    return report(
      .unknownFunction, at: node.mark, en: "there is no function `\(name)`",
      ru: "нет функции `\(name)`", help: .meant(name, environment.functions.keys))
  }

  private mutating func resolve(
    _ function: Function, isMember: Bool, _ operands: [CELType]
  ) -> CELType? {
    var result: CELType?
    for overload in function.overloads
    where overload.isMember == isMember && overload.parameters.count == operands.count {
      if !operands.isEmpty, overload.parameters == operands { return overload.result }
      guard let type = apply(overload.parameters, overload.result, operands) else { continue }
      result = result.map { $0 == type ? $0 : .dyn } ?? type
    }
    return result
  }
}

extension Text {
  /// The ways to call `function`, for a call that fits none.
  fileprivate static func forms(of function: Function, isMember: Bool) -> Text? {
    let forms = function.overloads.prefix(6).map { overload in
      let types = overload.parameters.map(\.description)
      guard overload.isMember, let receiver = types.first else {
        return "\(function.name)(\(types.joined(separator: ", ")))"
      }
      return "\(receiver).\(function.name)(\(types.dropFirst().joined(separator: ", ")))"
    }
    guard !forms.isEmpty else { return nil }
    let list = forms.map { "`\($0)`" }.joined(separator: ", ")
    return Text(en: "it takes \(list)", ru: "допустимо: \(list)")
  }
}

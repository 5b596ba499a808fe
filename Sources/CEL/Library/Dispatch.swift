extension Library {
  /// Calls the overload that takes `operands`, none of which is an error.
  static func call(
    _ name: String, _ candidates: [Function.Overload], _ operands: [Value]
  ) -> Value {
    for candidate in candidates {
      if candidate.body.isChecked || candidates.count > 1, !candidate.accepts(operands) { continue }
      if let result = candidate.body.call(operands) { return result }
    }
    return .noOverload(name, operands: operands)
  }

  /// Whether `or` and `orValue` need not evaluate their operand, since the optional has a value.
  static func isDecided(_ name: String, _ receiver: Value) -> Bool {
    guard name == "or" || name == "orValue", case .optional(let optional) = receiver else {
      return false
    }
    return optional.value != nil
  }

  /// What `or` or `orValue` gives without its operand.
  static func decided(_ name: String, _ receiver: Value) -> Value {
    guard name == "orValue", case .optional(let optional) = receiver else { return receiver }
    return optional.value ?? receiver
  }
}

extension Function {
  /// The overloads that a call with `count` operands could mean.
  func candidates(isMember: Bool, _ count: Int) -> [Overload] {
    let fitting = candidates(isMember: isMember, count: count)
    guard fitting.isEmpty, !isMember else { return fitting }
    return overloads.filter { $0.parameters.isEmpty && $0.id.hasSuffix("_any") && count > 0 }
  }
}

extension Operator {
  /// The result of a binary operator on values that are no errors.
  func apply(_ left: Value, _ right: Value) -> Value {
    switch self {
    case .equal: return .bool(left.isEqual(to: right))
    case .notEqual: return .bool(!left.isEqual(to: right))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = left.compare(to: right) else { return .noOverload(symbol, left, right) }
      return .bool(order.satisfies(self))
    case .contained: return Access.contains(right, left)
    case .index: return Access.index(left, right)
    case .optionalIndex: return Access.optionalIndex(left, right)
    default: return Arithmetic.apply(self, left, right)
    }
  }
}

extension Value {
  /// `!value`.
  var negated: Value {
    guard case .bool(let flag) = self else { return .noOverload("!", self) }
    return .bool(!flag)
  }

  static func unbound(_ name: String) -> Value {
    failure(
      .unboundVariable, en: "nothing is named `\(name)`", ru: "имя `\(name)` ничего не обозначает")
  }

  static func unboundFunction(_ name: String) -> Value {
    failure(.unboundFunction, en: "there is no function `\(name)`", ru: "нет функции `\(name)`")
  }

  static func budgetExceeded(_ limit: Int) -> Value { .error(.budgetExceeded(limit)) }
}

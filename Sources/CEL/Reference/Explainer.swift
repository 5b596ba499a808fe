/// Finds which parts of an expression decided its value, by evaluating parts again.
///
/// Recursion is bounded by ``SyntaxLimits/depth``.
struct Explainer {
  private var evaluator: ReferenceEvaluator
  private let expression: Expression

  /// The number of elements of one quantifier that are explained.
  private static let elementLimit = 16

  init(_ evaluator: ReferenceEvaluator) {
    self.evaluator = evaluator
    expression = evaluator.expression
  }

  private mutating func value(_ id: Int) -> Value {
    evaluator.cost = 0
    return evaluator.evaluate(id)
  }

  mutating func explain(_ id: Int) -> Decision {
    let node = expression.nodes[id]
    switch node.kind {
    case .and, .or: return explainLogic(id, node)
    case .operation: return explainOperation(id, node)
    case .conditional: return explainBranch(id, node)
    case .has: return decision(id, .presence(expression.name(node)))
    case .call: return explainCall(id, node)
    case .fold: return explainFold(id, node)
    case .bind: return explainBinding(id, node)
    default: return decision(id, .value)
    }
  }

  private mutating func decision(
    _ id: Int, _ reason: Decision.Reason, _ parts: [Decision] = []
  ) -> Decision {
    Decision(range: expression.range(id), value: value(id), reason: reason, parts: parts)
  }

  private mutating func explainLogic(_ id: Int, _ node: Node) -> Decision {
    let result = value(id)
    var parts: [Decision] = []
    for child in expression.childIDs(node) where counts(value(Int(child)), for: result) {
      parts.append(explain(Int(child)))
    }
    return Decision(
      range: node.range, value: result, reason: node.kind == .and ? .conjunction : .disjunction,
      parts: parts)
  }

  /// Whether an operand with this value is why the whole has that result.
  private func counts(_ operand: Value, for result: Value) -> Bool {
    switch (operand, result) {
    case (.bool(let one), .bool(let other)): one == other
    case (.bool, _): false
    default: result.isError
    }
  }

  private mutating func explainOperation(_ id: Int, _ node: Node) -> Decision {
    let operands = expression.childIDs(node).map { Int($0) }
    switch node.operation {
    case .not: return decision(id, .negation, [explain(operands[0])])
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained:
      let reason = Decision.Reason.comparison(
        node.operation.symbol, left: value(operands[0]), right: value(operands[1]))
      return decision(id, reason, operands.map { explain($0) })
    default: return decision(id, .value)
    }
  }

  private mutating func explainBranch(_ id: Int, _ node: Node) -> Decision {
    let condition = explain(expression.child(node, 0))
    guard case .bool(let isTaken) = condition.value else {
      return decision(id, .value, [condition])
    }
    let branch = explain(expression.child(node, isTaken ? 1 : 2))
    return decision(id, .branch(taken: isTaken), [condition, branch])
  }

  private mutating func explainCall(_ id: Int, _ node: Node) -> Decision {
    var isQualified = false
    if case .function(_, true) = evaluator.resolution.meanings[id] { isQualified = true }
    let operands = expression.childIDs(node).dropFirst(isQualified ? 1 : 0).map { Int($0) }
    let parts = operands.map { explain($0) }
    return decision(id, .call(expression.name(node), parts.map(\.value)), parts)
  }

  private mutating func explainBinding(_ id: Int, _ node: Node) -> Decision {
    let bound = value(expression.child(node, 0))
    evaluator.locals[Int(evaluator.resolution.slots[id])] = bound
    return explain(expression.child(node, 1))
  }

  private mutating func explainFold(_ id: Int, _ node: Node) -> Decision {
    let range = value(expression.child(node, 0))
    let result = value(id)
    guard let entries = FoldEntries(range) else { return decision(id, .value) }
    switch node.fold {
    case .all, .exists, .existsOne: return explainQuantifier(id, node, entries, result)
    default:
      let kept = Cost.size(result)
      return Decision(
        range: node.range, value: result,
        reason: .selection("\(node.fold)", considered: entries.count, kept: kept), parts: [])
    }
  }

  private mutating func explainQuantifier(
    _ id: Int, _ node: Node, _ entries: FoldEntries, _ result: Value
  ) -> Decision {
    let body = expression.child(node, Int(node.count) - 1)
    let slot = Int(evaluator.resolution.slots[id])
    var matching = 0
    var parts: [Decision] = []
    for position in 0..<entries.count {
      evaluator.bindElement(position, of: entries, node, slot)
      let outcome = value(body)
      if case .bool(true) = outcome { matching += 1 }
      let decides = node.fold == .existsOne ? outcome.isTrue : counts(outcome, for: result)
      guard decides, parts.count < Self.elementLimit else { continue }
      parts.append(
        Decision(
          range: expression.range(body), value: outcome,
          reason: .element(key: entries.key(position), value: entries.value(position)),
          parts: [explain(body)]))
    }
    return Decision(
      range: node.range, value: result,
      reason: .quantifier(
        "\(node.fold)", considered: entries.count, matching: matching), parts: parts)
  }
}

extension Value {
  fileprivate var isTrue: Bool {
    if case .bool(true) = self { return true }
    return false
  }
}

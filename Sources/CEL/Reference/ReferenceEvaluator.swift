/// Evaluates an expression by walking its tree, one plain rule a kind of node.
///
/// It explains decisions, and is what compiled programs are compared with. Recursion is bounded by
/// ``SyntaxLimits/depth``.
struct ReferenceEvaluator {
  let expression: Expression
  let resolution: Resolution
  let variables: (Int) -> Value
  let limit: Int
  var cost = 0
  var locals: ContiguousArray<Value>

  init(
    _ expression: Expression, _ resolution: Resolution, limit: Int,
    variables: @escaping (Int) -> Value
  ) {
    self.expression = expression
    self.resolution = resolution
    self.limit = limit
    self.variables = variables
    locals = ContiguousArray(repeating: .null, count: resolution.slotCount)
  }

  /// The value of the whole expression.
  mutating func run() -> Value {
    let value = evaluate(expression.root)
    return isExhausted ? .budgetExceeded(limit) : value
  }

  private var isExhausted: Bool { cost > limit }

  private mutating func charge(_ units: Int) { cost = cost.saturatingAdd(units) }

  mutating func evaluate(_ id: Int) -> Value {
    guard !isExhausted else { return .budgetExceeded(limit) }
    let node = expression.nodes[id]
    return compute(id, node).located(at: node.range)
  }

  private mutating func compute(_ id: Int, _ node: Node) -> Value {
    switch node.kind {
    case .error: .invalid(en: "the expression has a mistake", ru: "в выражении ошибка")
    case .literal: expression.literals[Int(node.name)]
    case .identifier: name(id, node)
    case .select: select(id, node)
    case .optionalSelect: field(node, Access.optionalSelect)
    case .has: field(node, Access.has)
    case .call: call(id, node)
    case .operation: operation(node)
    case .and: logic(node, decisive: false)
    case .or: logic(node, decisive: true)
    case .conditional: conditional(node)
    case .list: list(node)
    case .map: map(node)
    case .record: record(id, node)
    case .optionalEntry: evaluate(expression.child(node, 0))
    case .fold: fold(id, node)
    case .bind: bind(id, node)
    case .block: block(id, node)
    case .optionalMap, .optionalFlatMap: optionalMap(id, node)
    }
  }

  private mutating func name(_ id: Int, _ node: Node) -> Value {
    charge(1)
    return meaning(id) ?? .unbound(expression.name(node))
  }

  private func meaning(_ id: Int) -> Value? {
    switch resolution.meanings[id] {
    case .local(let slot): locals[slot]
    case .variable(let position): variables(position)
    case .type(let type): .type(type)
    default: nil
    }
  }

  private mutating func select(_ id: Int, _ node: Node) -> Value {
    if let value = meaning(id) {
      charge(1)
      return value
    }
    return field(node, Access.select)
  }

  private mutating func field(
    _ node: Node, _ access: (Value, String, UInt64) -> Value
  ) -> Value {
    let operand = evaluate(expression.child(node, 0))
    charge(1)
    let name = expression.name(node)
    return operand.isError ? operand : access(operand, name, MapKey.print(of: name))
  }

  private mutating func logic(_ node: Node, decisive: Bool) -> Value {
    var failure: Value?
    for child in expression.childIDs(node) {
      switch evaluate(Int(child)) {
      case .bool(decisive): return .bool(decisive)
      case .bool: continue
      case let value:
        let error = value.isError ? value : .noOverload(decisive ? "||" : "&&", value)
        failure = failure ?? error.located(at: expression.range(Int(child)))
      }
    }
    return failure ?? .bool(!decisive)
  }

  private mutating func conditional(_ node: Node) -> Value {
    let condition = evaluate(expression.child(node, 0))
    guard case .bool(let flag) = condition else {
      return condition.isError ? condition : .noOverload("?:", condition)
    }
    return evaluate(expression.child(node, flag ? 1 : 2))
  }

  private mutating func operation(_ node: Node) -> Value {
    let left = evaluate(expression.child(node, 0))
    let operation = node.operation
    guard node.count > 1 else {
      charge(1)
      if left.isError { return left }
      return operation == .not ? left.negated : Arithmetic.negate(left)
    }
    let right = evaluate(expression.child(node, 1))
    if left.isError { return left }
    if right.isError { return right }
    charge(Cost.operation(operation, left, right))
    if isExhausted { return .budgetExceeded(limit) }
    return operation.apply(left, right)
  }

  private mutating func list(_ node: Node) -> Value {
    charge(Cost.list)
    var elements = ContiguousArray<Value>()
    for child in expression.childIDs(node) {
      let value = evaluate(Int(child))
      if value.isError { return value }
      guard expression.nodes[Int(child)].kind == .optionalEntry else {
        elements.append(value)
        continue
      }
      guard case .optional(let optional) = value else { return .noOverload("[?]", value) }
      if let value = optional.value { elements.append(value) }
    }
    return .list(ListValue(elements))
  }

  private mutating func map(_ node: Node) -> Value {
    charge(Cost.map)
    let ids = expression.childIDs(node).map { Int($0) }
    var builder = MapBuilder()
    for position in stride(from: 0, to: ids.count - 1, by: 2) {
      let key = evaluate(ids[position])
      if key.isError { return key }
      let value = evaluate(ids[position + 1])
      if value.isError { return value }
      let isOptional = expression.nodes[ids[position + 1]].kind == .optionalEntry
      if let failure = builder.add(key, value, isOptional: isOptional) { return failure }
    }
    return builder.build()
  }

  private mutating func record(_ id: Int, _ node: Node) -> Value {
    charge(Cost.record)
    guard case .record(let shape) = resolution.meanings[id] else {
      return .unbound(expression.name(node))
    }
    var fields = [Value?](repeating: nil, count: shape.fields.count)
    for (offset, child) in expression.childIDs(node).enumerated() {
      var value: Value? = evaluate(Int(child))
      if let value, value.isError { return value }
      if expression.nodes[Int(child)].kind == .optionalEntry {
        guard case .optional(let optional)? = value else {
          return .noOverload("{?}", value ?? .null)
        }
        value = optional.value
      }
      let name = expression.names[Int(node.name) + 1 + offset]
      guard let position = shape.position(of: name) else { return .noSuchKey(.string(name)) }
      fields[position] = value
    }
    return .record(StoredRecord(shape, fields: fields), row: 0)
  }
}

extension ReferenceEvaluator {
  private mutating func call(_ id: Int, _ node: Node) -> Value {
    guard case .function(let function, let isQualified) = resolution.meanings[id] else {
      charge(1)
      return .unboundFunction(expression.name(node))
    }
    let isMember = node.isMember && !isQualified
    let ids = expression.childIDs(node).dropFirst(isQualified ? 1 : 0).map { Int($0) }
    var operands: [Value] = []
    for (position, child) in ids.enumerated() {
      if position == 1, isMember, Library.isDecided(function.name, operands[0]) {
        charge(1)
        return Library.decided(function.name, operands[0])
      }
      let value = evaluate(child)
      if value.isError { return value }
      operands.append(value)
    }
    let candidates = function.candidates(isMember: isMember, operands.count)
    let chosen = candidates.first { $0.accepts(operands) } ?? candidates.first
    charge(chosen.map { Cost.call($0.cost, operands) } ?? 1)
    if isExhausted { return .budgetExceeded(limit) }
    let result = Library.call(function.name, candidates, operands)
    if let chosen { charge(Cost.result(chosen.cost, result)) }
    return result
  }

  private mutating func bind(_ id: Int, _ node: Node) -> Value {
    charge(Cost.bind)
    locals[Int(resolution.slots[id])] = evaluate(expression.child(node, 0))
    return evaluate(expression.child(node, 1))
  }

  private mutating func block(_ id: Int, _ node: Node) -> Value {
    let ids = expression.childIDs(node).map { Int($0) }
    for (index, child) in ids.dropLast().enumerated() {
      locals[Int(resolution.slots[id]) + index] = evaluate(child)
    }
    return ids.last.map { evaluate($0) } ?? .null
  }

  private mutating func optionalMap(_ id: Int, _ node: Node) -> Value {
    let operand = evaluate(expression.child(node, 0))
    charge(2)
    guard case .optional(let optional) = operand else {
      return operand.isError ? operand : .noOverload("optMap", operand)
    }
    guard let inner = optional.value else { return operand }
    locals[Int(resolution.slots[id])] = inner
    let body = evaluate(expression.child(node, 1))
    if body.isError || node.kind == .optionalMap {
      return body.isError ? body : .optional(OptionalValue(body))
    }
    guard case .optional = body else { return .noOverload("optFlatMap", body) }
    return body
  }

  private mutating func fold(_ id: Int, _ node: Node) -> Value {
    let range = evaluate(expression.child(node, 0))
    if range.isError { return range }
    charge(node.fold.cost.once)
    guard let entries = FoldEntries(range) else { return .noOverload("\(node.fold)", range) }
    var state = FoldState(node.fold)
    let slot = Int(resolution.slots[id])
    for position in 0..<entries.count {
      guard !isExhausted else { return .budgetExceeded(limit) }
      bindElement(position, of: entries, node, slot)
      if !step(node, &state, entries, position) { break }
    }
    return state.result
  }

  /// Puts the element at `position` where the macro's variables are.
  mutating func bindElement(_ position: Int, of entries: FoldEntries, _ node: Node, _ slot: Int) {
    if node.isMember {
      locals[slot] = entries.key(position)
      locals[slot + 1] = entries.value(position)
    } else {
      locals[slot] = entries.element(position)
    }
  }

  /// Takes one element; false where the result is decided.
  private mutating func step(
    _ node: Node, _ state: inout FoldState, _ entries: FoldEntries, _ position: Int
  ) -> Bool {
    if node.count == 3 {
      let condition = evaluate(expression.child(node, 1))
      guard case .bool(let isTaken) = condition else { return state.fail(condition) }
      guard isTaken else {
        charge(node.fold.cost.skipped)
        return true
      }
    }
    let value = evaluate(expression.child(node, Int(node.count) - 1))
    let isTaken = if case .bool(false) = value { false } else { true }
    charge(isTaken ? node.fold.cost.taken : node.fold.cost.skipped)
    return state.take(value, entries, position)
  }
}

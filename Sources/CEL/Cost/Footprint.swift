/// What an expression reads, and what it costs at worst.
struct Footprint: Sendable {
  /// The paths of the host's values that are read, such as `measure.ancestors.@items.kind`.
  var reads: Set<String> = []
  /// The cost of the worst case, in the units of cel-go.
  var cost = 0
}

/// Goes through an expression once, with the greatest sizes that values may have.
///
/// Recursion is bounded by ``SyntaxLimits/depth``.
struct FootprintFinder {
  /// What is known of the value of a part.
  private struct Estimate {
    var cost: Int
    /// The greatest size: characters, octets, elements or entries; 1 for others.
    var size = 1
    /// The greatest size of an element.
    var elementSize = 1
    /// Where the host keeps the value, if the host does.
    var path: String?
  }

  private let expression: Expression
  private let resolution: Resolution
  private let types: ContiguousArray<CELType>
  private let environment: Environment
  private var locals: ContiguousArray<Estimate>
  private var reads: Set<String> = []

  init(
    _ expression: Expression, _ resolution: Resolution, _ types: ContiguousArray<CELType>,
    _ environment: Environment
  ) {
    self.expression = expression
    self.resolution = resolution
    self.types = types
    self.environment = environment
    locals = ContiguousArray(repeating: Estimate(cost: 0), count: resolution.slotCount)
  }

  mutating func find() -> Footprint {
    let root = estimate(expression.root)
    note(root)
    return Footprint(reads: reads, cost: root.cost)
  }

  private mutating func note(_ estimate: Estimate) {
    if let path = estimate.path { reads.insert(path) }
  }

  private mutating func estimate(_ id: Int) -> Estimate {
    let node = expression.nodes[id]
    switch node.kind {
    case .literal: return literal(expression.literals[Int(node.name)])
    case .identifier: return name(id) ?? Estimate(cost: 1)
    case .select, .optionalSelect: return select(id, node)
    case .has: return has(node)
    case .operation: return operation(id, node)
    case .and, .or: return Estimate(cost: total(node))
    case .conditional: return conditional(node)
    case .list: return list(node)
    case .map: return map(node)
    case .record: return Estimate(cost: Cost.record.saturatingAdd(total(node)))
    case .optionalEntry: return estimate(expression.child(node, 0))
    case .fold: return fold(id, node)
    case .bind, .optionalMap, .optionalFlatMap: return bind(id, node)
    case .block: return block(id, node)
    case .call: return call(id, node)
    case .error: return Estimate(cost: 0)
    }
  }

  /// The estimate of a part whose value is used as a whole.
  private mutating func used(_ id: Int) -> Estimate {
    let result = estimate(id)
    note(result)
    return result
  }

  private mutating func total(_ node: Node) -> Int {
    var sum = 0
    for child in expression.childIDs(node) { sum = sum.saturatingAdd(used(Int(child)).cost) }
    return sum
  }

  private func literal(_ value: Value) -> Estimate {
    Estimate(cost: 0, size: Cost.size(value))
  }

  private func name(_ id: Int) -> Estimate? {
    switch resolution.meanings[id] {
    case .local(let slot):
      var local = locals[slot]
      local.cost = 1
      return local
    case .variable(let position):
      let variable = environment.variables[position]
      return stored(at: variable.name, variable.type, cost: 1)
    case .type: return Estimate(cost: 1)
    default: return nil
    }
  }

  /// The estimate of a value that the host keeps at `path`.
  private func stored(at path: String, _ type: CELType, cost: Int) -> Estimate {
    let sizes = environment.sizes
    let isSized: Bool
    switch type {
    case .string, .bytes, .list, .map, .dyn, .opaque: isSized = true
    case .nullable(.string), .nullable(.bytes): isSized = true
    default: isSized = false
    }
    return Estimate(
      cost: cost, size: isSized ? sizes[path] : 1,
      elementSize: isSized ? sizes[path + ".@items"] : 1, path: path)
  }

  private mutating func select(_ id: Int, _ node: Node) -> Estimate {
    if let known = name(id) { return known }
    let operand = estimate(expression.child(node, 0))
    let cost = operand.cost.saturatingAdd(1)
    guard let path = operand.path else {
      return Estimate(cost: cost, size: isSized(id) ? operand.elementSize : 1)
    }
    return stored(at: path + "." + expression.name(node), types[id], cost: cost)
  }

  private func isSized(_ id: Int) -> Bool {
    switch types[id] {
    case .string, .bytes, .list, .map, .dyn, .opaque, .nullable: true
    default: false
    }
  }

  private mutating func has(_ node: Node) -> Estimate {
    let operand = estimate(expression.child(node, 0))
    if let path = operand.path { reads.insert(path + "." + expression.name(node)) }
    return Estimate(cost: operand.cost.saturatingAdd(1))
  }

  private mutating func conditional(_ node: Node) -> Estimate {
    let condition = used(expression.child(node, 0))
    let yes = used(expression.child(node, 1))
    let no = used(expression.child(node, 2))
    return Estimate(
      cost: condition.cost.saturatingAdd(max(yes.cost, no.cost)), size: max(yes.size, no.size),
      elementSize: max(yes.elementSize, no.elementSize))
  }

  private mutating func list(_ node: Node) -> Estimate {
    var result = Estimate(cost: Cost.list, size: Int(node.count), elementSize: 1)
    for child in expression.childIDs(node) {
      let element = used(Int(child))
      result.cost = result.cost.saturatingAdd(element.cost)
      result.elementSize = max(result.elementSize, element.size)
    }
    return result
  }

  private mutating func map(_ node: Node) -> Estimate {
    var result = list(node)
    result.cost = result.cost.saturatingAdd(Cost.map - Cost.list)
    result.size = Int(node.count) / 2
    return result
  }
}

extension FootprintFinder {
  private mutating func operation(_ id: Int, _ node: Node) -> Estimate {
    let operation = node.operation
    let isIndex = operation == .index || operation == .optionalIndex
    let left = isIndex ? estimate(expression.child(node, 0)) : used(expression.child(node, 0))
    guard node.count > 1 else { return Estimate(cost: left.cost.saturatingAdd(1)) }
    let right = used(expression.child(node, 1))
    let operands = left.cost.saturatingAdd(right.cost)
    switch operation {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return Estimate(cost: operands.saturatingAdd(traversal(min(left.size, right.size))))
    case .contained: return Estimate(cost: operands.saturatingAdd(max(1, right.size)))
    case .index, .optionalIndex: return element(of: left, id, node, cost: operands)
    case .add where isSized(id):
      let size = left.size.saturatingAdd(right.size)
      return Estimate(
        cost: operands.saturatingAdd(traversal(size)).saturatingAdd(1), size: size,
        elementSize: max(left.elementSize, right.elementSize))
    default: return Estimate(cost: operands.saturatingAdd(1))
    }
  }

  private func traversal(_ size: Int) -> Int { max(1, Cost.traversal(min(size, .max - 9))) }

  private func element(
    of operand: Estimate, _ id: Int, _ node: Node, cost: Int
  ) -> Estimate {
    let cost = cost.saturatingAdd(1)
    guard let path = operand.path else {
      return Estimate(cost: cost, size: isSized(id) ? operand.elementSize : 1)
    }
    let key = expression.nodes[expression.child(node, 1)]
    if key.kind == .literal, case .string(let name) = expression.literals[Int(key.name)] {
      return stored(at: path + "." + name, types[id], cost: cost)
    }
    let isMap = if case .map = types[expression.child(node, 0)] { true } else { false }
    return stored(at: path + (isMap ? ".@values" : ".@items"), types[id], cost: cost)
  }

  private mutating func fold(_ id: Int, _ node: Node) -> Estimate {
    let rangeID = expression.child(node, 0)
    let range = estimate(rangeID)
    note(range)
    bindVariables(id, node, range, types[rangeID])
    var body = node.fold.cost.taken
    var elementSize = range.elementSize
    for child in expression.childIDs(node).dropFirst() {
      let part = used(Int(child))
      body = body.saturatingAdd(part.cost)
      if node.fold != .filter, node.fold != .sortBy { elementSize = part.size }
    }
    let cost = range.cost.saturatingAdd(node.fold.cost.once)
      .saturatingAdd(range.size.saturatingMultiply(body))
    switch node.fold {
    case .all, .exists, .existsOne: return Estimate(cost: cost)
    case .filter, .sortBy:
      return Estimate(
        cost: cost, size: range.size, elementSize: elementSize, path: range.path)
    default: return Estimate(cost: cost, size: range.size, elementSize: elementSize)
    }
  }

  /// Sets what is known of a macro's variables.
  private mutating func bindVariables(
    _ id: Int, _ node: Node, _ range: Estimate, _ type: CELType
  ) {
    var key = Estimate(cost: 1, size: range.elementSize)
    var element = Estimate(cost: 1, size: range.elementSize, elementSize: range.elementSize)
    switch type {
    case .map(let keyType, let valueType):
      if let path = range.path {
        key = stored(at: path + ".@keys", keyType, cost: 1)
        element = stored(at: path + ".@values", valueType, cost: 1)
      }
      if !node.isMember { element = key }
    case .list(let elementType):
      key = Estimate(cost: 1)
      if let path = range.path {
        element = stored(at: path + ".@items", elementType, cost: 1)
      }
    default:
      if let path = range.path { element = stored(at: path + ".@items", .dyn, cost: 1) }
    }
    let slot = Int(resolution.slots[id])
    locals[slot] = node.isMember ? key : element
    if node.isMember { locals[slot + 1] = element }
  }

  private mutating func bind(_ id: Int, _ node: Node) -> Estimate {
    let value = estimate(expression.child(node, 0))
    locals[Int(resolution.slots[id])] = value
    var result = estimate(expression.child(node, 1))
    result.cost = result.cost.saturatingAdd(value.cost).saturatingAdd(Cost.bind)
    return result
  }

  private mutating func block(_ id: Int, _ node: Node) -> Estimate {
    var cost = 0
    var last = Estimate(cost: 0)
    for (index, child) in expression.childIDs(node).enumerated() {
      last = estimate(Int(child))
      cost = cost.saturatingAdd(last.cost)
      if index < Int(node.count) - 1 { locals[Int(resolution.slots[id]) + index] = last }
    }
    last.cost = cost
    return last
  }

  private mutating func call(_ id: Int, _ node: Node) -> Estimate {
    guard case .function(let function, let isQualified) = resolution.meanings[id] else {
      return Estimate(cost: total(node).saturatingAdd(1))
    }
    var operands: [Estimate] = []
    for child in expression.childIDs(node).dropFirst(isQualified ? 1 : 0) {
      operands.append(used(Int(child)))
    }
    let candidates = function.candidates(
      isMember: node.isMember && !isQualified, operands.count)
    let first = operands.first?.size ?? 1
    let second = operands.count > 1 ? operands[1].size : 1
    let all = operands.reduce(0) { $0.saturatingAdd($1.size) }
    let rules = candidates.map { Cost.call($0.cost, cap(first), cap(second), cap(all)) }
    let cost = operands.reduce(rules.max() ?? 1) { $0.saturatingAdd($1.cost) }
    guard isSized(id) else { return Estimate(cost: cost) }
    let size = Library.keepsSize.contains(function.name) ? first : environment.sizes.unknown
    return Estimate(
      cost: cost.saturatingAdd(traversal(size)), size: max(size, 1),
      elementSize: operands.first?.elementSize ?? 1)
  }

  private func cap(_ size: Int) -> Int { min(size, .max / 2) }
}

extension Library {
  /// The functions whose result is no larger than their first operand.
  static let keepsSize: Set<String> = [
    "distinct", "reverse", "slice", "sort", "lowerAscii", "upperAscii", "trim", "substring",
    "split", "charAt", "dyn", "first", "last", "value", "bytes", "optional.of",
    "optional.ofNonZeroValue", "regex.extract", "regex.extractAll", "unwrapOpt", "or", "orValue",
  ]
}

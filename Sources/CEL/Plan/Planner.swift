/// Turns a checked expression into a tree of steps.
///
/// Recursion is bounded by ``SyntaxLimits/depth``.
struct Planner {
  private let expression: Expression
  private let resolution: Resolution
  private let types: ContiguousArray<CELType>
  private let environment: Environment
  private let firstLocal: Int

  init(
    _ expression: Expression, _ resolution: Resolution, _ types: ContiguousArray<CELType>,
    _ environment: Environment
  ) {
    self.expression = expression
    self.resolution = resolution
    self.types = types
    self.environment = environment
    firstLocal = environment.variables.count
  }

  func plan() -> PlanNode { plan(expression.root) }

  private func plan(_ id: Int) -> PlanNode {
    let node = expression.nodes[id]
    let step = makeStep(id, node)
    return isFoldable(node) ? folded(step, node) : step
  }

  private func child(_ node: Node, _ position: Int) -> PlanNode {
    plan(expression.child(node, position))
  }

  private func children(_ node: Node, from first: Int = 0) -> ContiguousArray<PlanNode> {
    ContiguousArray(expression.childIDs(node).dropFirst(first).map { plan(Int($0)) })
  }

  private func makeStep(_ id: Int, _ node: Node) -> PlanNode {
    switch node.kind {
    case .error:
      FailureNode(
        .invalid(en: "the expression has a mistake", ru: "в выражении ошибка"), node.range)
    case .literal: ConstantNode(expression.literals[Int(node.name)], node.range)
    case .identifier: name(id, node) ?? FailureNode(.unbound(expression.name(node)), node.range)
    case .select: name(id, node) ?? FieldNode(child(node, 0), key(node), node.range)
    case .optionalSelect: OptionalFieldNode(child(node, 0), key(node), node.range)
    case .has: HasNode(child(node, 0), key(node), node.range)
    case .call: call(id, node)
    case .operation: operation(node)
    case .and: AndNode(children(node), node.range)
    case .or: OrNode(children(node), node.range)
    case .conditional:
      ConditionalNode(child(node, 0), child(node, 1), child(node, 2), node.range)
    case .list: list(node)
    case .map: map(node)
    case .record: record(id, node)
    case .optionalEntry: child(node, 0)
    case .fold: fold(id, node)
    case .bind:
      BindNode([child(node, 0)], slot: slot(id), cost: Cost.bind, child(node, 1), node.range)
    case .block: block(id, node)
    case .optionalMap, .optionalFlatMap:
      OptionalMapNode(
        child(node, 0), slot: slot(id), child(node, 1), isFlat: node.kind == .optionalFlatMap,
        node.range)
    }
  }

  private func slot(_ id: Int) -> Int { firstLocal + Int(resolution.slots[id]) }

  private func key(_ node: Node) -> FieldKey {
    guard case .record(let name) = types[expression.child(node, 0)] else {
      return FieldKey(expression.name(node))
    }
    return FieldKey(expression.name(node), in: environment.shapes[name])
  }

  private func name(_ id: Int, _ node: Node) -> PlanNode? {
    switch resolution.meanings[id] {
    case .local(let slot): SlotNode(firstLocal + slot, node.range)
    case .variable(let position): SlotNode(position, node.range)
    case .type(let type): ConstantNode(.type(type), cost: 1, node.range)
    default: nil
    }
  }

  private func operation(_ node: Node) -> PlanNode {
    let left = child(node, 0)
    guard node.count > 1 else {
      return node.operation == .not ? NotNode(left, node.range) : NegateNode(left, node.range)
    }
    let right = child(node, 1)
    switch node.operation {
    case .equal: return EqualNode(left, right, negated: false, node.range)
    case .notEqual: return EqualNode(left, right, negated: true, node.range)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return OrderNode(node.operation, left, right, node.range)
    case .contained: return ContainedNode(left, right, node.range)
    case .index: return IndexNode(left, right, node.range)
    default: return ArithmeticNode(node.operation, left, right, node.range)
    }
  }

  private func list(_ node: Node) -> PlanNode {
    let elements = expression.childIDs(node).map { id in
      (node: plan(Int(id)), isOptional: expression.nodes[Int(id)].kind == .optionalEntry)
    }
    return ListNode(ContiguousArray(elements), node.range)
  }

  private func map(_ node: Node) -> PlanNode {
    let ids = expression.childIDs(node).map { Int($0) }
    var entries = ContiguousArray<(key: PlanNode, value: PlanNode, isOptional: Bool)>()
    for position in stride(from: 0, to: ids.count - 1, by: 2) {
      let isOptional = expression.nodes[ids[position + 1]].kind == .optionalEntry
      entries.append((plan(ids[position]), plan(ids[position + 1]), isOptional))
    }
    return MapNode(entries, node.range)
  }

  private func record(_ id: Int, _ node: Node) -> PlanNode {
    guard case .record(let shape) = resolution.meanings[id] else {
      return FailureNode(.unbound(expression.name(node)), cost: Cost.record, node.range)
    }
    let fields = expression.childIDs(node).enumerated().map { offset, id in
      (
        position: shape.position(of: expression.names[Int(node.name) + 1 + offset]),
        value: plan(Int(id)), isOptional: expression.nodes[Int(id)].kind == .optionalEntry
      )
    }
    return RecordNode(shape, ContiguousArray(fields), node.range)
  }

  private func block(_ id: Int, _ node: Node) -> PlanNode {
    let steps = children(node)
    guard let body = steps.last else { return ConstantNode(.null, node.range) }
    return BindNode(
      ContiguousArray(steps.dropLast()), slot: slot(id), cost: 0, body, node.range)
  }

  private func fold(_ id: Int, _ node: Node) -> PlanNode {
    let source = FoldRange(node: Step(child(node, 0)), slot: slot(id), isPair: node.isMember)
    let bodies = children(node, from: 1)
    guard let body = bodies.last else { return ConstantNode(.null, node.range) }
    let condition = bodies.count > 1 ? bodies[0] : nil
    switch node.fold {
    case .all, .exists: return QuantifierNode(node.fold, source, body, node.range)
    case .filter: return CollectNode(.filter, source, body, nil, node.range)
    case .map, .transformList:
      return CollectNode(node.fold, source, condition, body, node.range)
    default: return FoldNode(node.fold, source, condition, body, node.range)
    }
  }

  // MARK: Calls

  private func call(_ id: Int, _ node: Node) -> PlanNode {
    guard case .function(let function, let isQualified) = resolution.meanings[id] else {
      return FailureNode(.unboundFunction(expression.name(node)), node.range)
    }
    let isMember = node.isMember && !isQualified
    let ids = expression.childIDs(node).dropFirst(isQualified ? 1 : 0).map { Int($0) }
    if let special = specialCall(function.name, isMember: isMember, ids, node) { return special }
    let operands = ContiguousArray(ids.map { plan($0) })
    let all = function.candidates(isMember: isMember, ids.count)
    let fitting = all.filter { fits($0, ids) }
    let candidates = fitting.isEmpty ? all : fitting
    let isShared = all.allSatisfy { $0.family != nil && $0.family == all[0].family }
    guard isShared && !all.isEmpty || candidates.count == 1 && (all.count == 1 || isCertain(ids))
    else {
      return CallNode(function.name, all, operands, node.range)
    }
    switch candidates[0].body {
    case .unary(let body) where ids.count == 1:
      return UnaryCallNode(body, candidates[0].cost, operands[0], node.range)
    case .binary(let body) where ids.count == 2:
      return BinaryCallNode(body, candidates[0].cost, operands[0], operands[1], node.range)
    default: return CallNode(function.name, candidates, operands, node.range)
    }
  }

  /// Whether the types of these operands are known for certain.
  private func isCertain(_ ids: [Int]) -> Bool {
    ids.allSatisfy { id in
      switch types[id] {
      case .dyn, .error, .parameter, .variable, .nullable: false
      default: true
      }
    }
  }

  private func fits(_ overload: Function.Overload, _ ids: [Int]) -> Bool {
    zip(overload.parameters, ids).allSatisfy { parameter, id in
      switch parameter {
      case .dyn, .parameter: true
      default: parameter.runtimeName == types[id].runtimeName || !isCertain([id])
      }
    }
  }

  /// Steps for the calls that rules make most, and for those that do not evaluate all operands.
  private func specialCall(
    _ name: String, isMember: Bool, _ ids: [Int], _ node: Node
  ) -> PlanNode? {
    switch (name, ids.count) {
    case ("size", 1): return size(ids[0], node)
    case ("startsWith", 2) where isMember:
      return StartsWithNode(plan(ids[0]), plan(ids[1]), node.range)
    case ("matches", 2): return matches(ids, node)
    case ("or", 2) where isMember, ("orValue", 2) where isMember:
      guard let overload = environment.functions[name]?.candidates(isMember: true, 2).first,
        case .binary(let body) = overload.body
      else { return nil }
      return AlternativeNode(name, body, plan(ids[0]), plan(ids[1]), node.range)
    default: return nil
    }
  }

  private func size(_ id: Int, _ node: Node) -> PlanNode {
    let operand = expression.nodes[id]
    guard operand.kind == .fold, operand.fold == .filter, !operand.isMember else {
      return SizeNode(plan(id), node.range)
    }
    let source = FoldRange(node: Step(child(operand, 0)), slot: slot(id), isPair: false)
    return CountNode(source, child(operand, 1), operand.range)
  }

  private func matches(_ ids: [Int], _ node: Node) -> PlanNode? {
    guard case .string(let pattern)? = plan(ids[1]).constant,
      expression.nodes[ids[1]].kind == .literal,
      case .pattern(let regex) = PatternCache.compile(pattern)
    else { return nil }
    return MatchesNode(plan(ids[0]), regex, size: pattern.utf8.count, node.range)
  }
}

extension Planner {
  /// Whether the node is an operation or call whose operands are all literals.
  private func isFoldable(_ node: Node) -> Bool {
    switch node.kind {
    case .operation, .call: break
    default: return false
    }
    return node.count > 0
      && expression.childIDs(node).allSatisfy { isLiteral(expression.nodes[Int($0)]) }
  }

  private func isLiteral(_ node: Node) -> Bool { node.kind == .literal }

  /// The value of a step that depends on nothing; the step itself where that is an error.
  private func folded(_ step: PlanNode, _ node: Node) -> PlanNode {
    let slots = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    defer { slots.deallocate() }
    var frame = Frame(slots: slots, limit: Self.foldingLimit)
    let value = step.evaluate(&frame)
    if value.isError || frame.isExhausted { return step }
    return ConstantNode(value, cost: frame.cost, node.range)
  }

  private static let foldingLimit = 1_000
}

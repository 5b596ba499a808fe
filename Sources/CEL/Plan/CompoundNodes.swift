/// `[a, ?b]`.
final class ListNode: PlanNode, @unchecked Sendable {
  private let elements: ContiguousArray<(node: PlanNode, isOptional: Bool)>

  init(_ elements: ContiguousArray<(node: PlanNode, isOptional: Bool)>, _ range: SourceRange) {
    self.elements = elements
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    frame.cost &+= Cost.list
    var values = ContiguousArray<Value>()
    values.reserveCapacity(elements.count)
    for element in elements {
      let value = element.node.evaluate(&frame)
      if value.isError { return value }
      guard element.isOptional else {
        values.append(value)
        continue
      }
      guard case .optional(let optional) = value else {
        return Value.noOverload("[?]", value).located(at: range)
      }
      if let value = optional.value { values.append(value) }
    }
    return .list(ListValue(values))
  }
}

/// `{a: b, ?c: d}`.
final class MapNode: PlanNode, @unchecked Sendable {
  private let entries: ContiguousArray<(key: PlanNode, value: PlanNode, isOptional: Bool)>

  init(
    _ entries: ContiguousArray<(key: PlanNode, value: PlanNode, isOptional: Bool)>,
    _ range: SourceRange
  ) {
    self.entries = entries
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    frame.cost &+= Cost.map
    var builder = MapBuilder()
    for entry in entries {
      let key = entry.key.evaluate(&frame)
      if key.isError { return key }
      let value = entry.value.evaluate(&frame)
      if value.isError { return value }
      if let failure = builder.add(key, value, isOptional: entry.isOptional) {
        return failure.located(at: range)
      }
    }
    return builder.build().located(at: range)
  }
}

/// `Type{field: value}`.
final class RecordNode: PlanNode, @unchecked Sendable {
  private let shape: RecordShape
  private let fields: ContiguousArray<(position: Int?, value: PlanNode, isOptional: Bool)>

  init(
    _ shape: RecordShape,
    _ fields: ContiguousArray<(position: Int?, value: PlanNode, isOptional: Bool)>,
    _ range: SourceRange
  ) {
    self.shape = shape
    self.fields = fields
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    frame.cost &+= Cost.record
    var values = [Value?](repeating: nil, count: shape.fields.count)
    for field in fields {
      var value: Value? = field.value.evaluate(&frame)
      if let value, value.isError { return value }
      if field.isOptional {
        guard case .optional(let optional)? = value else {
          return Value.noOverload("{?}", value ?? .null).located(at: range)
        }
        value = optional.value
      }
      guard let position = field.position else {
        return Value.noSuchKey(.string(shape.name)).located(at: range)
      }
      values[position] = value
    }
    return .record(StoredRecord(shape, fields: values), row: 0)
  }
}

/// `cel.bind(name, value, body)` and `cel.block([values], body)`.
final class BindNode: PlanNode, @unchecked Sendable {
  private let values: ContiguousArray<PlanNode>
  private let slot: Int
  private let cost: Int
  private let body: Step

  init(
    _ values: ContiguousArray<PlanNode>, slot: Int, cost: Int, _ body: PlanNode,
    _ range: SourceRange
  ) {
    self.values = values
    self.slot = slot
    self.cost = cost
    self.body = Step(body)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    frame.cost &+= cost
    let owned = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    for (index, node) in values.enumerated() {
      owned.initializeElement(at: index, to: node.evaluate(&frame))
      if let place = owned.baseAddress { frame.lend(place + index, to: slot + index) }
    }
    defer { owned.deinitialize().deallocate() }
    return body.evaluate(&frame)
  }
}

/// `optional.optMap(x, …)` and `optional.optFlatMap(x, …)`.
final class OptionalMapNode: PlanNode, @unchecked Sendable {
  private let optional: Step
  private let slot: Int
  private let body: Step
  private let isFlat: Bool

  init(
    _ optional: PlanNode, slot: Int, _ body: PlanNode, isFlat: Bool, _ range: SourceRange
  ) {
    self.optional = Step(optional)
    self.slot = slot
    self.body = Step(body)
    self.isFlat = isFlat
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let operand = optional.evaluate(&frame)
    frame.cost &+= 2
    guard case .optional(let box) = operand else {
      return operand.isError ? operand : Value.noOverload("optMap", operand).located(at: range)
    }
    guard var inner = box.value else { return operand }
    frame.lend(&inner, to: slot)
    let value = withExtendedLifetime(inner) { body.evaluate(&frame) }
    if value.isError { return value }
    guard isFlat else { return .optional(OptionalValue(value)) }
    guard case .optional = value else {
      return Value.noOverload("optFlatMap", value).located(at: range)
    }
    return value
  }
}

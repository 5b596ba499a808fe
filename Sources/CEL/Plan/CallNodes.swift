/// A call of one operand.
final class UnaryCallNode: PlanNode, @unchecked Sendable {
  private let operand: Step
  private let body: @Sendable (Value) -> Value
  private let cost: CostRule

  init(
    _ body: @escaping @Sendable (Value) -> Value, _ cost: CostRule, _ operand: PlanNode,
    _ range: SourceRange
  ) {
    self.body = body
    self.cost = cost
    self.operand = Step(operand)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    if value.isError { return value }
    let size = Cost.size(value)
    frame.cost &+= Cost.call(cost, size, 1, size)
    if frame.isExhausted { return .budgetExceeded(frame.limit) }
    let result = body(value)
    frame.cost &+= Cost.result(cost, result)
    return result.located(at: range)
  }
}

/// A call of two operands.
final class BinaryCallNode: PlanNode, @unchecked Sendable {
  private let left: Step
  private let right: Step
  private let body: @Sendable (Value, Value) -> Value
  private let cost: CostRule

  init(
    _ body: @escaping @Sendable (Value, Value) -> Value, _ cost: CostRule, _ left: PlanNode,
    _ right: PlanNode, _ range: SourceRange
  ) {
    self.body = body
    self.cost = cost
    self.left = Step(left)
    self.right = Step(right)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let first = left.evaluate(&frame)
    if first.isError { return first }
    let second = right.evaluate(&frame)
    if second.isError { return second }
    if cost == .one {
      frame.cost &+= 1
    } else {
      let sizes = (Cost.size(first), Cost.size(second))
      frame.cost = frame.cost.saturatingAdd(
        Cost.call(cost, sizes.0, sizes.1, sizes.0 &+ sizes.1))
    }
    if frame.isExhausted { return .budgetExceeded(frame.limit) }
    let result = body(first, second)
    frame.cost &+= Cost.result(cost, result)
    return result.located(at: range)
  }
}

/// A call of any operands, whose overload is chosen by their types at run time.
final class CallNode: PlanNode, @unchecked Sendable {
  private let name: String
  private let candidates: [Function.Overload]
  private let operands: ContiguousArray<PlanNode>

  init(
    _ name: String, _ candidates: [Function.Overload], _ operands: ContiguousArray<PlanNode>,
    _ range: SourceRange
  ) {
    self.name = name
    self.candidates = candidates
    self.operands = operands
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    var values: [Value] = []
    values.reserveCapacity(operands.count)
    for operand in operands {
      let value = operand.evaluate(&frame)
      if value.isError { return value }
      values.append(value)
    }
    let chosen = candidates.first { $0.accepts(values) } ?? candidates.first
    frame.cost = frame.cost.saturatingAdd(chosen.map { Cost.call($0.cost, values) } ?? 1)
    if frame.isExhausted { return .budgetExceeded(frame.limit) }
    let result = Library.call(name, candidates, values)
    if let chosen { frame.cost &+= Cost.result(chosen.cost, result) }
    return result.located(at: range)
  }
}

/// `optional.or(other)` and `optional.orValue(other)`: the other is evaluated only where needed.
final class AlternativeNode: PlanNode, @unchecked Sendable {
  private let name: String
  private let body: @Sendable (Value, Value) -> Value
  private let optional: Step
  private let other: Step

  init(
    _ name: String, _ body: @escaping @Sendable (Value, Value) -> Value, _ optional: PlanNode,
    _ other: PlanNode, _ range: SourceRange
  ) {
    self.name = name
    self.body = body
    self.optional = Step(optional)
    self.other = Step(other)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let first = optional.evaluate(&frame)
    if first.isError { return first }
    if Library.isDecided(name, first) {
      frame.cost &+= 1
      return Library.decided(name, first)
    }
    let second = other.evaluate(&frame)
    if second.isError { return second }
    frame.cost &+= 1
    return body(first, second).located(at: range)
  }
}

/// `size(operand)`.
final class SizeNode: PlanNode, @unchecked Sendable {
  private let operand: Step

  init(_ operand: PlanNode, _ range: SourceRange) {
    self.operand = Step(operand)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    if let place = operand.locate(&frame) { return size(place, &frame) }
    var value = operand.evaluate(&frame)
    if value.isError { return value }
    return size(&value, &frame)
  }

  @inline(__always)
  private func size(_ place: UnsafePointer<Value>, _ frame: inout Frame) -> Value {
    frame.cost &+= 1
    if let list = place.list {
      return .int(Int64(list._withUnsafeGuaranteedRef { $0.storage.count }))
    }
    return Library.size(place.pointee).located(at: range)
  }
}

/// `text.matches("…")` with a pattern that is compiled beforehand.
final class MatchesNode: TestNode, @unchecked Sendable {
  private let text: Step
  private let pattern: Regex
  private let patternSize: Int

  init(_ text: PlanNode, _ pattern: Regex, size: Int, _ range: SourceRange) {
    self.text = Step(text)
    self.pattern = pattern
    patternSize = size
    super.init(range)
  }

  override func test(_ frame: inout Frame) -> Truth {
    if let place = text.locate(&frame) { return test(place, &frame) }
    var value = text.evaluate(&frame)
    if case .error(let error) = value { return frame.fail(error) }
    return test(&value, &frame)
  }

  @inline(__always)
  private func test(_ place: UnsafePointer<Value>, _ frame: inout Frame) -> Truth {
    guard case .string(let text) = place.pointee else {
      frame.cost &+= Cost.call(.pattern, Cost.size(place.pointee), patternSize, 0)
      return fail(&frame, .noOverload("matches", place.pointee, .string("")))
    }
    frame.cost = frame.cost.saturatingAdd(Cost.call(.pattern, text.utf8.count, patternSize, 0))
    if frame.isExhausted { return fail(&frame, .budgetExceeded(frame.limit)) }
    return Truth(pattern.isMatch(text))
  }
}

/// `text.startsWith(part)`, the form that rules use most.
final class StartsWithNode: BinaryTestNode, @unchecked Sendable {
  override var isCall: Bool { true }

  override func test(
    _ left: UnsafePointer<Value>, _ right: UnsafePointer<Value>, _ frame: inout Frame
  ) -> Truth {
    guard case .string(let text) = left.pointee, case .string(let part) = right.pointee else {
      frame.cost &+= Cost.traversal(Cost.size(left.pointee))
      return fail(&frame, .noOverload("startsWith", left.pointee, right.pointee))
    }
    frame.cost &+= Cost.traversal(text.utf8.count)
    return Truth(
      text.withBytes { bytes in part.withBytes { Library.startsWith(bytes, $0) } })
  }
}

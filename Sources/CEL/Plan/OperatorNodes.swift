/// A step with two operands, read in place where that is possible.
class BinaryTestNode: TestNode, @unchecked Sendable {
  final let left: Step
  final let right: Step

  init(_ left: PlanNode, _ right: PlanNode, _ range: SourceRange) {
    self.left = Step(left)
    self.right = Step(right)
    super.init(range)
  }

  /// Whether an error on the left ends the step before the right is evaluated, as in calls.
  var isCall: Bool { false }

  /// Tests two values, neither of which is an error, and charges for that.
  func test(
    _ left: UnsafePointer<Value>, _ right: UnsafePointer<Value>, _ frame: inout Frame
  ) -> Truth { .no }

  override func test(_ frame: inout Frame) -> Truth {
    let leftPlace = left.locate(&frame)
    if let leftPlace, let rightPlace = right.locate(&frame) {
      return test(leftPlace, rightPlace, &frame)
    }
    if let leftPlace {
      var value = right.evaluate(&frame)
      if case .error(let error) = value { return frame.fail(error) }
      return test(leftPlace, &value, &frame)
    }
    var leftValue = left.evaluate(&frame)
    if isCall, case .error(let error) = leftValue { return frame.fail(error) }
    var rightValue = right.evaluate(&frame)
    if case .error(let error) = leftValue { return frame.fail(error) }
    if case .error(let error) = rightValue { return frame.fail(error) }
    return test(&leftValue, &rightValue, &frame)
  }
}

/// `left == right` and `left != right`.
final class EqualNode: BinaryTestNode, @unchecked Sendable {
  private let wanted: Bool

  init(_ left: PlanNode, _ right: PlanNode, negated: Bool, _ range: SourceRange) {
    wanted = !negated
    super.init(left, right, range)
  }

  override func test(
    _ left: UnsafePointer<Value>, _ right: UnsafePointer<Value>, _ frame: inout Frame
  ) -> Truth {
    if case .string(let a) = left.pointee, case .string(let b) = right.pointee {
      frame.cost &+= Cost.traversal(min(a.utf8.count, b.utf8.count))
      return Truth(a.hasSameBytes(as: b) == wanted)
    }
    frame.cost &+= Cost.comparison(left.pointee, right.pointee)
    if frame.isExhausted { return fail(&frame, .budgetExceeded(frame.limit)) }
    return Truth(left.pointee.isEqual(to: right.pointee) == wanted)
  }
}

/// `left < right` and the like.
final class OrderNode: BinaryTestNode, @unchecked Sendable {
  private let operation: Operator

  init(_ operation: Operator, _ left: PlanNode, _ right: PlanNode, _ range: SourceRange) {
    self.operation = operation
    super.init(left, right, range)
  }

  override func test(
    _ left: UnsafePointer<Value>, _ right: UnsafePointer<Value>, _ frame: inout Frame
  ) -> Truth {
    switch (left.pointee, right.pointee) {
    case (.int(let a), .int(let b)):
      frame.cost &+= 1
      return Truth(Ordering(a, b).satisfies(operation))
    case (.double(let a), .double(let b)):
      frame.cost &+= 1
      return Truth(Ordering(a, b).satisfies(operation))
    default:
      frame.cost &+= Cost.comparison(left.pointee, right.pointee)
      guard let order = left.pointee.compare(to: right.pointee) else {
        return fail(&frame, .noOverload(operation.symbol, left.pointee, right.pointee))
      }
      return Truth(order.satisfies(operation))
    }
  }
}

/// `member in collection`.
final class ContainedNode: BinaryTestNode, @unchecked Sendable {
  override func test(
    _ left: UnsafePointer<Value>, _ right: UnsafePointer<Value>, _ frame: inout Frame
  ) -> Truth {
    if let map = right.map {
      frame.cost &+= 1
      return Truth(map._withUnsafeGuaranteedRef { $0.position(of: left.pointee) } != nil)
    }
    guard let list = right.list else {
      frame.cost &+= 1
      return fail(&frame, .noOverload("in", left.pointee, right.pointee))
    }
    return list._withUnsafeGuaranteedRef { list in
      frame.cost &+= list.storage.count
      if frame.isExhausted { return fail(&frame, .budgetExceeded(frame.limit)) }
      guard case .string(let text) = left.pointee else {
        return Truth(list.contains(left.pointee))
      }
      return Truth(list.contains(text))
    }
  }
}

extension ListValue {
  func contains(_ text: String) -> Bool {
    for element in storage {
      if case .string(let other) = element, other.hasSameBytes(as: text) { return true }
    }
    return false
  }
}

/// `left + right` and the other operators that make values.
final class ArithmeticNode: PlanNode, @unchecked Sendable {
  private let operation: Operator
  private let left: Step
  private let right: Step

  init(_ operation: Operator, _ left: PlanNode, _ right: PlanNode, _ range: SourceRange) {
    self.operation = operation
    self.left = Step(left)
    self.right = Step(right)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let a = left.evaluate(&frame)
    let b = right.evaluate(&frame)
    if a.isError { return a }
    if b.isError { return b }
    frame.cost &+= Cost.operation(operation, a, b)
    if frame.isExhausted { return .budgetExceeded(frame.limit) }
    return operation.apply(a, b).located(at: range)
  }
}

/// `-operand`.
final class NegateNode: PlanNode, @unchecked Sendable {
  private let operand: Step

  init(_ operand: PlanNode, _ range: SourceRange) {
    self.operand = Step(operand)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    frame.cost &+= 1
    return value.isError ? value : Arithmetic.negate(value).located(at: range)
  }
}

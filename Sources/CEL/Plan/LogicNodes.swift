/// `a && b && …`: false decides, an error only where nothing is false.
final class AndNode: TestNode, @unchecked Sendable {
  private let operands: Steps

  init(_ operands: ContiguousArray<PlanNode>, _ range: SourceRange) {
    self.operands = Steps(operands)
    super.init(range)
  }

  deinit { operands.release() }

  override func test(_ frame: inout Frame) -> Truth {
    var fault: EvaluationError?
    for position in 0..<operands.count {
      switch operands.test(position, &frame) {
      case .yes: continue
      case .no: return .no
      case .failed: fault = fault ?? frame.fault
      }
    }
    guard let fault else { return .yes }
    return frame.fail(fault)
  }
}

/// `a || b || …`: true decides, an error only where nothing is true.
final class OrNode: TestNode, @unchecked Sendable {
  private let operands: Steps

  init(_ operands: ContiguousArray<PlanNode>, _ range: SourceRange) {
    self.operands = Steps(operands)
    super.init(range)
  }

  deinit { operands.release() }

  override func test(_ frame: inout Frame) -> Truth {
    var fault: EvaluationError?
    for position in 0..<operands.count {
      switch operands.test(position, &frame) {
      case .yes: return .yes
      case .no: continue
      case .failed: fault = fault ?? frame.fault
      }
    }
    guard let fault else { return .no }
    return frame.fail(fault)
  }
}

/// `!operand`.
final class NotNode: TestNode, @unchecked Sendable {
  private let operand: Step

  init(_ operand: PlanNode, _ range: SourceRange) {
    self.operand = Step(operand)
    super.init(range)
  }

  override func test(_ frame: inout Frame) -> Truth {
    frame.cost &+= 1
    switch operand.test(&frame) {
    case .yes: return .no
    case .no: return .yes
    case .failed: return .failed
    }
  }
}

/// `condition ? yes : no`.
final class ConditionalNode: PlanNode, @unchecked Sendable {
  private let condition: Step
  private let yes: Step
  private let no: Step

  init(_ condition: PlanNode, _ yes: PlanNode, _ no: PlanNode, _ range: SourceRange) {
    self.condition = Step(condition)
    self.yes = Step(yes)
    self.no = Step(no)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    switch condition.test(&frame) {
    case .yes: yes.evaluate(&frame)
    case .no: no.evaluate(&frame)
    case .failed: frame.fault.map(Value.error) ?? .null
    }
  }

  override func test(_ frame: inout Frame) -> Truth {
    switch condition.test(&frame) {
    case .yes: yes.test(&frame)
    case .no: no.test(&frame)
    case .failed: .failed
    }
  }
}

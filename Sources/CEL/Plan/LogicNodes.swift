/// `a && b && …`: false decides, an error only where nothing is false.
final class AndNode: TestNode, @unchecked Sendable {
  private let operands: ContiguousArray<PlanNode>

  init(_ operands: ContiguousArray<PlanNode>, _ range: SourceRange) {
    self.operands = operands
    super.init(range)
  }

  override func test(_ frame: inout Frame) -> Truth {
    var fault: EvaluationError?
    for operand in operands {
      switch operand.test(&frame) {
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
  private let operands: ContiguousArray<PlanNode>

  init(_ operands: ContiguousArray<PlanNode>, _ range: SourceRange) {
    self.operands = operands
    super.init(range)
  }

  override func test(_ frame: inout Frame) -> Truth {
    var fault: EvaluationError?
    for operand in operands {
      switch operand.test(&frame) {
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
  private let operand: PlanNode

  init(_ operand: PlanNode, _ range: SourceRange) {
    self.operand = operand
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
  private let condition: PlanNode
  private let yes: PlanNode
  private let no: PlanNode

  init(_ condition: PlanNode, _ yes: PlanNode, _ no: PlanNode, _ range: SourceRange) {
    self.condition = condition
    self.yes = yes
    self.no = no
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

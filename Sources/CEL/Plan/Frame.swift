import Bilingual

/// One evaluation under way.
struct Frame {
  /// The host's variables, then the variables of macros.
  ///
  /// The latter are lent: the bits are copied, but whoever put them there keeps the value alive.
  let slots: UnsafeMutablePointer<Value>
  let limit: Int
  var cost = 0
  /// Why the last test failed.
  var fault: EvaluationError?

  @inline(__always)
  var isExhausted: Bool { cost > limit }

  /// Puts the bits of a value into a slot; the value must outlive their use.
  @inline(__always)
  func lend(_ value: UnsafePointer<Value>, to slot: Int) {
    UnsafeMutableRawPointer(slots + slot).copyMemory(
      from: value, byteCount: MemoryLayout<Value>.size)
  }

  @inline(__always)
  mutating func fail(_ error: EvaluationError) -> Truth {
    fault = error
    return .failed
  }
}

/// The outcome of a test.
enum Truth: UInt8 {
  case no, yes
  /// There is no outcome; the frame has the fault.
  case failed

  @inline(__always)
  init(_ flag: Bool) { self = flag ? .yes : .no }
}

/// A step of a program: an immutable tree, made once, evaluated by any number of threads.
class PlanNode: @unchecked Sendable {
  /// Where the step is in the source.
  final let range: SourceRange

  init(_ range: SourceRange) { self.range = range }

  /// The value of the step.
  func evaluate(_ frame: inout Frame) -> Value { .null }

  /// Whether the step is true; a value of another type has failed.
  func test(_ frame: inout Frame) -> Truth {
    switch evaluate(&frame) {
    case .bool(let flag): return Truth(flag)
    case .error(let error): return frame.fail(error)
    case let value: return frame.fail(notBool(value))
    }
  }

  /// Where the value already is, if it can be had without making a copy.
  ///
  /// Costs are charged only where it can. It stays valid until the evaluation's variables change.
  func locate(_ frame: inout Frame) -> UnsafePointer<Value>? { nil }

  /// The value that is known before anything runs.
  var constant: Value? { nil }

  final func notBool(_ value: Value) -> EvaluationError {
    EvaluationError(
      .noMatchingOverload,
      Text(
        en: "expected a truth value, found \(value.typeName)",
        ru: "нужно логическое значение, а здесь \(value.typeName)"), at: range)
  }

  /// Ends with a failure that gets this step's place.
  final func fail(_ frame: inout Frame, _ failure: Value) -> Truth {
    guard case .error(let error) = failure.located(at: range) else { return .failed }
    return frame.fail(error)
  }
}

/// A step whose value is a truth value.
class TestNode: PlanNode, @unchecked Sendable {
  final override func evaluate(_ frame: inout Frame) -> Value {
    switch test(&frame) {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .failed: frame.fault.map(Value.error) ?? .null
    }
  }
}

/// A value known beforehand.
final class ConstantNode: PlanNode, @unchecked Sendable {
  private let value: UnsafeMutablePointer<Value>
  private let cost: Int

  /// `cost` is what the steps cost that gave the value.
  init(_ value: Value, cost: Int = 0, _ range: SourceRange) {
    self.value = .allocate(capacity: 1)
    self.value.initialize(to: value)
    self.cost = cost
    super.init(range)
  }

  deinit {
    value.deinitialize(count: 1)
    value.deallocate()
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    frame.cost &+= cost
    return value.pointee
  }

  override func locate(_ frame: inout Frame) -> UnsafePointer<Value>? {
    frame.cost &+= cost
    return UnsafePointer(value)
  }

  override var constant: Value? { value.pointee }
}

/// What always fails, such as a name that nothing has.
final class FailureNode: PlanNode, @unchecked Sendable {
  private let failure: Value
  private let cost: Int

  init(_ failure: Value, cost: Int = 1, _ range: SourceRange) {
    self.cost = cost
    self.failure = failure.located(at: range)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    frame.cost &+= cost
    return failure
  }
}

/// A variable, of the host or of a macro.
final class SlotNode: PlanNode, @unchecked Sendable {
  let slot: Int

  init(_ slot: Int, _ range: SourceRange) {
    self.slot = slot
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    frame.cost &+= 1
    return frame.slots[slot].located(at: range)
  }

  override func locate(_ frame: inout Frame) -> UnsafePointer<Value>? {
    if case .error = frame.slots[slot] { return nil }
    frame.cost &+= 1
    return UnsafePointer(frame.slots + slot)
  }

  override func test(_ frame: inout Frame) -> Truth {
    frame.cost &+= 1
    switch frame.slots[slot] {
    case .bool(let flag): return Truth(flag)
    case .error: return fail(&frame, frame.slots[slot])
    case let value: return frame.fail(notBool(value))
    }
  }
}

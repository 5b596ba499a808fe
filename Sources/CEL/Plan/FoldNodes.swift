/// The range of a macro and where its variables are.
struct FoldRange {
  let node: Step
  let slot: Int
  /// Whether the macro has two variables: a position or key, then an element or value.
  let isPair: Bool
}

/// `list.all(x, …)` and `list.exists(x, …)`.
final class QuantifierNode: TestNode, @unchecked Sendable {
  private let source: FoldRange
  private let body: Step
  private let decisive: Truth
  private let perElement: Int

  init(_ fold: Fold, _ source: FoldRange, _ body: PlanNode, _ range: SourceRange) {
    self.source = source
    self.body = Step(body)
    decisive = fold == .exists ? .yes : .no
    perElement = fold.cost.taken
    super.init(range)
  }

  override func test(_ frame: inout Frame) -> Truth {
    if let place = source.node.locate(&frame) { return test(place, &frame) }
    var value = source.node.evaluate(&frame)
    if case .error(let error) = value { return frame.fail(error) }
    return test(&value, &frame)
  }

  @inline(__always)
  private func test(_ place: UnsafePointer<Value>, _ frame: inout Frame) -> Truth {
    frame.cost &+= 1
    var fault: EvaluationError?
    let outcome = source.forEach(place, &frame) { frame in
      let truth = body.test(&frame)
      frame.cost &+= perElement
      if truth == .failed { fault = fault ?? frame.fault }
      return truth == decisive ? .stop : .next
    }
    switch outcome {
    case .stop: return decisive
    case .notIterable: return fail(&frame, .noOverload("all", place.pointee))
    case .exhausted: return fail(&frame, .budgetExceeded(frame.limit))
    case .next: break
    }
    if let fault { return frame.fail(fault) }
    return decisive == .yes ? .no : .yes
  }
}

/// How going through a range goes on, or ended.
enum FoldStep {
  case next, stop, exhausted, notIterable
}

extension FoldRange {
  /// Calls `body` for each element, with the macro's variables set, until it stops.
  ///
  /// The elements are lent: `place` keeps them alive.
  @inline(__always)
  func forEach(
    _ place: UnsafePointer<Value>, _ frame: inout Frame, _ body: (inout Frame) -> FoldStep
  ) -> FoldStep {
    if let list = place.list {
      let elements = list._withUnsafeGuaranteedRef { $0.storage }
      return each(elements.count, &frame, body) { position, frame in
        guard let element = elements.baseAddress else { return }
        if isPair { lendPosition(position, frame) }
        frame.lend(element + position, to: isPair ? slot + 1 : slot)
      }
    }
    guard let map = place.map else { return .notIterable }
    let (keys, values) = map._withUnsafeGuaranteedRef { ($0.keyStorage, $0.storage) }
    return each(keys.count, &frame, body) { position, frame in
      guard let key = keys.baseAddress, let value = values.baseAddress else { return }
      frame.lend(key + position, to: slot)
      if isPair { frame.lend(value + position, to: slot + 1) }
    }
  }

  @inline(__always)
  private func lendPosition(_ position: Int, _ frame: Frame) {
    var number = Value.int(Int64(position))
    frame.lend(&number, to: slot)
  }

  @inline(__always)
  private func each(
    _ count: Int, _ frame: inout Frame, _ body: (inout Frame) -> FoldStep,
    _ bind: (Int, Frame) -> Void
  ) -> FoldStep {
    for position in 0..<count {
      if frame.isExhausted { return .exhausted }
      bind(position, frame)
      if body(&frame) == .stop { return .stop }
    }
    return .next
  }
}

/// `list.filter(x, …).size()`: counts without making the list.
final class CountNode: PlanNode, @unchecked Sendable {
  private let source: FoldRange
  private let body: Step

  init(_ source: FoldRange, _ body: PlanNode, _ range: SourceRange) {
    self.source = source
    self.body = Step(body)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    if let place = source.node.locate(&frame) { return count(place, &frame) }
    var value = source.node.evaluate(&frame)
    if value.isError { return value }
    return count(&value, &frame)
  }

  @inline(__always)
  private func count(_ place: UnsafePointer<Value>, _ frame: inout Frame) -> Value {
    let cost = Fold.filter.cost
    frame.cost &+= cost.once
    var count: Int64 = 0
    var failed = false
    let outcome = source.forEach(place, &frame) { frame in
      switch body.test(&frame) {
      case .yes:
        frame.cost &+= cost.taken
        count &+= 1
      case .no: frame.cost &+= cost.skipped
      case .failed:
        frame.cost &+= cost.taken
        failed = true
        return .stop
      }
      return .next
    }
    switch outcome {
    case .exhausted: return .budgetExceeded(frame.limit)
    case .notIterable: return Value.noOverload("filter", place.pointee).located(at: range)
    default: break
    }
    if failed { return frame.fault.map(Value.error) ?? .null }
    frame.cost &+= 1
    return .int(count)
  }
}

/// `list.filter(x, …)`, and `list.map(x, …)` with or without a condition.
final class CollectNode: PlanNode, @unchecked Sendable {
  private let fold: Fold
  private let source: FoldRange
  private let hasCondition: Bool
  private let condition: Step
  private let hasBody: Bool
  private let body: Step

  /// `body` is what each element becomes; nil keeps it.
  init(
    _ fold: Fold, _ source: FoldRange, _ condition: PlanNode?, _ body: PlanNode?,
    _ range: SourceRange
  ) {
    self.fold = fold
    self.source = source
    hasCondition = condition != nil
    self.condition = Step(condition ?? ConstantNode(.bool(true), range))
    hasBody = body != nil
    self.body = Step(body ?? ConstantNode(.null, range))
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    if let place = source.node.locate(&frame) { return collect(place, &frame) }
    var value = source.node.evaluate(&frame)
    if value.isError { return value }
    return collect(&value, &frame)
  }

  private func collect(_ place: UnsafePointer<Value>, _ frame: inout Frame) -> Value {
    frame.cost &+= fold.cost.once
    var elements = ListBuilder()
    var failure: Value?
    let outcome = source.forEach(place, &frame) { frame in
      take(&elements, &failure, &frame) ? .next : .stop
    }
    switch outcome {
    case .exhausted: return .budgetExceeded(frame.limit)
    case .notIterable: return Value.noOverload("\(fold)", place.pointee).located(at: range)
    default: return failure ?? .list(elements.list())
    }
  }

  /// Takes the element that the slots hold; false after a failure.
  @inline(__always)
  private func take(
    _ elements: inout ListBuilder, _ failure: inout Value?, _ frame: inout Frame
  ) -> Bool {
    if hasCondition {
      switch condition.test(&frame) {
      case .yes: break
      case .no:
        frame.cost &+= fold.cost.skipped
        return true
      case .failed:
        if !hasBody { frame.cost &+= fold.cost.taken }
        failure = frame.fault.map(Value.error)
        return false
      }
    }
    guard hasBody else {
      frame.cost &+= fold.cost.taken
      elements.append(frame.slots + source.slot)
      return true
    }
    let value = body.evaluate(&frame)
    if case .bool(false) = value {
      frame.cost &+= fold.cost.skipped
    } else {
      frame.cost &+= fold.cost.taken
    }
    if value.isError {
      failure = value
      return false
    }
    elements.append(value)
    return true
  }
}

/// Collects the elements of a list in the place where the list will keep them.
private struct ListBuilder: ~Copyable {
  private var storage: UnsafeMutableBufferPointer<Value>
  private var count = 0

  init() { storage = UnsafeMutableBufferPointer(start: nil, count: 0) }

  deinit {
    UnsafeMutableBufferPointer(rebasing: storage[..<count]).deinitialize()
    storage.deallocate()
  }

  @inline(__always)
  mutating func append(_ value: UnsafePointer<Value>) { append(value.pointee) }

  @inline(__always)
  mutating func append(_ value: Value) {
    if count == storage.count { grow() }
    storage.initializeElement(at: count, to: value)
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Value>.allocate(capacity: max(8, storage.count * 2))
    _ = larger.moveInitialize(fromContentsOf: storage[..<count])
    storage.deallocate()
    storage = larger
  }

  /// The list of what was collected; nothing is left in the builder.
  mutating func list() -> ListValue {
    let result = ListValue(adopting: storage, count: count)
    storage = UnsafeMutableBufferPointer(start: nil, count: 0)
    count = 0
    return result
  }
}

/// The macros that rules seldom use, by the same state that the plain evaluator has.
final class FoldNode: PlanNode, @unchecked Sendable {
  private let fold: Fold
  private let source: FoldRange
  private let condition: Step?
  private let body: Step

  init(
    _ fold: Fold, _ source: FoldRange, _ condition: PlanNode?, _ body: PlanNode,
    _ range: SourceRange
  ) {
    self.fold = fold
    self.source = source
    self.condition = condition.map { Step($0) }
    self.body = Step(body)
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    var value = source.node.evaluate(&frame)
    if value.isError { return value }
    frame.cost &+= fold.cost.once
    guard let entries = FoldEntries(value) else {
      return Value.noOverload("\(fold)", value).located(at: range)
    }
    var state = FoldState(fold)
    var position = 0
    let outcome = source.forEach(&value, &frame) { frame in
      defer { position += 1 }
      return step(&state, entries, position, &frame) ? .next : .stop
    }
    return outcome == .exhausted ? .budgetExceeded(frame.limit) : state.result.located(at: range)
  }

  private func step(
    _ state: inout FoldState, _ entries: FoldEntries, _ position: Int, _ frame: inout Frame
  ) -> Bool {
    if let condition {
      switch condition.test(&frame) {
      case .yes: break
      case .no:
        frame.cost &+= fold.cost.skipped
        return true
      case .failed: return state.fail(frame.fault.map(Value.error) ?? .null)
      }
    }
    let value = body.evaluate(&frame)
    let isTaken = if case .bool(false) = value { false } else { true }
    frame.cost &+= isTaken ? fold.cost.taken : fold.cost.skipped
    return state.take(value, entries, position)
  }
}

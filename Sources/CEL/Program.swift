import Bilingual

/// An expression that is ready to be evaluated, any number of times and from any thread.
public final class Program: Sendable {
  /// The expression as it was read.
  public let expression: Expression
  /// The type of the result; dyn where types were not checked.
  public let resultType: CELType
  /// What one evaluation costs at most, with inputs no larger than the environment's sizes say.
  public let worstCaseCost: Int
  /// The paths of what the expression reads, in order, such as `measure.ancestors.@items.kind`.
  ///
  /// A list's elements are `@items`, a map's keys and values `@keys` and `@values`.
  public let reads: [String]
  let environment: Environment
  let resolution: Resolution
  let types: ContiguousArray<CELType>
  let plan: PlanNode

  init(
    _ expression: Expression, _ resolution: Resolution, _ types: ContiguousArray<CELType>,
    _ footprint: Footprint, _ environment: Environment
  ) {
    self.expression = expression
    self.resolution = resolution
    self.types = types
    self.environment = environment
    resultType = types[expression.root]
    worstCaseCost = footprint.cost
    reads = footprint.reads.sorted { $0.compareBytes(to: $1) < 0 }
    plan = Planner(expression, resolution, types, environment).plan()
  }

  /// Evaluates the expression with these values of its variables.
  ///
  /// - Returns: the value; `.error` says why there is none.
  public func evaluate(_ bindings: Bindings) -> Value {
    run(bindings) { plan.evaluate(&$0) }.value
  }

  /// Evaluates, and tells what it cost.
  public func evaluateWithCost(_ bindings: Bindings) -> (value: Value, cost: Int) {
    run(bindings) { plan.evaluate(&$0) }
  }

  /// Evaluates a condition.
  ///
  /// - Throws: the error that the expression gave, or what it gave in place of a truth value.
  public func isTrue(_ bindings: Bindings) throws(EvaluationError) -> Bool {
    let bindings = usable(bindings)
    bindings.isInUse = true
    defer { bindings.isInUse = false }
    bindings.reserve(resolution.slotCount)
    var frame = Frame(slots: bindings.slots, limit: environment.costLimit)
    let truth = plan.test(&frame)
    if frame.isExhausted { throw .budgetExceeded(frame.limit) }
    if truth == .failed, let fault = frame.fault { throw fault }
    return truth == .yes
  }

  /// The bindings, or others where these are in use or were made for another environment.
  @inline(__always)
  private func usable(_ bindings: Bindings) -> Bindings {
    guard bindings.belong(to: environment) else { return Bindings(environment) }
    return bindings.isInUse ? bindings.copy() : bindings
  }

  @inline(__always)
  private func run(
    _ bindings: Bindings, _ body: (inout Frame) -> Value
  ) -> (value: Value, cost: Int) {
    let bindings = usable(bindings)
    bindings.isInUse = true
    defer { bindings.isInUse = false }
    bindings.reserve(resolution.slotCount)
    var frame = Frame(slots: bindings.slots, limit: environment.costLimit)
    let value = body(&frame)
    return (frame.isExhausted ? .budgetExceeded(frame.limit) : value, frame.cost)
  }
}

extension EvaluationError {
  static func budgetExceeded(_ limit: Int) -> EvaluationError {
    EvaluationError(
      .budgetExceeded,
      Text(
        en: "evaluation costs more than \(limit) units",
        ru: "вычисление дороже \(limit) единиц"))
  }
}

extension Environment {
  /// Reads, checks and prepares an expression.
  ///
  /// - Parameters:
  ///   - source: the expression.
  ///   - checksTypes: whether types are checked; without it mistakes show when it runs.
  ///   - checksLiterals: whether literal patterns, moments and the like are read at once.
  ///   - worstCaseLimit: the cost of the worst case, in the units of cel-go, above which the
  ///     expression is refused; nil to take any.
  /// - Returns: the program, or every problem found.
  public func compile(
    _ source: String, checksTypes: Bool = true, checksLiterals: Bool = true,
    worstCaseLimit: Int? = nil
  ) -> Result<Program, Problems> {
    do throws(Problems) {
      let expression = try Expression(source)
      let resolution = Resolver.resolve(expression, in: self)
      var types = ContiguousArray(repeating: CELType.dyn, count: expression.nodes.count)
      if checksTypes { types = try Checker.check(expression, in: self, resolution) }
      let literals = LiteralCheck(expression: expression, resolution: resolution)
      let badLiterals = checksLiterals ? literals.problems() : []
      if !badLiterals.isEmpty { throw Problems(badLiterals) }
      var finder = FootprintFinder(expression, resolution, types, self)
      let footprint = finder.find()
      if let worstCaseLimit, footprint.cost > worstCaseLimit {
        throw Problems([.tooCostly(expression, footprint.cost, limit: worstCaseLimit)])
      }
      return .success(Program(expression, resolution, types, footprint, self))
    } catch {
      return .failure(error)
    }
  }
}

extension Problem {
  fileprivate static func tooCostly(_ expression: Expression, _ cost: Int, limit: Int) -> Problem {
    Problem(
      .tooCostly, at: expression.range(expression.root),
      Text(
        en: "at worst this costs \(cost) units, more than the \(limit) allowed",
        ru: "в худшем случае это стоит \(cost) единиц, а допустимо \(limit)"))
  }
}

extension Program {
  /// Evaluates by walking the tree: slow, but as plain as the rules are.
  public func evaluateByReference(_ bindings: Bindings) -> (value: Value, cost: Int) {
    guard bindings.belong(to: environment) else {
      return evaluateByReference(Bindings(environment))
    }
    var evaluator = ReferenceEvaluator(
      expression, resolution, limit: environment.costLimit
    ) { bindings.slots[$0] }
    let value = evaluator.run()
    return (value, evaluator.cost)
  }
}

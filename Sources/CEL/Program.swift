/// An expression that is ready to be evaluated, any number of times and from any thread.
public struct Program: Sendable {
  /// The expression as it was read.
  public let expression: Expression
  /// The type of the result; dyn where types were not checked.
  public let resultType: CELType
  let environment: Environment
  let resolution: Resolution
  let types: ContiguousArray<CELType>
}

extension Environment {
  /// Reads, checks and prepares an expression.
  ///
  /// - Parameters:
  ///   - source: the expression.
  ///   - checksTypes: whether types are checked; without it mistakes show when it runs.
  /// - Returns: the program, or every problem found.
  public func compile(_ source: String, checksTypes: Bool = true) -> Result<Program, Problems> {
    do throws(Problems) {
      let expression = try Expression(source)
      let resolution = Resolver.resolve(expression, in: self)
      var types = ContiguousArray(repeating: CELType.dyn, count: expression.nodes.count)
      if checksTypes { types = try Checker.check(expression, in: self, resolution) }
      return .success(
        Program(
          expression: expression, resultType: types[expression.root], environment: self,
          resolution: resolution, types: types))
    } catch {
      return .failure(error)
    }
  }
}

extension Program {
  /// Evaluates by walking the tree: slow, but as plain as the rules are.
  public func evaluateByReference(_ bindings: Bindings) -> (value: Value, cost: Int) {
    var evaluator = ReferenceEvaluator(
      expression, resolution, limit: environment.costLimit
    ) { bindings.slots[$0] }
    let value = evaluator.run()
    return (value, evaluator.cost)
  }
}

/// The functions that every environment has: the standard library and the extensions.
enum Library {
  static let functions: [String: Function] = {
    let groups = [
      conversions, strings, times, texts, mathematics, lists, sets, optionals, encoders, patterns,
      network,
    ]
    var merged: [String: Function] = [:]
    for function in groups.joined() {
      let earlier = merged[function.name]?.overloads ?? []
      merged[function.name] = Function(function.name, earlier + function.overloads)
    }
    return merged
  }()

  /// A function called as `f(a)`.
  static func global(
    _ name: String, _ overloads: [(id: String, parameters: [CELType], result: CELType)],
    cost: CostRule = .one, _ body: Function.Body
  ) -> Function {
    Function(
      name,
      overloads.map {
        Function.Overload(
          $0.id, false, $0.parameters, $0.result, cost: cost, family: overloads.first?.id,
          body: body)
      })
  }

  /// A function called as `a.f()`.
  static func member(
    _ name: String, _ overloads: [(id: String, parameters: [CELType], result: CELType)],
    cost: CostRule = .one, _ body: Function.Body
  ) -> Function {
    Function(
      name,
      overloads.map {
        Function.Overload(
          $0.id, true, $0.parameters, $0.result, cost: cost, family: overloads.first?.id,
          body: body)
      })
  }

  /// The type of a call whose number of operands is free; nil for other functions.
  static func variadicResult(_ name: String, _ operands: [CELType]) -> CELType? {
    guard name == "math.greatest" || name == "math.least", operands.count > 1 else { return nil }
    let isNumeric = operands.allSatisfy { [.int, .uint, .double, .dyn].contains($0) }
    guard isNumeric else { return nil }
    return operands.dropFirst().allSatisfy { $0 == operands[0] } ? operands[0] : .dyn
  }
}

import Bilingual

/// Finds the type of every part of an expression, and every mistake in it.
///
/// Recursion is bounded by ``SyntaxLimits/depth``.
struct Checker {
  let expression: Expression
  let environment: Environment
  let resolution: Resolution
  var types: ContiguousArray<CELType>
  var problems: [Problem] = []
  var unification = Unification()
  var locals: [CELType] = []
  var localNames: [String] = []

  init(_ expression: Expression, _ environment: Environment, _ resolution: Resolution) {
    self.expression = expression
    self.environment = environment
    self.resolution = resolution
    types = ContiguousArray(repeating: .dyn, count: expression.nodes.count)
  }

  /// The type of every node.
  ///
  /// - Throws: all the problems of the expression.
  static func check(
    _ expression: Expression, in environment: Environment, _ resolution: Resolution
  ) throws(Problems) -> ContiguousArray<CELType> {
    var checker = Checker(expression, environment, resolution)
    _ = checker.check(expression.root)
    guard checker.problems.isEmpty else { throw Problems(checker.problems) }
    for id in checker.types.indices {
      checker.types[id] = checker.unification.substitute(checker.types[id], toDyn: true)
    }
    return checker.types
  }

  mutating func check(_ id: Int) -> CELType {
    let type = infer(id, expression.nodes[id])
    types[id] = type
    return type
  }

  /// The type of node `id`, with what is known of its parameters.
  mutating func checkKnown(_ id: Int) -> CELType {
    let type = check(id)
    return substituted(type)
  }

  private mutating func infer(_ id: Int, _ node: Node) -> CELType {
    switch node.kind {
    case .error: .error
    case .literal: expression.literals[Int(node.name)].type
    case .identifier: inferName(id, node)
    case .select: inferSelect(id, node)
    case .optionalSelect: inferOptionalSelect(id, node)
    case .has: inferHas(id, node)
    case .call: inferCall(id, node)
    case .operation: inferOperation(id, node)
    case .and, .or: inferLogic(node)
    case .conditional: inferConditional(id, node)
    case .list: inferList(node)
    case .map: inferMap(node)
    case .record: inferRecord(id, node)
    case .optionalEntry: check(expression.child(node, 0))
    case .fold: inferFold(id, node)
    case .bind: inferBind(node)
    case .block: inferBlock(node)
    case .optionalMap, .optionalFlatMap: inferOptionalMap(node)
    }
  }

  func substituted(_ type: CELType) -> CELType { unification.substitute(type, toDyn: false) }

  func shown(_ type: CELType) -> String {
    unification.substitute(type, toDyn: true).description
  }

  mutating func report(
    _ code: Problem.Code, at range: SourceRange, en: String, ru: String, help: Text? = nil
  ) -> CELType {
    problems.append(Problem(code, at: range, Text(en: en, ru: ru), help: help))
    return .error
  }

  mutating func require(_ id: Int, _ wanted: CELType) {
    let type = check(id)
    guard !unification.assign(type, to: wanted) else { return }
    _ = report(
      .typeMismatch, at: expression.range(id),
      en: "expected \(shown(wanted)), found \(shown(type))",
      ru: "нужен тип \(shown(wanted)), а здесь \(shown(type))")
  }

  private mutating func inferName(_ id: Int, _ node: Node) -> CELType {
    switch resolution.meanings[id] {
    case .local(let slot): return locals[slot]
    case .variable(let position): return environment.variables[position].type
    case .type(let type): return .type(type)
    default:
      let name = expression.name(node)
      let known = environment.variables.map(\.name) + localNames
      return report(
        .unknownName, at: node.range, en: "nothing is named `\(name)`",
        ru: "имя `\(name)` ничего не обозначает", help: .meant(name, known))
    }
  }

  private mutating func inferLogic(_ node: Node) -> CELType {
    for child in expression.childIDs(node) { require(Int(child), .bool) }
    return .bool
  }

  private mutating func inferConditional(_ id: Int, _ node: Node) -> CELType {
    require(expression.child(node, 0), .bool)
    let yes = check(expression.child(node, 1))
    let no = check(expression.child(node, 2))
    let result = unification.fresh()
    if unification.assign([yes, no], to: [result, result]) { return substituted(result) }
    if unification.assign(no, to: yes) { return substituted(yes) }
    if unification.assign(yes, to: no) { return substituted(no) }
    return report(
      .typeMismatch, at: node.mark,
      en: "both branches need one type, found \(shown(yes)) and \(shown(no))",
      ru: "обе ветви должны быть одного типа, а здесь \(shown(yes)) и \(shown(no))")
  }

  private mutating func inferOperation(_ id: Int, _ node: Node) -> CELType {
    let operands = expression.childIDs(node).map { Int($0) }
    let operandTypes = operands.map { checkKnown($0) }
    let operation = node.operation
    if let result = resolve(operation.signatures, operandTypes) { return result }
    let shownTypes = operandTypes.map(shown).joined(separator: ", ")
    return report(
      .noMatchingOverload, at: node.mark,
      en: "`\(operation.symbol)` does not take (\(shownTypes))",
      ru: "`\(operation.symbol)` не работает с типами (\(shownTypes))",
      help: fraction(operands, operandTypes))
  }

  /// How to write a whole number beside one with a fraction, where that is what does not fit.
  private func fraction(_ operands: [Int], _ types: [CELType]) -> Text? {
    guard types.contains(.double), let place = types.firstIndex(of: .int), types.count == 2 else {
      return nil
    }
    let node = expression.nodes[operands[place]]
    guard node.kind == .literal, case .int(let number) = expression.literals[Int(node.name)] else {
      let text = expression.text(of: operands[place])
      return Text(en: "write `double(\(text))`", ru: "напишите `double(\(text))`")
    }
    return Text(en: "write `\(number).0`", ru: "напишите `\(number).0`")
  }

  /// The type that the fitting signatures agree on; dyn where they do not; nil where none fits.
  private mutating func resolve(
    _ signatures: [Operator.Signature], _ operands: [CELType]
  ) -> CELType? {
    if let exact = signatures.first(where: { $0.operands == operands }) { return exact.result }
    var result: CELType?
    for signature in signatures {
      guard let type = apply(signature.operands, signature.result, operands) else { continue }
      result = result.map { $0 == type ? $0 : .dyn } ?? type
    }
    return result
  }

  /// The result of a call whose parameters take `operands`; nil where they do not.
  mutating func apply(
    _ parameters: [CELType], _ result: CELType, _ operands: [CELType]
  ) -> CELType? {
    var names: [(String, CELType)] = []
    let wanted = parameters.map { unification.instantiate($0, &names) }
    let outcome = unification.instantiate(result, &names)
    guard unification.assign(operands, to: wanted) else { return nil }
    return substituted(outcome)
  }
}

extension Text {
  /// `did you mean …?`, where something known is near to `name`.
  static func meant(_ name: String, _ known: some Sequence<String>) -> Text? {
    nearestName(to: name, in: known).map {
      Text(en: "did you mean `\($0)`?", ru: "может быть, `\($0)`?")
    }
  }
}

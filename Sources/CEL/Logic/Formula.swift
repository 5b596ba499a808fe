/// What a condition says of the values of its parts: comparisons of terms with values, joined by
/// and, or and not.
///
/// A term is a part of the expression that stands for one value wherever it is written the same
/// way, such as `measure.kind`. What is no comparison with a value is a truth of its own.
public struct Formula: Sendable {
  indirect enum Node: Sendable {
    case constant(Bool)
    /// A term is one of these values.
    case member(String, ValueSet)
    /// A truth that nothing more is known of.
    case truth(String)
    case not(Node)
    case all([Node])
    case some([Node])
  }

  /// What is known of a term from the expression alone.
  struct Term: Sendable {
    let least: ValuePoint
    let range: ValueSet
    let mayBeNaN: Bool
  }

  let node: Node
  let terms: [String: Term]

  /// The terms and truths that it speaks of, in no order.
  public var subjects: Set<String> {
    var found = Set(terms.keys)
    var pending = [node]
    while let next = pending.popLast() {
      switch next {
      case .truth(let key): found.insert(key)
      case .not(let inner): pending.append(inner)
      case .all(let parts), .some(let parts): pending += parts
      case .constant, .member: break
      }
    }
    return found
  }

  /// The formula that is true where this one is false.
  public var negation: Formula { Formula(node: .not(node), terms: terms) }
}

extension Program {
  /// The condition as a formula; a condition that gives true makes the formula true whatever
  /// stands for the parts of it that have no value.
  public var formula: Formula {
    var builder = FormulaBuilder(expression, types)
    let node = builder.build(expression.root)
    return Formula(node: node, terms: builder.terms)
  }
}

/// Builds a formula. Recursion is bounded by ``SyntaxLimits/depth``.
private struct FormulaBuilder {
  private let expression: Expression
  private let types: ContiguousArray<CELType>
  private(set) var terms: [String: Formula.Term] = [:]

  init(_ expression: Expression, _ types: ContiguousArray<CELType>) {
    self.expression = expression
    self.types = types
  }

  mutating func build(_ id: Int) -> Formula.Node {
    let node = expression.nodes[id]
    switch node.kind {
    case .literal:
      if case .bool(let flag) = expression.literals[Int(node.name)] { return .constant(flag) }
    case .and: return .all(expression.childIDs(node).map { build(Int($0)) })
    case .or: return .some(expression.childIDs(node).map { build(Int($0)) })
    case .conditional:
      let condition = build(expression.child(node, 0))
      return .some([
        .all([condition, build(expression.child(node, 1))]),
        .all([.not(condition), build(expression.child(node, 2))]),
      ])
    case .operation:
      if let comparison = operation(node) { return comparison }
    default: break
    }
    return .truth(expression.text(of: id))
  }

  private mutating func operation(_ node: Node) -> Formula.Node? {
    if node.operation == .not { return .not(build(expression.child(node, 0))) }
    guard node.count == 2 else { return nil }
    let (left, right) = (expression.child(node, 0), expression.child(node, 1))
    if node.operation == .contained { return membership(of: left, in: right) }
    if let value = constant(right) { return comparison(left, node.operation, value) }
    if let value = constant(left) { return comparison(right, node.operation.mirrored, value) }
    return nil
  }

  /// `term operation value`.
  private mutating func comparison(
    _ id: Int, _ operation: Operator, _ value: Value
  ) -> Formula.Node? {
    if case .bool(let flag) = value, types[id] == .bool {
      guard operation == .equal || operation == .notEqual else { return nil }
      let inner = build(id)
      return flag == (operation == .equal) ? inner : .not(inner)
    }
    guard let point = point(value, as: types[id]), let key = term(id) else { return nil }
    let least = terms[key]?.least ?? point
    switch operation {
    case .equal: return .member(key, ValueSet([point]))
    case .notEqual: return .not(.member(key, ValueSet([point])))
    case .less: return .member(key, ValueSet(from: least, before: point))
    case .lessOrEqual: return .member(key, ValueSet(from: least, through: point))
    case .greater:
      return .member(key, point.next.map { ValueSet(from: $0) } ?? ValueSet())
    case .greaterOrEqual: return .member(key, ValueSet(from: point))
    default: return nil
    }
  }

  /// `term in [values]`.
  private mutating func membership(of id: Int, in list: Int) -> Formula.Node? {
    let node = expression.nodes[list]
    guard node.kind == .list else { return nil }
    var points: [ValuePoint] = []
    for child in expression.childIDs(node) {
      guard let value = constant(Int(child)), let point = point(value, as: types[id]) else {
        return nil
      }
      points.append(point)
    }
    guard !points.isEmpty, let key = term(id) else { return nil }
    return .member(key, ValueSet(points))
  }

  /// The name of a term, noted with what is known of it; nil where its values have no order.
  private mutating func term(_ id: Int) -> String? {
    guard let least = ValuePoint.least(of: types[id]), types[id] != .bool, constant(id) == nil
    else { return nil }
    let key = expression.text(of: id)
    if terms[key] == nil {
      terms[key] = Formula.Term(
        least: least, range: range(of: id) ?? ValueSet(from: least),
        mayBeNaN: types[id] == .double)
    }
    return key
  }

  /// The values that a call can give, where that is less than its type has.
  private func range(of id: Int) -> ValueSet? {
    let node = expression.nodes[id]
    guard node.kind == .call, types[id] == .int else { return nil }
    guard let range = Self.ranges[expression.name(node)] else { return nil }
    return ValueSet(from: .int(range.lowerBound), through: .int(range.upperBound))
  }

  private static let ranges: [String: ClosedRange<Int64>] = [
    "size": 0...Int64.max, "getDayOfWeek": 0...6, "getMonth": 0...11, "getDate": 1...31,
    "getDayOfMonth": 0...30, "getDayOfYear": 0...365,
  ]

  private func point(_ value: Value, as type: CELType) -> ValuePoint? {
    if type == .double, case .int(let number) = value, number.magnitude <= 1 << 53 {
      return ValuePoint(.double(Double(number)))
    }
    return value.type == type ? ValuePoint(value) : nil
  }

  /// The value of a literal, of a sign before one, and of `timestamp` of one.
  private func constant(_ id: Int) -> Value? {
    let node = expression.nodes[id]
    switch node.kind {
    case .literal: return expression.literals[Int(node.name)]
    case .call where expression.name(node) == "timestamp" && node.count == 1 && !node.isMember:
      guard let operand = constant(expression.child(node, 0)) else { return nil }
      let value = Library.timestamp(operand)
      return value.isError ? nil : value
    default: return nil
    }
  }
}

extension Operator {
  /// The comparison with its operands exchanged.
  fileprivate var mirrored: Operator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

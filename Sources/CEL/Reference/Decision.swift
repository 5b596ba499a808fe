/// Why an expression, or a part of it, has the value it has.
public struct Decision: Sendable {
  /// How the value came about.
  public enum Reason: Sendable {
    /// `a && b`: the parts are the false operands, or all where none is false.
    case conjunction
    /// `a || b`: the parts are the true operands, or all where none is true.
    case disjunction
    /// `!a`: the part is the operand.
    case negation
    /// A comparison such as `>=` or `in`, with what was compared.
    case comparison(String, left: Value, right: Value)
    /// `all`, `exists` or `exists_one`: how many elements there were and how many held.
    ///
    /// The parts are elements that decided, each with the reason ``element(key:value:)``; of many
    /// only the first are there.
    case quantifier(String, considered: Int, matching: Int)
    /// An element of a quantifier: its position or key, and its value; the part is the condition.
    case element(key: Value, value: Value)
    /// `condition ? yes : no`: the parts are the condition and the branch taken.
    case branch(taken: Bool)
    /// `has(a.field)`.
    case presence(String)
    /// A call of a function; the parts are its operands.
    case call(String, [Value])
    /// A macro that makes a list or map: how many elements there were and how many it kept.
    case selection(String, considered: Int, kept: Int)
    /// A name, a field, a literal: nothing to explain.
    case value
  }

  /// Where the part is in the source, in bytes.
  public let range: SourceRange
  /// The value it has.
  public let value: Value
  /// How the value came about.
  public let reason: Reason
  /// The parts that decided.
  public let parts: [Decision]

  /// The parts without parts of their own: what in the end decided, in the order of the source.
  public var grounds: [Decision] {
    let inner = parts.flatMap(\.grounds)
    switch reason {
    case .comparison, .presence, .call: return [self]
    default: return inner.isEmpty ? [self] : inner
    }
  }
}

/// The value of an expression and why it has it.
public struct Trace: Sendable {
  /// The value.
  public let value: Value
  /// Why.
  public let decision: Decision
}

extension Program {
  /// Evaluates and explains.
  ///
  /// Slow in comparison with ``evaluate(_:)``, but the value is the same.
  public func trace(_ bindings: Bindings) -> Trace {
    guard bindings.belong(to: environment) else { return trace(Bindings(environment)) }
    let evaluator = ReferenceEvaluator(
      expression, resolution, limit: environment.costLimit
    ) { bindings.slots[$0] }
    var explainer = Explainer(evaluator)
    let decision = explainer.explain(expression.root)
    return Trace(value: decision.value, decision: decision)
  }

  /// The text of a part of the source.
  public func text(_ range: SourceRange) -> String {
    expression.source.bytes(in: range.start..<max(range.start, range.end))
  }
}

import Bilingual
public import CEL

/// What a condition comes to.
public enum Judgement: Sendable {
  /// It is true.
  case holds
  /// It is false.
  case fails
  /// It has no truth value, for this reason.
  case broken(EvaluationError)

  /// Reads the value of a condition; whatever is no truth value is a fault of the condition.
  public init(_ value: Value) {
    switch value {
    case .bool(true): self = .holds
    case .bool(false): self = .fails
    case .error(let error): self = .broken(error)
    default: self = .broken(.noTruth(value))
    }
  }
}

extension Rule {
  /// The rule's own words for those who break it; nil where it has none.
  public func words(_ bindings: Bindings) -> String? {
    guard !message.isEmpty else { return nil }
    return message.map { part in
      switch part {
      case .text(let text): return text
      case .value(let program, let source):
        switch program.evaluate(bindings) {
        case .string(let text): return text
        case .error: return "{\(source)}"
        case let value: return value.quotation
        }
      }
    }.joined()
  }
}

extension EvaluationError {
  /// A condition gave something else than a truth value.
  package static func noTruth(_ value: Value) -> EvaluationError {
    EvaluationError(
      .noMatchingOverload,
      Text(
        en: "the condition gives `\(value.quotation)`, which is no truth value",
        ru: "условие даёт `\(value.quotation)`, а не `true` или `false`"))
  }
}

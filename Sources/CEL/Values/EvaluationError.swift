public import Bilingual

/// Why an expression has no value.
public final class EvaluationError: Error, Sendable {
  /// The kind of a failure: a stable name for machines.
  public enum Code: String, Hashable, Sendable {
    /// No overload takes values of these types.
    case noMatchingOverload = "no-matching-overload"
    /// A variable has no value.
    case unboundVariable = "unbound-variable"
    /// There is no function of that name.
    case unboundFunction = "unbound-function"
    /// A map has no such key, or a record no such field.
    case noSuchKey = "no-such-key"
    /// A position outside a list or string.
    case outOfRange = "out-of-range"
    /// A result that its type cannot hold.
    case overflow
    /// Division by zero.
    case divisionByZero = "division-by-zero"
    /// A value that the function does not accept.
    case invalidArgument = "invalid-argument"
    /// Evaluation costs more than it may.
    case budgetExceeded = "budget-exceeded"
  }

  /// What kind of failure this is.
  public let code: Code
  /// What went wrong.
  public let message: Text
  /// Where in the source, in bytes; nil where it is not known.
  public let range: SourceRange?
  /// The name of the host's expression that ``range`` is in; nil where that is the evaluated one.
  public let origin: String?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: the kind of failure.
  ///   - message: what went wrong.
  ///   - range: where in the source.
  ///   - origin: the name of the expression that the range is in, where it is another one.
  public init(
    _ code: Code, _ message: Text, at range: SourceRange? = nil, in origin: String? = nil
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.origin = origin
  }

  /// This error as one of the expression `origin`, unless it comes from another one already.
  public func coming(from origin: String) -> EvaluationError {
    self.origin == nil ? EvaluationError(code, message, at: range, in: origin) : self
  }

  /// This error at `range`, unless it knows its place.
  func located(at range: SourceRange) -> EvaluationError {
    self.range == nil && origin == nil ? EvaluationError(code, message, at: range) : self
  }
}

extension Value {
  static func failure(_ code: EvaluationError.Code, en: String, ru: String) -> Value {
    .error(EvaluationError(code, Text(en: en, ru: ru)))
  }

  static func invalid(en: String, ru: String) -> Value {
    failure(.invalidArgument, en: en, ru: ru)
  }

  /// `operation` does not take operands of these types.
  static func noOverload(_ operation: String, _ operands: Value...) -> Value {
    noOverload(operation, operands: operands)
  }

  static func noOverload(_ operation: String, operands: [Value]) -> Value {
    for operand in operands { if case .error = operand { return operand } }
    let types = operands.map(\.typeName).joined(separator: ", ")
    return failure(
      .noMatchingOverload, en: "`\(operation)` does not take (\(types))",
      ru: "`\(operation)` не работает с типами (\(types))")
  }

  static var overflow: Value {
    failure(
      .overflow, en: "the result is out of the range of its type",
      ru: "результат выходит за пределы своего типа")
  }

  static var divisionByZero: Value {
    failure(.divisionByZero, en: "division by zero", ru: "деление на ноль")
  }

  static func noSuchKey(_ key: Value) -> Value {
    failure(
      .noSuchKey, en: "there is no key `\(key.quotation)`", ru: "нет ключа `\(key.quotation)`")
  }

  static func outOfRange(_ position: Int64) -> Value {
    failure(
      .outOfRange, en: "position \(position) is out of range",
      ru: "позиция \(position) за пределами")
  }

  /// The error, marked with `range` where it has no place yet; other values as they are.
  @inline(__always)
  func located(at range: SourceRange) -> Value {
    guard case .error(let error) = self else { return self }
    return .error(error.located(at: range))
  }
}

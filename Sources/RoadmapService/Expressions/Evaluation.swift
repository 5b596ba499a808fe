public import CEL
public import RoadmapLanguage
public import SourceDiagnostics

/// What became of an expression that somebody wants to try.
public struct Evaluation: Sendable {
  /// The expression and the file of values, for showing problems.
  public let files: SourceFiles
  /// Every problem; without errors there is a ``type``, and where it was asked for a ``result``.
  public let problems: Diagnostics
  /// The type that the expression has before it is evaluated; dyn where that depends on values.
  public let type: CELType?
  /// The value, and what it cost to find in units of cel-go.
  public let result: (value: Value, cost: Int)?
}

/// Checks an expression over values that a file gives, and evaluates it.
///
/// - Parameters:
///   - expression: the expression; the whole library may be used.
///   - bindings: a mapping from names to values, in JSON or YAML; nil for an expression that
///     speaks of nothing.
///   - onlyType: whether to stop once the type is known.
/// - Returns: the value and its type, or the problems.
public func evaluate(
  _ expression: String, bindings: LoadedFile? = nil, onlyType: Bool = false
) -> Evaluation {
  var files = SourceFiles()
  let source = files.add(path: "<expression>", bytes: Array(expression.utf8))
  var reader = BindingsReader(files)
  let values = bindings.map { reader.read($0) } ?? []
  let environment = Environment(variables: values.map { Environment.Variable($0.name, .dyn) })
  let bindings = Bindings(environment)
  for (name, value) in values { bindings[name] = value }
  return Evaluation(
    of: expression, as: source, in: environment, onlyType ? nil : bindings, reader.files,
    reader.problems)
}

extension Evaluation {
  /// Checks an expression and evaluates it over `bindings`, if there are any.
  init(
    of expression: String, as source: SourceFileID, in environment: Environment,
    _ bindings: Bindings?, _ files: SourceFiles, _ earlier: Diagnostics
  ) {
    var problems = earlier
    var type: CELType?
    var result: (value: Value, cost: Int)?
    switch environment.compile(expression) {
    case .failure(let found):
      // A name may be unknown only because the file that gives it cannot be read.
      if !problems.hasErrors {
        for problem in found.list {
          problems.append(Diagnostic(problem, of: expression, in: source))
        }
      }
    case .success(let program):
      type = program.resultType
      guard let bindings, !problems.hasErrors else { break }
      let outcome = program.evaluateWithCost(bindings)
      if case .error(let error) = outcome.value {
        problems.append(Diagnostic(error, of: expression, in: source))
      } else {
        result = outcome
      }
    }
    self.init(files: files, problems: problems, type: type, result: result)
  }
}

extension DiagnosticCode {
  /// An expression that has no value for these values of its variables.
  static let expressionError = DiagnosticCode("expression-error")
}

extension Diagnostic {
  fileprivate init(_ problem: Problem, of expression: String, in file: SourceFileID) {
    self.init(
      .invalidExpression, at: SourceSpan(of: problem.range, of: expression, in: file),
      message: problem.message, help: problem.help)
  }

  fileprivate init(_ error: EvaluationError, of expression: String, in file: SourceFileID) {
    let range = error.range ?? SourceRange(0, expression.utf8.count)
    self.init(
      .expressionError, at: SourceSpan(of: range, of: expression, in: file),
      message: error.message)
  }
}

extension SourceSpan {
  /// The span of a range of bytes of an expression that is a file of its own.
  fileprivate init(of range: SourceRange, of expression: String, in file: SourceFileID) {
    var offsets: [UInt32] = []
    for end in [range.start, range.end] {
      let before = expression.utf8.prefix(max(0, end)).count { $0 & 0xC0 != 0x80 }
      offsets.append(UInt32(truncatingIfNeeded: before))
    }
    self.init(file: file, start: offsets[0], end: offsets[1])
  }
}

public import CEL

/// The position of a variable.
public typealias VariableIndex = DenseIndex<Variable>

/// A named expression that rules, tables and other variables use as `variables.NAME`.
public struct Variable: Sendable {
  /// The name.
  public let id: String
  /// The expression, of ``Rule/environment(for:using:sizes:)`` for measures.
  public let program: Program
  /// The names of the variables that it uses itself.
  public let uses: [String]
  /// Whether it speaks of a measure, itself or through others.
  public let needsMeasure: Bool

  /// What evaluating it needs, itself or through others.
  public let needs: ConditionNeeds

  /// Creates a variable that uses some of the variables `known`.
  public init(
    id: String, program: Program, uses: [String], needsMeasure: Bool, using known: [Variable]
  ) {
    self.id = id
    self.program = program
    self.uses = uses
    self.needsMeasure = needsMeasure
    needs = ConditionNeeds(of: [program], using: known)
  }

  static let record = "Variables"

  /// The record type whose fields are the variables that there are for `target`.
  static func shape(of variables: [Variable], for target: Rule.Target) -> RecordShape {
    RecordShape(
      record,
      fields: variables.filter { target != .roadmap || !$0.needsMeasure }
        .map { ($0.id, $0.program.resultType) })
  }
}

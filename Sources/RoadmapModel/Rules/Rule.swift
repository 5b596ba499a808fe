public import CEL

/// A policy that every measure, every transition, or the roadmap as a whole must keep.
public struct Rule: Sendable {
  /// What a rule is decided for.
  public enum Target: String, CaseIterable, Sendable {
    /// Every measure, parts among them.
    case measure
    /// The roadmap as a whole, once.
    case roadmap
    /// Every transition of every measure.
    case transition
  }

  /// How bad it is to break a rule.
  public enum Severity: String, CaseIterable, Sendable {
    /// The roadmap may not be run.
    case error
    /// The roadmap may be run.
    case warning
  }

  /// One of the conditions of a rule.
  public enum Part: Hashable, Sendable {
    /// When the rule applies.
    case scope
    /// What must hold then.
    case requirement
  }

  /// A piece of the text for those who break the rule.
  public enum MessagePart: Sendable {
    /// Words as they are.
    case text(String)
    /// The value of an expression; its source stands there where it has none.
    case value(Program, source: String)
  }

  /// The id, unique in the roadmap.
  public let id: String
  /// What it is decided for.
  public let target: Target
  /// When it applies; always, when nil. A truth value or dyn.
  public let scope: Program?
  /// What must hold then. A truth value or dyn.
  public let requirement: Program
  /// What to tell those who break it; empty where the roadmap has no words of its own.
  public let message: [MessagePart]
  /// How bad it is to break it.
  public let severity: Severity
  /// What deciding its conditions needs.
  public let needs: ConditionNeeds
  /// What deciding whether it applies needs.
  public let scopeNeeds: ConditionNeeds

  /// Creates a rule, of conditions compiled for ``Rule/environment(for:of:)`` of its target, which
  /// may use `variables`.
  public init(
    id: String, target: Target, scope: Program?, requirement: Program, message: [MessagePart],
    severity: Severity, using variables: [Variable]
  ) {
    self.id = id
    self.target = target
    self.scope = scope
    self.requirement = requirement
    self.message = message
    self.severity = severity
    needs = ConditionNeeds(of: [scope, requirement].compactMap(\.self), using: variables)
    scopeNeeds = ConditionNeeds(of: [scope].compactMap(\.self), using: variables)
  }
}

public import Bilingual
public import CEL

/// A condition, `when`, that must hold when a transition is asked for and again when it fires.
public struct TransitionGuard: Sendable {
  /// A condition as a run keeps it.
  public enum Condition: Sendable {
    /// It can be judged.
    case ready(Program)
    /// It cannot be read by this program, for this reason, so it never holds.
    case unreadable(Text)
  }

  /// The lifecycle of the transition.
  public let lifecycle: LifecycleIndex
  /// The transition.
  public let transition: TransitionIndex
  /// The condition as it is written.
  public let source: String
  /// The condition.
  public let condition: Condition
  /// What deciding it needs.
  public let needs: ConditionNeeds

  /// Creates a guard, of a condition compiled for ``Rule/Target/transition``, which may use
  /// `variables`.
  public init(
    of transition: TransitionIndex, in lifecycle: LifecycleIndex, source: String,
    _ condition: Condition, using variables: [Variable]
  ) {
    self.transition = transition
    self.lifecycle = lifecycle
    self.source = source
    self.condition = condition
    if case .ready(let program) = condition {
      needs = ConditionNeeds(of: [program], using: variables)
    } else {
      needs = ConditionNeeds(of: [], using: [])
    }
  }
}

/// A rule of a stored definition that this program cannot read; a run keeps it by moving nothing.
public struct UnreadableRule: Sendable {
  /// The id, or an empty text where not even that can be read.
  public let id: String
  /// Why it cannot be read.
  public let reason: Text

  /// Creates a rule that cannot be read.
  public init(id: String, reason: Text) {
    self.id = id
    self.reason = reason
  }
}

/// What the engine answers to a command.
public enum Decision: Hashable, Sendable {
  /// The events to journal, all of them or none; empty only where no timer is due.
  case accepted([Event])
  /// Everything that stands in the way, in a fixed order; never empty.
  case blocked([Blocker])

  /// The events, empty where the command was refused.
  public var events: [Event] {
    if case .accepted(let events) = self { events } else { [] }
  }

  /// The blockers, empty where the command was accepted.
  public var blockers: [Blocker] {
    if case .blocked(let blockers) = self { blockers } else { [] }
  }

  /// Whether the command was accepted.
  public var isAccepted: Bool {
    if case .accepted = self { true } else { false }
  }
}

/// Work that somebody does for a measure, as rules about people across routes name it.
public struct Duty: Hashable, Sendable {
  /// What somebody does.
  public enum Act: Hashable, Sendable {
    /// Asks for a transition.
    case transition(LifecycleIndex, TransitionIndex)
    /// Approves in a step of a route.
    case step(RouteIndex, StepIndex)
  }

  /// The name as the roadmap writes it, such as `begin` or `adoption.confirm`.
  public let name: String
  /// What it stands for: a transition of every lifecycle that has one of that id, or one step.
  public let acts: [Act]

  /// Creates a duty.
  public init(_ name: String, _ acts: [Act]) {
    self.name = name
    self.acts = acts
  }
}

/// A rule about who does which duties, across routes, rounds and measures.
public struct DutyRule: Hashable, Sendable {
  /// What it asks of the people.
  public enum Kind: Hashable, Sendable {
    /// Different people do these.
    case different
    /// The same people do these.
    case same
  }

  /// Which measures it looks at together.
  public enum Reach: String, CaseIterable, Hashable, Sendable {
    /// Each measure by itself.
    case measure
    /// A measure with its parts of all levels.
    case parts
    /// Measures of which one comes after the other.
    case path
  }

  /// Which rounds count.
  public enum Rounds: String, CaseIterable, Hashable, Sendable {
    /// The one that last carried the transition, and the open one.
    case last
    /// All, however they ended.
    case all
  }

  /// The id, unique among the rules about duties.
  public let id: String
  /// What it asks of the people.
  public let kind: Kind
  /// The duties, in the order written. A single one is compared with itself, for another measure
  /// or in an earlier round.
  public let duties: [Duty]
  /// Which measures it looks at together.
  public let reach: Reach
  /// Which rounds count.
  public let rounds: Rounds

  /// Creates a rule.
  public init(
    id: String, _ kind: Kind, of duties: [Duty], across reach: Reach = .measure,
    rounds: Rounds = .last
  ) {
    self.id = id
    self.kind = kind
    self.duties = duties
    self.reach = reach
    self.rounds = rounds
  }

  /// Whether two of the duties are steps of one route, which `bind` of that route is for.
  public var bindsOneRoute: Bool {
    let routes = duties.flatMap(\.acts).compactMap { act -> RouteIndex? in
      if case .step(let route, _) = act { route } else { nil }
    }
    return Set(routes).count < routes.count
  }
}

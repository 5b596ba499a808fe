public import CivilTime
public import RoadmapModel

/// What was said in a run of people who act for others, or who are away.
public struct Mandate: Hashable, Sendable {
  /// What it is.
  public enum Kind: UInt8, CaseIterable, Hashable, Sendable {
    /// A dated act: the deputy has all duties of the principal.
    case substitution = 1
    /// The principal lets the deputy give their votes, where the steps allow that.
    case delegation = 2
    /// The principal is away; a deputy, where one is named, may give their votes like a delegate.
    case absence = 3
  }

  /// What a mandate is for; all that is named must fit.
  public struct Scope: Hashable, Sendable {
    /// The route; a route that tables chose the quorums of counts as the one it is made from.
    public var route: RouteIndex?
    /// The step of the route.
    public var step: StepIndex?
    /// The measure.
    public var measure: MeasureIndex?

    /// Limits a mandate; without anything, it is for all there is.
    public init(route: RouteIndex? = nil, step: StepIndex? = nil, measure: MeasureIndex? = nil) {
      self.route = route
      self.step = step
      self.measure = measure
    }
  }

  /// What it is.
  public var kind: Kind
  /// Whose duties or votes, or who is away.
  public var principal: PersonIndex
  /// Who acts for the principal; nobody only where somebody is merely away.
  public var deputy: PersonIndex?
  /// The first day; of a command, `nil` stands for the day on which it takes effect.
  public var from: CivilDate?
  /// The last day; `nil`, in a delegation only, until it is revoked.
  public var until: CivilDate?
  /// What it is for.
  public var scope: Scope
  /// What the act is called; of a substitution, and only there.
  public var order: String?
  /// Why.
  public var reason: String?

  /// Describes a mandate.
  public init(
    _ kind: Kind, of principal: PersonIndex, by deputy: PersonIndex?, from: CivilDate? = nil,
    until: CivilDate? = nil, scope: Scope = Scope(), order: String? = nil, reason: String? = nil
  ) {
    self.kind = kind
    self.principal = principal
    self.deputy = deputy
    self.from = from
    self.until = until
    self.scope = scope
    self.order = order
    self.reason = reason
  }

  /// Whether it holds on a day; both ends are among its days.
  public func holds(on day: CivilDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

/// A mandate that was journalled and not revoked.
public struct StandingMandate: Hashable, Sendable {
  /// The number of its event, by which votes name it.
  public let number: Int
  /// What was said.
  public let mandate: Mandate
}

/// A late step in which those whom it was escalated to may decide.
public struct StepEscalation: Hashable, Sendable {
  /// The step.
  public let step: StepIndex
  /// The number of the escalation's event, by which votes name it.
  public let number: Int
  /// The day from which on they may.
  public let from: CivilDate
  /// Who may.
  public let people: [PersonIndex]
}

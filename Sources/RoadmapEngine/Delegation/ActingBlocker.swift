public import CivilTime
public import RoadmapModel

/// Why somebody cannot decide for another.
public enum ActingBlocker: Hashable, Sendable {
  /// Where the decision would count.
  public struct Place: Hashable, Sendable {
    /// The measure.
    public let measure: MeasureIndex
    /// The route.
    public let route: RouteIndex
    /// The step.
    public let step: StepIndex

    init(_ round: OpenRound, _ step: StepIndex) {
      (measure, route, self.step) = (round.measure, round.route, step)
    }
  }

  /// A vote that could be given.
  public struct Choice: Hashable, Sendable {
    /// The step.
    public let step: StepIndex
    /// Whose vote.
    public let principal: PersonIndex
  }

  /// What is missing of an act.
  public enum Lack: Hashable, Sendable {
    /// There is none.
    case nothing
    /// It begins later.
    case notYet(ActReference, from: CivilDate)
    /// It has ended.
    case over(ActReference, until: CivilDate)
    /// It was revoked.
    case revoked(ActReference)
    /// It is for something else.
    case outOfScope(ActReference)
    /// The step does not let votes be delegated.
    case notDelegable(ActReference)
    /// The step lets votes be delegated to `people` only.
    case notToThem(ActReference, people: [PersonIndex])
  }

  /// No act lets the actor decide for the principal.
  case noAct(Place, actor: PersonIndex, principal: PersonIndex, Lack)
  /// The actor is one of the step's people and acts there by that right only.
  case ownRight(Place, actor: PersonIndex, principal: PersonIndex)
  /// The step shuts the actor out, so that they cannot decide for others either.
  case excluded(Place, actor: PersonIndex, principal: PersonIndex)
  /// The first of bound steps was decided by another hand, which must decide here, too.
  case otherHand(Place, actor: PersonIndex, principal: PersonIndex)
  /// The actor could decide for several and has named none.
  case choosePrincipal(MeasureIndex, RouteIndex, [Choice])

  var code: String {
    switch self {
    case .noAct: "no-act"
    case .ownRight: "own-right"
    case .excluded: "excluded"
    case .otherHand: "other-hand"
    case .choosePrincipal: "choose-principal"
    }
  }
}

/// Why a substitution, a delegation or an absence cannot be recorded or revoked.
public enum MandateBlocker: Hashable, Sendable {
  /// The person may not record substitutions; `people` may.
  case mayNotSubstitute(actor: PersonIndex, people: [PersonIndex])
  /// The person would give themselves the duties of another.
  case appointsThemselves(PersonIndex)
  /// The act has no number.
  case orderMissing
  /// It is the principal's to say or to take back.
  case notTheirs(actor: PersonIndex, principal: PersonIndex)
  /// The deputy is the principal.
  case toThemselves(PersonIndex)
  /// The last day comes before the first.
  case endsBeforeItBegins(from: CivilDate, until: CivilDate)
  /// The last day is past.
  case isPast(until: CivilDate, today: CivilDate)
  /// A substitution or an absence has no last day.
  case endMissing
  /// Votes cannot be delegated for days before that is said.
  case startsInThePast(from: CivilDate, today: CivilDate)
  /// No step that it is for lets votes be delegated.
  case nothingToDelegate(Mandate.Scope)
  /// Just this was said by the event of this number.
  case alreadyStands(Int)
  /// No event of this number holds an act that stands.
  case noSuchAct(Int)
  /// No act of the definition with this order stands.
  case noSuchOrder(String)

  var code: String {
    switch self {
    case .mayNotSubstitute: "may-not-substitute"
    case .appointsThemselves: "appoints-themselves"
    case .orderMissing: "order-missing"
    case .notTheirs: "not-theirs"
    case .toThemselves: "to-themselves"
    case .endsBeforeItBegins: "ends-before-it-begins"
    case .isPast: "is-past"
    case .endMissing: "end-missing"
    case .startsInThePast: "starts-in-the-past"
    case .nothingToDelegate: "nothing-to-delegate"
    case .alreadyStands: "already-stands"
    case .noSuchAct: "no-such-act"
    case .noSuchOrder: "no-such-order"
    }
  }
}

public import CivilTime

/// What a run knows beyond its definition, for conditions that ask; the engine answers.
///
/// The same question has the same answer as long as the facts live. Indices are those of the run's
/// roadmap.
public protocol RunFacts: Sendable {
  /// The state that a measure stands in.
  func state(of measure: MeasureIndex) -> StateIndex
  /// The states that a measure has ever stood in.
  func statesReached(by measure: MeasureIndex) -> StateSet
  /// The files and fields of a measure.
  func attachments(of measure: MeasureIndex) -> [Attachment]
  /// The open round of a measure.
  func round(of measure: MeasureIndex) -> RoundFacts?
  /// The number and the date of an external document that has come.
  func receipt(of document: DocumentIndex) -> (number: String, date: CivilDate)?
}

/// A round as conditions see it: one that is open, or the one that a request would open.
public struct RoundFacts: Sendable {
  /// An approval that was given.
  public struct Vote: Sendable {
    /// The step that it was given in.
    public let step: StepIndex
    /// Who gave it.
    public let person: PersonIndex
    /// Whose vote it is: the same person, or whoever that one acted for.
    public let principal: PersonIndex
    /// Whether it came with remarks.
    public let hasRemarks: Bool

    /// Creates an approval.
    public init(
      step: StepIndex, person: PersonIndex, for principal: PersonIndex? = nil, hasRemarks: Bool
    ) {
      self.step = step
      self.person = person
      self.principal = principal ?? person
      self.hasRemarks = hasRemarks
    }
  }

  /// The measure that is to move.
  public let measure: MeasureIndex
  /// The transition that is asked for.
  public let transition: TransitionIndex
  /// The number among the rounds of the measure, from 1; 0 where the transition has no route.
  public let number: Int
  /// Who asks; nil where that is not known yet.
  public let requester: PersonIndex?
  /// The route that the transition takes.
  public let route: RouteIndex?
  /// The approvals given so far, in their order.
  public let votes: [Vote]
  /// The steps that have passed, in the order of the route.
  public let passed: [StepIndex]

  /// Creates a round.
  public init(
    measure: MeasureIndex, transition: TransitionIndex, number: Int, requester: PersonIndex?,
    route: RouteIndex?, votes: [Vote] = [], passed: [StepIndex] = []
  ) {
    self.measure = measure
    self.transition = transition
    self.number = number
    self.requester = requester
    self.route = route
    self.votes = votes
    self.passed = passed
  }
}

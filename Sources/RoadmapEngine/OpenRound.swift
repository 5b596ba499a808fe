public import CivilTime
public import RoadmapModel

/// A round that waits for approvals.
public struct OpenRound: Hashable, Sendable {
  /// A decision that was given: among ``votes``, an approval.
  public struct Vote: Hashable, Sendable {
    /// The step that it was given in.
    public let step: StepIndex
    /// Who gave it.
    public let person: PersonIndex
    /// How: with or without remarks.
    public let verdict: Verdict
    /// For whom, and under which act, where it is not the giver's own.
    public let representation: Representation?
    /// The digest of what the step covered of the measure then; `nil` where that was nothing.
    public let seen: ContentDigest?
    /// The number of the round that it was given in: an earlier one where it is kept.
    public let round: Int
    /// The number of the event that says so.
    public let number: Int
    /// Whether it is an approval that passes the step alone, whatever the quorum.
    public var isChair = false

    /// Describes an approval.
    public init(
      step: StepIndex, person: PersonIndex, verdict: Verdict, for of: Representation? = nil,
      seen: ContentDigest? = nil, round: Int, number: Int
    ) {
      self.step = step
      self.person = person
      self.verdict = verdict
      representation = of
      self.seen = seen
      self.round = round
      self.number = number
    }

    init(_ vote: Event.Vote, number: Int = 0) {
      self.init(
        step: vote.step, person: vote.person, verdict: vote.verdict, for: vote.representation,
        seen: vote.seen, round: vote.round, number: number)
      isChair = vote.isChair
    }

    /// Whose vote it is, which quorums count.
    public var principal: PersonIndex { representation?.principal ?? person }

    /// Whether a person stands behind it, as who gave it or as whose it is.
    func involves(_ other: PersonIndex) -> Bool { person == other || principal == other }
  }

  /// The measure that is to move.
  public internal(set) var measure: MeasureIndex
  /// The transition that was asked for.
  public internal(set) var transition: TransitionIndex
  /// The route that it takes.
  public internal(set) var route: RouteIndex
  /// The number of the round among those of the measure, from 1.
  public internal(set) var number: Int
  /// Who asked for it.
  public internal(set) var requester: PersonIndex
  /// The approvals given so far, in their order.
  public internal(set) var votes: [Vote] = []
  /// The abstentions, and the refusals that only count against, in their order.
  public internal(set) var dissents: [Vote] = []
  /// Whether each step of the route has passed.
  public internal(set) var passed: [Bool]

  /// When the steps that are open now were opened.
  public private(set) var stageOpened: Instant
  /// The steps that were passed over, in the order in which that happened.
  public internal(set) var skips: [Skip] = []
  /// The days since then on which the measure stood still.
  var pauses: [Pause] = []
  /// The steps about whose lateness people have been reminded.
  var reminded: [StepIndex] = []
  /// Whom rules about duties keep out of its steps; only of a round that is being looked at, never
  /// of one that a state keeps.
  var bars: DutyBars?
  /// The late steps in which others may decide, since that was escalated to them.
  public internal(set) var escalations: [StepEscalation] = []

  /// Opens the next steps.
  mutating func openStage(at time: Instant) {
    stageOpened = time
    pauses.removeAll()
  }

  /// Whether this person already stands behind a decision in this step.
  func hasVoted(_ person: PersonIndex, in step: StepIndex) -> Bool {
    votes.contains { $0.step == step && $0.involves(person) }
      || dissents.contains { $0.step == step && $0.involves(person) }
  }

  /// Whether it was decided for this person in this step to abstain, or to refuse without ending
  /// the round.
  func hasDissented(_ person: PersonIndex, in step: StepIndex) -> Bool {
    dissents.contains { $0.step == step && $0.principal == person }
  }
}

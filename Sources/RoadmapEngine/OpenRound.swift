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
    /// Whether it passes the step alone, whatever the quorum.
    public var isChair = false

    init(step: StepIndex, person: PersonIndex, verdict: Verdict) {
      self.step = step
      self.person = person
      self.verdict = verdict
    }

    init(_ vote: Event.Vote) {
      self.init(step: vote.step, person: vote.person, verdict: vote.verdict)
      isChair = vote.isChair
    }
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
  public internal(set) var stageOpened: Instant
  /// The steps about whose lateness people have been reminded.
  var reminded: [StepIndex] = []

  /// Whether this person has already decided in this step.
  func hasVoted(_ person: PersonIndex, in step: StepIndex) -> Bool {
    votes.contains { $0.step == step && $0.person == person } || hasDissented(person, in: step)
  }

  /// Whether this person has abstained in this step, or refused without ending the round.
  func hasDissented(_ person: PersonIndex, in step: StepIndex) -> Bool {
    dissents.contains { $0.step == step && $0.person == person }
  }
}

public import CivilTime
public import RoadmapModel

/// Something that happened in a run, as the journal keeps it.
///
/// Events are facts: replaying them needs the roadmap and nothing else, and decides nothing anew.
public enum Event: Hashable, Sendable {
  /// The run began.
  case started(by: PersonIndex)
  /// Somebody asked for a transition that needs approvals. Rounds of a measure count from 1.
  case roundOpened(MeasureIndex, TransitionIndex, round: Int, by: PersonIndex)
  /// Somebody decided in a step of a round.
  case voted(MeasureIndex, Vote)
  /// Somebody took back their decision in a step that has not passed.
  case retracted(MeasureIndex, round: Int, step: StepIndex, remarks: String?, by: PersonIndex)
  /// A step got all the agreement that it needs.
  case stepPassed(MeasureIndex, round: Int, step: StepIndex)
  /// A round ended; `by` brought it about, and the remarks are those of a withdrawal.
  case roundClosed(
    MeasureIndex, round: Int, outcome: RoundOutcome, by: PersonIndex, remarks: String?)
  /// A measure went from one state to another; `by` brought it about.
  case moved(
    MeasureIndex, TransitionIndex, from: StateIndex, to: StateIndex, cause: MoveCause,
    by: PersonIndex)
  /// An external document came.
  case received(DocumentIndex, number: String, date: CivilDate, by: PersonIndex)
  /// People were reminded of a term or a step; `by` is who had the timers looked at, where known.
  case reminded(Reminder, by: PersonIndex?)
  /// Others were told of what is late.
  case escalated(Reminder, by: PersonIndex?)
  /// The last day of a measure's term was moved to a later one.
  case extended(
    MeasureIndex, from: CivilDate, until: CivilDate, reason: String, by: PersonIndex)
  /// A file or a field was attached to a measure, in place of what had the same name.
  case attached(MeasureIndex, Command.Content, by: PersonIndex)
  /// Approvals of the round before count in this one, too.
  case approvalsKept(MeasureIndex, KeptApprovals)
  /// Steps of an open round take decisions anew.
  case stepsReopened(MeasureIndex, Reopening)
  /// It was said that somebody acts for another, or is away.
  case mandated(Mandate, by: PersonIndex)
  /// An act under which people acted for others, or an absence, was ended.
  case revoked(ActReference, reason: String?, by: PersonIndex)
  /// Somebody did something outside of the usual course of a measure.
  case exceptional(ExceptionalAct)

  /// A decision that was given in a step.
  public struct Vote: Hashable, Sendable {
    /// The number of the round.
    public var round: Int
    /// The step.
    public var step: StepIndex
    /// Who decided.
    public var person: PersonIndex
    /// What was decided.
    public var verdict: Verdict
    /// What was said with it.
    public var remarks: String?
    /// The digest of what the step covered of the measure then; `nil` where that was nothing.
    public var seen: ContentDigest?
    /// Where a return leads, if it was said.
    public var target: ReturnTarget?
    /// For whom, and under which act, where it is not the person's own decision.
    public var representation: Representation?
    /// Whether it is an approval that passes the step alone, whatever the quorum.
    public var isChair = false

    /// Describes a decision.
    public init(
      round: Int, step: StepIndex, by person: PersonIndex, verdict: Verdict, remarks: String?,
      seen: ContentDigest? = nil, to target: ReturnTarget? = nil
    ) {
      self.round = round
      self.step = step
      self.person = person
      self.verdict = verdict
      self.remarks = remarks
      self.seen = seen
      self.target = target
    }
  }
}

/// What somebody decided in a step.
public enum Verdict: UInt8, CaseIterable, Hashable, Sendable {
  /// Agreed.
  case approve = 1
  /// Agreed, with remarks attached.
  case approveWithRemarks = 2
  /// Sent back for rework.
  case returnForRework = 3
  /// Refused for good.
  case reject = 4
  /// Neither agreed nor refused.
  case abstain = 5

  /// Whether it counts towards a quorum.
  public var isApproval: Bool { self == .approve || self == .approveWithRemarks }

  /// Whether it refuses, for now or for good.
  public var isRefusal: Bool { self == .returnForRework || self == .reject }
}

/// How a round ended.
public enum RoundOutcome: UInt8, CaseIterable, Hashable, Sendable {
  /// Every step passed.
  case approved = 1
  /// An approver sent it back for rework.
  case returned = 2
  /// An approver refused.
  case rejected = 3
  /// The requester took the request back.
  case withdrawn = 4
  /// The measure was cancelled.
  case cancelled = 5
}

/// Why a measure moved.
public enum MoveCause: UInt8, CaseIterable, Hashable, Sendable {
  /// The transition needs no approvals.
  case direct = 1
  /// The last approval was given.
  case approved = 2
  /// An approver sent it back, and the transition says where to.
  case returned = 3
  /// An approver refused, and the transition says where the measure goes.
  case rejected = 4
}

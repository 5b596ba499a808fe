public import CivilTime
public import RoadmapModel

/// What somebody asks of a run.
public enum Command: Hashable, Sendable {
  /// Start carrying out the roadmap.
  case start(by: PersonIndex)
  /// Move a measure along a transition, or ask for the approvals that the transition needs.
  case advance(MeasureIndex, TransitionIndex, by: PersonIndex)
  /// Decide in a step of the open round.
  case vote(MeasureIndex, Vote)
  /// Take back one's own decision in a step that has not passed; `nil` means the one open step in
  /// which there is such a decision.
  case retract(MeasureIndex, step: StepIndex?, remarks: String?, by: PersonIndex)
  /// Take back one's own request, which ends the round.
  case withdraw(MeasureIndex, remarks: String?, by: PersonIndex)
  /// Record that an external document has come: its number, as printed on it, and its date.
  case receive(DocumentIndex, number: String, date: CivilDate, by: PersonIndex)
  /// Fire the timers that are due: a clock asks, so that nobody need be named.
  case tick(by: PersonIndex?)
  /// Move the last day of a measure's term to a later one.
  case extend(MeasureIndex, until: CivilDate, reason: String, by: PersonIndex)
  /// Attach a file or a field to a measure, in place of what has the same name.
  case attach(Content, to: MeasureIndex, by: PersonIndex)
  /// Record that somebody acts for another, or is away.
  case mandate(Mandate, by: PersonIndex)
  /// End an act under which people act for others, or an absence.
  case revoke(ActReference, reason: String?, by: PersonIndex)
  /// Do something outside of the usual course of a measure.
  case exceptional(ExceptionalAct)

  /// Who asks; `nil` only where a clock does.
  public var actor: PersonIndex? {
    switch self {
    case .start(let person), .advance(_, _, let person), .withdraw(_, _, let person),
      .retract(_, _, _, let person), .receive(_, _, _, let person), .extend(_, _, _, let person),
      .attach(_, _, let person), .mandate(_, let person), .revoke(_, _, let person):
      person
    case .vote(_, let vote): vote.person
    case .exceptional(let act): act.person
    case .tick(let person): person
    }
  }
}

extension Command {
  /// A decision as somebody gives it.
  public struct Vote: Hashable, Sendable {
    /// What is decided. Whether an approval has remarks is told by ``remarks``.
    public var verdict: Verdict
    /// The step; `nil` means the one open step in which the person may decide.
    public var step: StepIndex?
    /// What is said with it.
    public var remarks: String?
    /// What was read before deciding; `nil` means what is there now.
    public var seen: Seen?
    /// Where a return leads; `nil` means to where the transition says first.
    public var target: ReturnTarget?
    /// Who decides.
    public var person: PersonIndex
    /// For whom, where that is said; the person themself means by a right of their own.
    public var principal: PersonIndex?

    /// Describes a decision.
    public init(
      _ verdict: Verdict, step: StepIndex? = nil, remarks: String? = nil, seen: Seen? = nil,
      to target: ReturnTarget? = nil, by person: PersonIndex, for principal: PersonIndex? = nil
    ) {
      self.principal = principal
      self.verdict = verdict
      self.step = step
      self.remarks = remarks
      self.seen = seen
      self.target = target
      self.person = person
    }
  }

  /// Agree in a step of the open round; with remarks, if there are any.
  public static func approve(
    _ measure: MeasureIndex, step: StepIndex?, remarks: String?, by person: PersonIndex
  ) -> Command {
    .vote(measure, Vote(.approve, step: step, remarks: remarks, by: person))
  }

  /// Send the measure back for rework, which ends the round.
  public static func returnForRework(
    _ measure: MeasureIndex, step: StepIndex?, remarks: String?, by person: PersonIndex
  ) -> Command {
    .vote(measure, Vote(.returnForRework, step: step, remarks: remarks, by: person))
  }

  /// Neither agree nor refuse in a step of the open round.
  public static func abstain(
    _ measure: MeasureIndex, step: StepIndex?, remarks: String?, by person: PersonIndex
  ) -> Command {
    .vote(measure, Vote(.abstain, step: step, remarks: remarks, by: person))
  }

  /// Refuse for good, which ends the round.
  public static func reject(
    _ measure: MeasureIndex, step: StepIndex?, remarks: String?, by person: PersonIndex
  ) -> Command {
    .vote(measure, Vote(.reject, step: step, remarks: remarks, by: person))
  }
}

public import CivilTime
public import RoadmapModel

/// How a run would go on if everybody who can act acted on the first day on which they can.
///
/// Only ``Engine/decide(_:in:at:vouched:)`` says what can happen, so that a simulation never
/// disagrees with a run; it works on a copy of the state and has no effect on anything. Beyond that
/// it counts days as the schedule does: work begins in the morning, no earlier than its term, lasts
/// as long as `takes` says and ends in the evening; what comes after it begins on the next day; a
/// decision takes as long as its step's `within` allows.
public struct Simulation: Sendable {
  /// What is supposed of people and papers.
  public struct Assumptions: Hashable, Sendable {
    /// The people who neither ask nor decide.
    public var absent: Set<PersonIndex> = []
    /// The only approvals that are given; all of them, where it is `nil`.
    public var approvals: [Approval]?
    /// The papers that do not come; all others are there from the first day on.
    public var missing: Set<DocumentIndex> = []

    /// Supposes that everybody is there and agrees, and every paper has come.
    public init() {}
  }

  /// Approvals that are given: in one step of a measure's rounds, or in all of them.
  public struct Approval: Hashable, Sendable {
    /// The measure.
    public let measure: MeasureIndex
    /// The id of the step; any of its routes, where it is `nil`.
    public let step: String?

    /// Names approvals.
    public init(_ measure: MeasureIndex, step: String?) {
      self.measure = measure
      self.step = step
    }
  }

  /// How a measure fared.
  public struct Course: Hashable, Sendable {
    /// The measure.
    public let measure: MeasureIndex
    /// The day on which work on it began; `nil` where it did not.
    public let began: CivilDate?
    /// The day on which it was carried out, in the simulation or before; `nil` where it was not.
    public let finished: CivilDate?
    /// Whether it has been carried out.
    public let isDone: Bool
    /// The last day of its term.
    public let deadline: CivilDate?
    /// Whether it was carried out after that day, or has not been by then.
    public let isLate: Bool
    /// Why it has not been carried out; nothing where it has.
    public let standstill: [Standstill]
  }

  /// Something that was supposed, since the run could not know it.
  public enum Supposition: Hashable, Sendable {
    /// This paper has come.
    case received(DocumentIndex, on: CivilDate)
    /// Somebody attached a file to this measure, as a condition wants.
    case attached(MeasureIndex, on: CivilDate)
  }

  /// The first day that was played.
  public let first: CivilDate
  /// The last one.
  public let last: CivilDate
  /// What was supposed on the way, in the order of the days.
  public let suppositions: [Supposition]
  /// The measures, in the order of the document.
  public let courses: [Course]
  /// How many events there were.
  public let eventCount: Int

  /// Plays a run forward.
  ///
  /// - Parameters:
  ///   - engine: the rules.
  ///   - state: where the run stands; one that has not been started is started by the first person
  ///     who is there.
  ///   - first: the first day.
  ///   - last: the last day; nothing is played where it comes before the first.
  ///   - assumptions: who is absent, which approvals are given, which papers are missing.
  public init(
    _ engine: Engine, from state: RunState, on first: CivilDate, through last: CivilDate,
    assuming assumptions: Assumptions = Assumptions()
  ) {
    var player = Player(engine, state, first, last, assumptions)
    player.play()
    self.first = first
    self.last = last
    suppositions = player.suppositions
    eventCount = player.state.eventCount - state.eventCount
    courses = engine.plan.measures.indices.map { player.course(of: MeasureIndex($0)) }
  }
}

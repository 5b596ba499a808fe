public import CivilTime
public import RoadmapModel

/// What has been done in a run outside of the usual course of its measures; empty tables where
/// nothing has.
struct Exceptions: Equatable, Sendable {
  /// The measures that will not be carried out.
  var cancelled: [MeasureIndex: RunState.Mark] = [:]
  /// The measures that stand still.
  var suspended: [MeasureIndex: RunState.Mark] = [:]
  /// The measures that were taken back to work and have not been carried out since.
  var reopened: [MeasureIndex: RunState.Mark] = [:]
  /// What measures need not wait for any more.
  var waivers: [MeasureIndex: [RunState.Waiver]] = [:]
}

extension RunState {
  /// Who has done something, when, and why.
  public struct Mark: Hashable, Sendable {
    /// Who.
    public let person: PersonIndex
    /// When it took effect.
    public let time: Instant
    /// Why, where a reason was given.
    public let reason: String?
  }

  /// Something that a measure need not wait for any more.
  public struct Waiver: Hashable, Sendable {
    /// What it waited for.
    public let awaited: ExceptionalAct.Awaited
    /// Who waived it, when, and why.
    public let mark: Mark
  }

  /// Who has cancelled a measure; `nil` where it has not been, or has been reopened.
  public func cancellation(of measure: MeasureIndex) -> Mark? { exceptions.cancelled[measure] }

  /// Who has suspended a measure that stands still.
  public func suspension(of measure: MeasureIndex) -> Mark? { exceptions.suspended[measure] }

  /// Who has reopened a measure that has not been carried out since.
  public func reopening(of measure: MeasureIndex) -> Mark? { exceptions.reopened[measure] }

  /// What a measure need not wait for any more, in the order in which it was waived.
  public func waivers(of measure: MeasureIndex) -> [Waiver] { exceptions.waivers[measure] ?? [] }

  /// Whether nothing may move a measure now: it is cancelled, or stands still.
  func isHalted(_ measure: MeasureIndex) -> Bool {
    (!exceptions.cancelled.isEmpty && exceptions.cancelled[measure] != nil)
      || (!exceptions.suspended.isEmpty && exceptions.suspended[measure] != nil)
  }

  /// What keeps a measure from moving at all.
  func halt(of measure: MeasureIndex) -> Blocker? {
    if let mark = exceptions.cancelled[measure] { return .exceptional(.cancelled(measure, mark)) }
    return exceptions.suspended[measure].map { .exceptional(.suspended(measure, $0)) }
  }
}

extension OpenRound {
  /// A step that was passed over.
  public struct Skip: Hashable, Sendable {
    /// The step.
    public let step: StepIndex
    /// Who passed over it, when, and why.
    public let mark: RunState.Mark
  }

  /// Days on which its measure stood still: those after the first, through the last.
  struct Pause: Hashable, Sendable {
    let from: CivilDate
    let through: CivilDate
  }

  /// How a step was passed over, where it was.
  public func skip(of step: StepIndex) -> Skip? { skips.first { $0.step == step } }

  /// Whether nothing is left to decide.
  var isComplete: Bool { !passed.contains(false) }

  /// The steps in which people have agreed, in the order of the route.
  var agreed: [StepIndex] {
    passed.indices.filter { passed[$0] }.map { StepIndex($0) }.filter { skip(of: $0) == nil }
  }
}

public import RoadmapModel

/// What somebody does outside of the usual course of a measure: asked for, and recorded just so.
public struct ExceptionalAct: Hashable, Sendable {
  /// What is done.
  public enum Deed: Hashable, Sendable {
    /// The measure need not wait for something any more.
    case waive(Awaited)
    /// A step of its open round is passed over. The number is that of the round.
    case skip(StepIndex, round: Int)
    /// It will not be carried out.
    case cancel
    /// It stands still.
    case suspend
    /// It goes on.
    case resume
    /// It goes back to an earlier state.
    case reopen(to: StateIndex)

    /// The power that it takes.
    public var power: Power {
      switch self {
      case .waive: .waive
      case .skip: .skip
      case .cancel: .cancel
      case .suspend: .suspend
      case .resume: .resume
      case .reopen: .reopen
      }
    }
  }

  /// Something that a measure waits for.
  public enum Awaited: Hashable, Sendable {
    /// A measure that comes before it, or that is a part of it.
    case measure(MeasureIndex)
    /// A paper from outside.
    case document(DocumentIndex)
  }

  /// The measure.
  public let measure: MeasureIndex
  /// What is done.
  public let deed: Deed
  /// Why; only going on needs no reason.
  public let reason: String?
  /// Who does it.
  public let person: PersonIndex

  /// Describes an act.
  public init(
    _ deed: Deed, on measure: MeasureIndex, reason: String?, by person: PersonIndex
  ) {
    self.measure = measure
    self.deed = deed
    self.reason = reason
    self.person = person
  }
}

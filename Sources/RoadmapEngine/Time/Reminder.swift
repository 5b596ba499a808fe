public import CivilTime
public import RoadmapModel

/// Something that people are reminded of, or that is escalated; it decides nothing.
public struct Reminder: Hashable, Sendable {
  /// Why people are reminded.
  public enum Cause: UInt8, CaseIterable, Hashable, Sendable {
    /// The term of a measure will end soon.
    case dueSoon = 1
    /// The term of a measure has ended.
    case overdue = 2
    /// A step has been open for longer than it may.
    case stepLate = 3
  }

  /// A step of an open round.
  public struct Place: Hashable, Sendable {
    /// The number of the round, from 1.
    public let round: Int
    /// The step.
    public let step: StepIndex

    /// Creates a place.
    public init(round: Int, step: StepIndex) {
      self.round = round
      self.step = step
    }
  }

  /// The measure.
  public let measure: MeasureIndex
  /// Why.
  public let cause: Cause
  /// The last day of the term or of the step.
  public let deadline: CivilDate
  /// The step, where it is one that waits.
  public let place: Place?
  /// Who is told, in the order of the people; perhaps nobody.
  public let people: [PersonIndex]

  /// Creates a reminder.
  public init(
    of measure: MeasureIndex, _ cause: Cause, deadline: CivilDate, place: Place?,
    people: [PersonIndex]
  ) {
    self.measure = measure
    self.cause = cause
    self.deadline = deadline
    self.place = place
    self.people = people
  }
}

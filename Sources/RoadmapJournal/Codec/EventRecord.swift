public import RoadmapEngine

/// An event as the journal keeps it: what happened, when, and on whose word.
public struct EventRecord: Hashable, Sendable {
  /// The number in its journal, from 1.
  public let number: EventNumber
  /// The journal that it belongs to.
  public let journal: JournalID
  /// When it took effect, when it was recorded, and under which request.
  public let stamp: Stamp
  /// What happened.
  public let event: Event

  /// Creates a record.
  public init(number: EventNumber, journal: JournalID, stamp: Stamp, event: Event) {
    self.number = number
    self.journal = journal
    self.stamp = stamp
    self.event = event
  }
}

public import RoadmapEngine
public import RoadmapModel

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
  /// The route whose step the event names, where it names one.
  public let route: RouteIndex?
  /// The signature of whoever acted, where the event is an act that was signed.
  public let signature: ActSignature?

  /// Creates a record.
  public init(
    number: EventNumber, journal: JournalID, stamp: Stamp, event: Event, route: RouteIndex?,
    signature: ActSignature? = nil
  ) {
    self.number = number
    self.journal = journal
    self.stamp = stamp
    self.event = event
    self.route = route
    self.signature = signature
  }

  /// The same record with a signature.
  func signed(_ signature: ActSignature) -> EventRecord {
    EventRecord(
      number: number, journal: journal, stamp: stamp, event: event, route: route,
      signature: signature)
  }
}

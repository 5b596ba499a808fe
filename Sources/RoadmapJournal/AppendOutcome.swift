/// What became of a request to write.
public enum AppendOutcome: Hashable, Sendable {
  /// These events were written, durably, and the journal is now this far.
  case appended(JournalHead, ClosedRange<EventNumber>)
  /// The same request was carried out before and wrote these events; nothing was written now.
  case alreadyDone(JournalHead, ClosedRange<EventNumber>)
  /// There was nothing to write; the request is not remembered.
  case nothing(JournalHead)

  /// How far the journal is.
  public var head: JournalHead {
    switch self {
    case .appended(let head, _), .alreadyDone(let head, _), .nothing(let head): head
    }
  }

  /// The numbers of the events that the request wrote, now or before.
  public var events: ClosedRange<EventNumber>? {
    switch self {
    case .appended(_, let events), .alreadyDone(_, let events): events
    case .nothing: nil
    }
  }
}

/// A head of a journal that was noted elsewhere, out of reach of whoever can write to the store.
///
/// A chain alone cannot show that its end was cut off or that all of it was written anew; a head
/// kept in a mail, a repository or on paper can.
public struct KeptHead: Hashable, Sendable {
  /// How many events there were then; nil where only the hash was noted.
  public let events: EventNumber?
  /// The hash of the last event then.
  public let hash: Digest

  /// Creates a head from what was noted.
  public init(events: EventNumber? = nil, hash: Digest) {
    self.events = events
    self.hash = hash
  }
}

/// What a decision sees of a journal, under the lock: nothing can come between it and the append.
public struct JournalTail: Hashable, Sendable {
  /// How far the journal is.
  public let head: JournalHead
  /// The events that the caller has not seen, in order, up to the head.
  public let newer: [StoredEvent]

  /// Creates a view of a journal's end.
  public init(head: JournalHead, newer: [StoredEvent]) {
    self.head = head
    self.newer = newer
  }
}

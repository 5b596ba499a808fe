/// What is known of a write that failed.
public enum WriteOutcome: Hashable, Sendable {
  /// Nothing was written.
  case notWritten
  /// The commit itself failed: the events may be there after the next opening, or not.
  case unknown
}

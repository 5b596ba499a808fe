public import Bilingual

/// Why a store did not do what it was asked.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no store at this path.
  case missing(path: String)
  /// The file at this path cannot be opened or read.
  case unreadable(path: String, detail: String)
  /// The file at this path is not a store of Vekha.
  case notOurs(path: String)
  /// The store was written by a newer version, with this schema; this version knows `known`.
  case newerSchema(found: Int, known: Int)
  /// A write-ahead log lies at this path without its store.
  case orphanedLog(path: String)
  /// What was read is not what was written.
  case corrupt(Text)
  /// Others held the store for longer than this.
  case busy(seconds: Double)
  /// The store can be read, not written.
  case readOnly(path: String)
  /// There is no space left.
  case full
  /// Reading or writing failed.
  case ioError(WriteOutcome, detail: String)
  /// The disk failed under an earlier write, so this opening of the store writes no more.
  case stopped
  /// A setting that durability rests on does not hold.
  case unsafeSetting(name: String, expected: String, found: String)
  /// A value is larger than the store can keep.
  case tooLarge
  /// The store failed in a way that it should not.
  case unexpected(detail: String)
  /// Another run has this name.
  case nameTaken(String)
  /// A run cannot have this name.
  case badName(String)
  /// A journal was to be created without an event.
  case noFirstEvent
  /// No journal has this identity.
  case noSuchJournal(JournalID)
  /// No definition has this digest.
  case noSuchDefinition(Digest)
  /// No content has this digest.
  case noSuchContent(Digest)
  /// The request was used before, for another command.
  case requestReused(RequestID)
  /// The journal has `actual` events, not as many as the caller thought.
  case conflict(actual: EventNumber)
}

extension StoreError {
  /// What kind of failure it is, which decides the exit status of a command.
  public enum Category: Int32, Hashable, Sendable {
    /// The store refused what it was asked: exit 1.
    case refused = 1
    /// The store is missing or cannot be opened: exit 66.
    case missing = 66
    /// The store is at fault, or what it stands on: exit 74.
    case fault = 74
    /// Others were busy with it: exit 75, try again.
    case busy = 75

    /// The exit status of a command that ends with such a failure.
    public var exitStatus: Int32 { rawValue }
  }

  /// What kind of failure it is.
  public var category: Category {
    switch self {
    case .missing, .unreadable: .missing
    case .notOurs, .newerSchema, .orphanedLog, .corrupt, .readOnly, .full, .ioError, .stopped,
      .unsafeSetting, .tooLarge, .unexpected:
      .fault
    case .busy: .busy
    case .nameTaken, .badName, .noFirstEvent, .noSuchJournal, .noSuchDefinition,
      .noSuchContent, .requestReused,
      .conflict:
      .refused
    }
  }
}

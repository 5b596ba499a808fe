/// A place that keeps journals: append-only, durable, one writer at a time.
///
/// All calls are synchronous and may block for I/O or for the writer's lock; a server calls them
/// from a queue of its own. Nothing is awaited between reading a journal's end and appending to it.
/// What a call acknowledged survives a power cut. After ``StoreError/ioError(_:detail:)`` with
/// ``WriteOutcome/unknown`` a store refuses further writes; open it again and send the request
/// again.
public protocol JournalStore: Sendable {
  /// The heads of all journals, sorted by the bytes of their names.
  func journals() throws(StoreError) -> [JournalHead]

  /// The head of the journal whose run has exactly this name, or nil.
  func journal(named name: String) throws(StoreError) -> JournalHead?

  /// The head of a journal.
  ///
  /// - Throws: ``StoreError/noSuchJournal(_:)``, or the store's fault.
  func head(of journal: JournalID) throws(StoreError) -> JournalHead

  /// Creates a journal with its definition and its first events in one transaction.
  ///
  /// A request that was carried out before, with the same fingerprint, is answered with what it
  /// created then.
  ///
  /// - Parameters:
  ///   - journal: What to create.
  ///   - request: The client's name for this command.
  ///   - fingerprint: The digest of the command.
  /// - Returns: What was written, now or by the same request before.
  /// - Throws: ``StoreError/nameTaken(_:)``, ``StoreError/requestReused(_:)``, or the store's
  ///   fault.
  func create(
    _ journal: NewJournal, request: RequestID, fingerprint: Digest
  ) throws(StoreError) -> AppendOutcome

  /// The bytes of a definition, verified against their digest.
  ///
  /// - Throws: ``StoreError/noSuchDefinition(_:)``, ``StoreError/corrupt(_:)``, or another fault.
  func definition(_ digest: Digest) throws(StoreError) -> [UInt8]

  /// A page of a journal's events, in order, from number `first` on.
  ///
  /// - Parameters:
  ///   - journal: The journal.
  ///   - first: The first number wanted, from 1.
  ///   - limit: The most events wanted. A page may hold fewer, since a store also limits its bytes;
  ///     it is empty only where no event has a number of `first` or above.
  /// - Returns: The events, sorted by number.
  /// - Throws: ``StoreError/noSuchJournal(_:)``, or the store's fault.
  func events(
    of journal: JournalID, from first: EventNumber, limit: Int
  ) throws(StoreError) -> [StoredEvent]

  /// A page of the requests that wrote to any journal, sorted by their bytes.
  ///
  /// - Parameters:
  ///   - last: The last request of the page before, or nil for the first page.
  ///   - limit: The most records wanted; an empty page is the end.
  /// - Returns: The records, verified against their seals.
  /// - Throws: ``StoreError/corrupt(_:)`` where a record does not match its seal; or another fault.
  func requests(
    after last: RequestID?, limit: Int
  ) throws(StoreError) -> [RequestRecord]

  /// Appends what `deciding` returns, in one transaction under the writer's lock.
  ///
  /// If the request is in the store with the same fingerprint, nothing is decided or written.
  /// Otherwise `deciding` gets the events after number `seen` and returns the bytes of the events
  /// to append: none, and nothing is written; if it throws, nothing is written and the error is
  /// passed on. It runs under the lock: it must be quick, and must not write to the store.
  ///
  /// - Parameters:
  ///   - journal: The journal.
  ///   - seen: The number of the last event that the caller knows, 0 for none.
  ///   - request: The client's name for this command.
  ///   - fingerprint: The digest of the command.
  ///   - contents: What the events speak of by its digest; kept with them, once for each digest,
  ///     and not where there are no events.
  ///   - deciding: Decides, from what is newer than `seen`, which events to append.
  /// - Returns: What was written, now or by the same request before, or that nothing was.
  /// - Throws: What `deciding` throws; ``StoreError/requestReused(_:)``;
  ///   ``StoreError/noSuchJournal(_:)``; ``StoreError/conflict(actual:)`` where `seen` lies beyond
  ///   the journal's end; or the store's fault.
  func append(
    to journal: JournalID, after seen: EventNumber, request: RequestID, fingerprint: Digest,
    keeping contents: [[UInt8]], deciding: (JournalTail) throws -> [[UInt8]]
  ) throws -> AppendOutcome

  /// The content with this digest, verified against it.
  ///
  /// - Throws: ``StoreError/noSuchContent(_:)``, ``StoreError/corrupt(_:)``, or another fault.
  func content(_ digest: Digest) throws(StoreError) -> [UInt8]

  /// Keeps a snapshot; older ones of the same journal and format may be dropped.
  ///
  /// - Throws: ``StoreError/conflict(actual:)`` where the journal has no event of that number with
  ///   that hash; or the store's fault.
  func save(_ snapshot: Snapshot) throws(StoreError)

  /// The newest undamaged snapshot of a journal in `format`, or nil.
  func snapshot(of journal: JournalID, format: String) throws(StoreError) -> Snapshot?

  /// What `doctor` reports about the store.
  func health() throws(StoreError) -> StoreHealth
}

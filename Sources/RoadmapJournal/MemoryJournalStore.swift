import Bilingual
import Synchronization

/// A store that lives as long as the process: for tests, simulations and trying things out.
public final class MemoryJournalStore: JournalStore {
  private let contents = Mutex(MemoryJournals())
  // Held around a whole write, so that `deciding` can read the store meanwhile.
  private let writing = Mutex(())

  /// Creates an empty store.
  public init() {}

  /// The heads of all journals, sorted by the bytes of their names.
  public func journals() throws(StoreError) -> [JournalHead] {
    contents.withLock { $0.heads }
  }

  /// The head of the journal whose run has exactly this name, or nil.
  public func journal(named name: String) throws(StoreError) -> JournalHead? {
    contents.withLock { $0.head(named: name) }
  }

  /// The head of a journal.
  public func head(of journal: JournalID) throws(StoreError) -> JournalHead {
    try contents.withLock { contents throws(StoreError) in try contents.head(of: journal) }
  }

  /// Creates a journal; see ``JournalStore/create(_:request:fingerprint:)``.
  public func create(
    _ journal: NewJournal, request: RequestID, fingerprint: Digest
  ) throws(StoreError) -> AppendOutcome {
    try writing.withLock { _ throws(StoreError) in
      try contents.withLock { contents throws(StoreError) in
        if let done = try contents.outcome(of: request, fingerprint, in: nil) { return done }
        return try contents.create(journal, request: request, fingerprint: fingerprint)
      }
    }
  }

  /// The bytes of a definition, verified against their digest.
  public func definition(_ digest: Digest) throws(StoreError) -> [UInt8] {
    guard let bytes = contents.withLock({ $0.definitions[digest] }) else {
      throw .noSuchDefinition(digest)
    }
    return bytes
  }

  /// A page of events; see ``JournalStore/events(of:from:limit:)``.
  public func events(
    of journal: JournalID, from first: EventNumber, limit: Int
  ) throws(StoreError) -> [StoredEvent] {
    try contents.withLock { contents throws(StoreError) in
      try contents.events(of: journal, from: first, limit: limit)
    }
  }

  /// A page of requests; see ``JournalStore/requests(after:limit:)``.
  public func requests(
    after last: RequestID?, limit: Int
  ) throws(StoreError) -> [RequestRecord] {
    contents.withLock { $0.requests(after: last, limit: limit) }
  }

  /// Appends what is decided; see
  /// ``JournalStore/append(to:after:request:fingerprint:keeping:deciding:)``.
  public func append(
    to journal: JournalID, after seen: EventNumber, request: RequestID, fingerprint: Digest,
    keeping kept: [[UInt8]], deciding: (JournalTail) throws -> [[UInt8]]
  ) throws -> AppendOutcome {
    try writing.withLock { _ in
      let done = try contents.withLock { try $0.outcome(of: request, fingerprint, in: journal) }
      if let done { return done }
      let tail = try contents.withLock { try $0.tail(of: journal, after: seen) }
      let events = try deciding(tail)
      guard !events.isEmpty else { return .nothing(tail.head) }
      return contents.withLock {
        $0.keep(kept)
        return $0.append(events, behind: tail.head, request: request, fingerprint: fingerprint)
      }
    }
  }

  /// The content with this digest.
  public func content(_ digest: Digest) throws(StoreError) -> [UInt8] {
    guard let bytes = contents.withLock({ $0.contents[digest] }) else {
      throw .noSuchContent(digest)
    }
    return bytes
  }

  /// Keeps a snapshot; see ``JournalStore/save(_:)``.
  public func save(_ snapshot: Snapshot) throws(StoreError) {
    try contents.withLock { contents throws(StoreError) in try contents.save(snapshot) }
  }

  /// The newest undamaged snapshot of a journal in `format`, or nil.
  public func snapshot(
    of journal: JournalID, format: String
  ) throws(StoreError) -> Snapshot? {
    contents.withLock { $0.snapshot(of: journal, format: format) }
  }

  /// What `doctor` reports about the store.
  public func health() throws(StoreError) -> StoreHealth {
    StoreHealth(facts: [
      HealthFact(
        key: "durability", value: "none", verdict: .warning,
        text: Text(
          en: "this store is in memory: it is gone when the program ends",
          ru: "хранилище в памяти: оно исчезнет, когда программа завершится"))
    ])
  }
}

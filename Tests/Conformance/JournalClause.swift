public import RoadmapJournal
public import Testing

/// One promise of the journal's contract, checked on an empty store.
public struct JournalClause: Sendable, CustomTestStringConvertible {
  /// The promise, as a sentence.
  public let testDescription: String
  private let body: @Sendable (any JournalStore) throws -> Void

  init(_ sentence: String, _ body: @escaping @Sendable (any JournalStore) throws -> Void) {
    testDescription = sentence
    self.body = body
  }

  /// Checks the promise on `store`, which must be empty.
  public func check(_ store: any JournalStore) throws {
    try body(store)
  }
}

/// Everything that any store promises; each store's tests run all of it.
public enum JournalContract {
  /// All promises.
  public static let clauses =
    creation + appending + retries + conflicts + reading + snapshots + auditing + contents
}

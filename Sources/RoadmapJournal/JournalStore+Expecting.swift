extension JournalStore {
  /// Appends `events` if the journal has exactly `expected` events.
  ///
  /// - Parameters:
  ///   - journal: The journal.
  ///   - expected: The number of the last event that the caller knows, 0 for none.
  ///   - request: The client's name for this command.
  ///   - fingerprint: The digest of the command.
  ///   - events: The bytes of the events to append.
  /// - Returns: What was written, now or by the same request before, or that nothing was.
  /// - Throws: ``StoreError/conflict(actual:)`` where the journal has come further or not so far;
  ///   ``StoreError/requestReused(_:)``; ``StoreError/noSuchJournal(_:)``; or the store's fault.
  public func append(
    to journal: JournalID, expecting expected: EventNumber, request: RequestID,
    fingerprint: Digest, events: [[UInt8]]
  ) throws(StoreError) -> AppendOutcome {
    do {
      return try append(to: journal, after: expected, request: request, fingerprint: fingerprint) {
        tail in
        guard tail.head.events == expected else {
          throw StoreError.conflict(actual: tail.head.events)
        }
        return events
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unexpected(detail: "\(error)")
    }
  }
}

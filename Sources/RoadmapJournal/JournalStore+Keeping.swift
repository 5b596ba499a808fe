extension JournalStore {
  /// Appends events that speak of no contents; see
  /// ``append(to:after:request:fingerprint:keeping:deciding:)``.
  public func append(
    to journal: JournalID, after seen: EventNumber, request: RequestID, fingerprint: Digest,
    deciding: (JournalTail) throws -> [[UInt8]]
  ) throws -> AppendOutcome {
    try append(
      to: journal, after: seen, request: request, fingerprint: fingerprint, keeping: [],
      deciding: deciding)
  }
}

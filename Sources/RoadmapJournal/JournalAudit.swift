/// What an audit of one journal found.
public struct JournalAudit: Hashable, Sendable {
  /// How many events fit into the chain, counted up to the first break.
  public let events: EventNumber
  /// The hash of the last event that fits: the head to keep elsewhere.
  public let hash: Digest
  /// The root of the Merkle tree over these events.
  public let root: Digest
  /// The first break, or nil where the journal is whole.
  public let firstBreak: ChainBreak?

  /// Whether nothing is wrong.
  public var isWhole: Bool { firstBreak == nil }
}

extension JournalStore {
  /// Recomputes the chain of `journal` and compares it with a head and with checkpoints that were
  /// kept elsewhere.
  ///
  /// The definition is read against its digest too. A break is a finding, not an error.
  ///
  /// - Throws: What reading throws, ``StoreError/corrupt(_:)`` among it.
  public func verifyChain(
    of journal: JournalID, against kept: KeptHead? = nil, _ checkpoints: [Checkpoint] = []
  ) throws(StoreError) -> JournalAudit {
    let head = try head(of: journal)
    _ = try definition(head.definition)
    var verifier = ChainVerifier(head.chain, against: kept, checkpoints)
    var firstBreak: ChainBreak?
    try walk(journal) { event in
      firstBreak = verifier.take(event)
      return firstBreak == nil
    }
    if firstBreak == nil { firstBreak = verifier.finish() }
    return JournalAudit(
      events: verifier.events, hash: verifier.hash, root: verifier.root, firstBreak: firstBreak)
  }

  /// Verifies the chain as ``verifyChain(of:against:_:)`` does, and that the events and the records
  /// of requests fit: every event belongs to exactly one, and none tells of more events than there
  /// are.
  ///
  /// - Throws: What reading throws, ``StoreError/corrupt(_:)`` among it.
  public func audit(
    _ journal: JournalID, against kept: KeptHead? = nil, _ checkpoints: [Checkpoint] = []
  ) throws(StoreError) -> JournalAudit {
    let chain = try verifyChain(of: journal, against: kept, checkpoints)
    guard chain.isWhole else { return chain }
    return JournalAudit(
      events: chain.events, hash: chain.hash, root: chain.root,
      firstBreak: try firstMismatch(ofRequestsTo: journal, with: chain.events))
  }

  private func firstMismatch(
    ofRequestsTo journal: JournalID, with end: EventNumber
  ) throws(StoreError) -> ChainBreak? {
    var ranges: [ClosedRange<EventNumber>] = []
    var last: RequestID?
    while case let page = try requests(after: last, limit: 1000), let end = page.last {
      ranges += page.lazy.filter { $0.journal == journal }.map(\.events)
      last = end.request
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var covered: EventNumber = 0
    for range in ranges {
      // Below the end no number is the largest there is.
      guard covered < end else { return .cutOff(events: end, kept: range.upperBound) }
      guard range.lowerBound == covered + 1 else {
        return .request(number: min(range.lowerBound, covered + 1))
      }
      covered = range.upperBound
    }
    guard covered >= end else { return .request(number: covered + 1) }
    return covered > end ? .cutOff(events: end, kept: covered) : nil
  }
}

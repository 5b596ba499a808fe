/// Recomputes a chain, event by event, and stops at the first that does not fit.
public struct ChainVerifier: Sendable {
  private let chain: EventChain
  private let kept: KeptHead?
  private var hasMetKept: Bool
  private var checkpoints: [Checkpoint]
  private var leaves = MerkleFrontier()

  /// How many events fitted so far.
  public private(set) var events: EventNumber = 0
  /// The hash of the last event that fitted; the chain's opening before the first.
  public private(set) var hash: Digest

  /// The root of the Merkle tree over the events that fitted so far.
  public var root: Digest { leaves.root }

  /// Verifies `chain` from its beginning, and that it contains `kept` and every one of
  /// `checkpoints`, which are of this journal.
  public init(
    _ chain: EventChain, against kept: KeptHead? = nil, _ checkpoints: [Checkpoint] = []
  ) {
    self.chain = chain
    self.kept = kept
    self.checkpoints = checkpoints.sorted { $0.size < $1.size }
    hash = chain.opening
    hasMetKept = kept.map { $0.hash == chain.opening && ($0.events ?? 0) == 0 } ?? true
  }

  /// Takes the next event; gives what is wrong with it, or nil.
  public mutating func take(_ event: StoredEvent) -> ChainBreak? {
    let (number, overflow) = events.addingReportingOverflow(1)
    guard !overflow, event.number == number else {
      return .number(expected: number, found: event.number)
    }
    let expected = chain.hash(of: event.bytes, number: number, after: hash)
    guard event.hash == expected else {
      return .hash(number: number, expected: expected, found: event.hash)
    }
    if let found = compareWithCheckpoints() { return found }
    (events, hash) = (number, expected)
    leaves.append(event.bytes)
    return compareWithKept() ?? compareWithCheckpoints()
  }

  /// Ends the chain; gives what is missing at its end, or nil.
  public mutating func finish() -> ChainBreak? {
    if let found = compareWithCheckpoints() { return found }
    if let later = checkpoints.first { return .cutOff(events: events, kept: later.size) }
    guard let kept, !hasMetKept else { return nil }
    guard let number = kept.events else { return .headNotFound(kept.hash) }
    guard number > 0 else { return .otherHistory(number: 0, expected: kept.hash, found: hash) }
    return .cutOff(events: events, kept: number)
  }

  private mutating func compareWithKept() -> ChainBreak? {
    guard let kept, !hasMetKept else { return nil }
    if let number = kept.events, number != events { return nil }
    if kept.hash == hash {
      hasMetKept = true
    } else if kept.events != nil {
      return .otherHistory(number: events, expected: kept.hash, found: hash)
    }
    return nil
  }

  /// Compares with the checkpoints of this size, and forgets them.
  private mutating func compareWithCheckpoints() -> ChainBreak? {
    while let checkpoint = checkpoints.first, checkpoint.size == events {
      checkpoints.removeFirst()
      if checkpoint.root != root {
        return .otherRoot(events: events, expected: checkpoint.root, found: root)
      }
      if checkpoint.head != hash {
        return .otherHistory(number: events, expected: checkpoint.head, found: hash)
      }
    }
    return nil
  }
}

/// A state derived from the first events of a journal, kept so that it need not be derived again.
///
/// It is never the truth: a store drops one that is damaged or that belongs to other events.
public struct Snapshot: Hashable, Sendable {
  /// The journal that the state was derived from.
  public let journal: JournalID
  /// The number of the last event that it contains, from 1.
  public let number: EventNumber
  /// The hash of that event.
  public let hash: Digest
  /// What the bytes are and in which version, such as `state/1`; other formats are not offered.
  public let format: String
  /// The state, opaque to the store.
  public let bytes: [UInt8]

  /// Describes a state derived from events 1 through `number` of `journal`.
  public init(
    journal: JournalID, number: EventNumber, hash: Digest, format: String, bytes: [UInt8]
  ) {
    self.journal = journal
    self.number = number
    self.hash = hash
    self.format = format
    self.bytes = bytes
  }

  /// The checksum that a store keeps beside the bytes: SHA-256 over the tag `vekha.snapshot.v1` and
  /// the parts above, built as ``EventChain`` says.
  public var seal: Digest {
    var message = HashMessage(tag: "vekha.snapshot.v1")
    message.append(journal)
    message.append(number)
    message.append(hash)
    message.append(text: format)
    return message.digest(endingWith: bytes)
  }
}

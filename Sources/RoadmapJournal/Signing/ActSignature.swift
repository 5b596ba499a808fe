public import RoadmapModel

/// A person's signature of what they did, as its event carries it.
public struct ActSignature: Hashable, Sendable {
  /// The key that it was made with, written under `key`.
  public let key: PublicKey
  /// The 64 bytes of the signature, written in Base64 under `signature`.
  public let bytes: [UInt8]

  /// Creates a signature as read; nothing is verified here.
  public init(key: PublicKey, bytes: [UInt8]) {
    self.key = key
    self.bytes = bytes
  }
}

/// What a person signs: one act, in one place of one journal.
///
/// The message is, in this order: the tag `vekha.signature.v1` with its length before it, the
/// journal's id (16 bytes), the digest of the definition (32 bytes), the event's number (8 bytes),
/// the hash of the event before it (32 bytes), what was seen (see ``seen``) with its length
/// before it, and the event's bytes as the journal keeps them, but without the member `signature`,
/// with their length before them. Lengths and numbers are unsigned 64-bit, most significant byte
/// first.
///
/// The event's bytes name the run, the times, the request, the person, the key and all of the act:
/// measure, round, route, step, decision, remarks, for whom and under which act. The hash before
/// binds everything that happened until then, so that no signature fits another place or another
/// past.
public struct SignedAct: Hashable, Sendable {
  /// The journal.
  public let journal: JournalID
  /// The digest of the definition that the run is pinned to.
  public let definition: Digest
  /// The number of the event.
  public let number: EventNumber
  /// The hash of the event before it; the chain's opening before the first.
  public let previous: Digest
  /// What was seen besides the definition and the journal: for a decision in a step the 32 bytes of
  /// the digest of what the step covers of the measure, none where that is nothing; for other acts
  /// none.
  public let seen: [UInt8]
  /// The event's bytes, without the signature.
  public let event: [UInt8]

  /// Describes what is signed.
  public init(
    journal: JournalID, definition: Digest, number: EventNumber, previous: Digest,
    seen: [UInt8] = [], event: [UInt8]
  ) {
    self.journal = journal
    self.definition = definition
    self.number = number
    self.previous = previous
    self.seen = seen
    self.event = event
  }

  /// The bytes that are signed.
  public var message: [UInt8] {
    var message = HashMessage(tag: "vekha.signature.v1")
    message.append(journal)
    message.append(definition)
    message.append(number)
    message.append(previous)
    message.append(seen)
    message.append(event)
    return message.bytes
  }
}

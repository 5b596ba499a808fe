import Crypto

/// The hash chain of one journal.
///
/// The hash of an event is SHA-256 over, in this order: the tag `vekha.event.v1` with its length
/// before it, the journal's id (16 bytes), the event's number (8 bytes), the previous event's hash
/// (32 bytes), the event's bytes with their length before them. Lengths and numbers are unsigned
/// 64-bit, most significant byte first. Before the first event stands ``opening``.
///
/// Source: design, semantics of a run.
public struct EventChain: Hashable, Sendable {
  /// The journal whose events these are.
  public let journal: JournalID
  private let name: String
  private let definition: Digest

  /// The chain of the journal `id`, named `name`, over the definition with digest `definition`.
  public init(id: JournalID, name: String, definition: Digest) {
    journal = id
    self.name = name
    self.definition = definition
  }

  /// What stands for the previous hash before the first event: SHA-256 over the tag
  /// `vekha.journal.v1`, the id, the definition's digest and the run's name, built as above. It
  /// binds the name and the definition to every event.
  public var opening: Digest {
    var message = HashMessage(tag: "vekha.journal.v1")
    message.append(journal)
    message.append(definition)
    message.append(text: name)
    return message.digest()
  }

  /// The head of the journal before its first event.
  public var emptyHead: JournalHead {
    JournalHead(id: journal, name: name, definition: definition, events: 0, hash: opening)
  }

  /// The hash of event `number` with these `bytes`, after an event whose hash is `previous`.
  public func hash(
    of bytes: [UInt8], number: EventNumber, after previous: Digest
  ) -> Digest {
    var message = HashMessage(tag: "vekha.event.v1")
    message.append(journal)
    message.append(number)
    message.append(previous)
    return message.digest(endingWith: bytes)
  }

  /// Links `events` behind event `number` whose hash is `previous`.
  public func link(
    _ events: [[UInt8]], behind number: EventNumber, _ previous: Digest
  ) -> [StoredEvent] {
    var linked: [StoredEvent] = []
    linked.reserveCapacity(events.count)
    var (number, previous) = (number, previous)
    for bytes in events {
      number &+= 1
      previous = hash(of: bytes, number: number, after: previous)
      linked.append(StoredEvent(number: number, bytes: bytes, hash: previous))
    }
    return linked
  }
}

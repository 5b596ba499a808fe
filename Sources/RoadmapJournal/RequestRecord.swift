/// What a store remembers of a request that was carried out.
public struct RequestRecord: Hashable, Sendable {
  /// The request.
  public let request: RequestID
  /// The journal that it wrote to.
  public let journal: JournalID
  /// The digest of the command; the same request with another command is refused.
  public let fingerprint: Digest
  /// The numbers of the events that it wrote.
  public let events: ClosedRange<EventNumber>

  /// Creates a record; nothing is verified here.
  public init(
    request: RequestID, journal: JournalID, fingerprint: Digest,
    events: ClosedRange<EventNumber>
  ) {
    self.request = request
    self.journal = journal
    self.fingerprint = fingerprint
    self.events = events
  }

  /// A checksum that a store keeps beside the record, so that damage to it is noticed: SHA-256 over
  /// the tag `vekha.request.v1` and the record's parts, built as ``EventChain`` says.
  public var seal: Digest {
    var message = HashMessage(tag: "vekha.request.v1")
    message.append(text: request.text)
    message.append(journal)
    message.append(fingerprint)
    message.append(events.lowerBound)
    message.append(events.upperBound)
    return message.digest()
  }
}

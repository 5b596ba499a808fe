/// What a journal is and how far it has come.
public struct JournalHead: Hashable, Sendable {
  /// The journal's identity.
  public let id: JournalID
  /// The run's name, unique in the store, compared byte by byte.
  public let name: String
  /// The digest of the definition that the run is pinned to.
  public let definition: Digest
  /// How many events there are, which is the last one's number.
  public let events: EventNumber
  /// The last event's hash; ``EventChain/opening`` while there is none.
  public let hash: Digest

  /// Creates a head as read from a store; nothing is verified here.
  public init(
    id: JournalID, name: String, definition: Digest, events: EventNumber, hash: Digest
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.events = events
    self.hash = hash
  }

  /// The chain that this journal's events belong to.
  public var chain: EventChain {
    EventChain(id: id, name: name, definition: definition)
  }
}

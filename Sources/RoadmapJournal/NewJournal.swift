/// A journal to be created: everything that goes into the store in its first transaction.
public struct NewJournal: Hashable, Sendable {
  /// How many UTF-8 bytes a run's name may have.
  public static let nameLengths = 1...200

  /// The journal's identity.
  public let id: JournalID
  /// The run's name.
  public let name: String
  /// The bytes of the definition that the run is pinned to.
  public let definition: [UInt8]
  /// The digest of ``definition``.
  public let digest: Digest
  /// The bytes of the first events, at least one.
  public let events: [[UInt8]]

  /// Describes a journal named `name` over `definition`, that begins with `events`.
  ///
  /// - Throws: ``StoreError/badName(_:)`` where the name has no or more than 200 bytes or a control
  ///   character; ``StoreError/noFirstEvent`` where `events` is empty.
  public init(
    id: JournalID = .random(), name: String, definition: [UInt8], events: [[UInt8]]
  ) throws(StoreError) {
    guard Self.isName(name) else { throw .badName(name) }
    guard !events.isEmpty else { throw .noFirstEvent }
    self.id = id
    self.name = name
    self.definition = definition
    self.digest = Digest(of: definition)
    self.events = events
  }

  /// Whether `name` can name a run: 1 to 200 bytes, no control character.
  public static func isName(_ name: String) -> Bool {
    nameLengths.contains(name.utf8.count)
      && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  /// The chain that the journal's events will belong to.
  public var chain: EventChain {
    EventChain(id: id, name: name, definition: digest)
  }
}

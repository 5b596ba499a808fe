/// The place of an event in its journal, counted from 1 without gaps.
public typealias EventNumber = Int64

/// An event as the store keeps it: opaque bytes, linked to all events before it by a hash.
public struct StoredEvent: Hashable, Sendable {
  /// The place in the journal, from 1.
  public let number: EventNumber
  /// The event's bytes, exactly as they were given and hashed.
  public let bytes: [UInt8]
  /// The hash that chains this event to those before it; see ``EventChain``.
  public let hash: Digest

  /// Creates an event as read from a store; nothing is verified here.
  public init(number: EventNumber, bytes: [UInt8], hash: Digest) {
    self.number = number
    self.bytes = bytes
    self.hash = hash
  }
}

public import CivilTime

/// A key with which a person signs, and when.
public struct PersonKey: Hashable, Sendable {
  /// The public half.
  public let key: PublicKey
  /// The days on which it counts, both ends among them; always, where `nil`.
  public let valid: Period?

  /// Creates a key of a person.
  public init(_ key: PublicKey, valid: Period? = nil) {
    self.key = key
    self.valid = valid
  }

  /// Whether a signature made at `time` counts, by its day in UTC.
  public func isValid(at time: Instant) -> Bool { valid?.contains(time.date) ?? true }
}

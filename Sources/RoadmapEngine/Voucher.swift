public import RoadmapModel

/// What stands behind the name of whoever asks.
public enum Voucher: Hashable, Sendable {
  /// Their word, an account or a token.
  case word
  /// A signature that was verified, made with this key at a time when it was valid.
  case signature(PublicKey)
}

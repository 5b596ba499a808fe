public import RoadmapModel

/// Something that signs in a person's name: a key in a file, or a program that guards one.
///
/// What it gives is verified before it is used, so that a faulty one does no harm.
public protocol Signer: Sendable {
  /// The key by which its signatures are verified.
  var publicKey: PublicKey { get }

  /// The 64 bytes of an Ed25519 signature of `message`.
  func signature(of message: [UInt8]) throws -> [UInt8]
}

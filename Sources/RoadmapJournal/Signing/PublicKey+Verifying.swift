import Crypto
import FoundationEssentials
public import RoadmapModel

extension PublicKey {
  /// How many bytes a signature has: 64.
  public static let signatureByteCount = 64

  /// The order of the group, least significant byte first: 2^252 + 277423177773723535358519377908…
  private static let order: [UInt8] =
    [
      0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE,
      0x14,
    ] + [UInt8](repeating: 0, count: 15) + [0x10]

  /// Whether `signature` is one that the holder of this key made of `message`.
  ///
  /// Stricter than the library below, so that no signature can be turned into another one that
  /// verifies, too: the scalar is below the group's order, and the point is in its canonical form
  /// and not one of small order.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureByteCount,
      Self.isScalar(Array(signature[32...])),
      (try? PublicKey(bytes: Array(signature[..<32]))) != nil,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }

  private static func isScalar(_ bytes: [UInt8]) -> Bool {
    bytes.reversed().lexicographicallyPrecedes(order.reversed())
  }
}

import Crypto

/// The two hashes of a Merkle tree, kept apart so that a leaf can never pass for a node.
///
/// Source: RFC 6962, section 2.1.
public enum MerkleHash {
  /// The root of the tree without leaves: SHA-256 of nothing.
  public static let empty = Digest(of: [])

  /// The hash of a leaf: SHA-256 over the byte 0 and the leaf's bytes.
  public static func leaf(_ bytes: [UInt8]) -> Digest {
    var hasher = SHA256()
    withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return Digest(hasher.finalize())
  }

  /// The hash of a node: SHA-256 over the byte 1 and the hashes of its left and right subtree.
  public static func node(_ left: Digest, _ right: Digest) -> Digest {
    var hasher = SHA256()
    withUnsafeBytes(of: UInt8(1)) { hasher.update(bufferPointer: $0) }
    left.update(&hasher)
    right.update(&hasher)
    return Digest(hasher.finalize())
  }
}

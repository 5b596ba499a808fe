/// The root of a Merkle tree that only grows: a few hashes, whatever the number of leaves.
///
/// It holds the roots of the complete subtrees that the leaves so far make, the largest first: one
/// for every bit that is set in their number.
public struct MerkleFrontier: Hashable, Sendable {
  /// The number of leaves.
  public private(set) var count: Int64 = 0
  private var subtrees: [Digest] = []

  /// A tree without leaves.
  public init() {}

  /// Appends the leaf with these bytes.
  public mutating func append(_ leaf: [UInt8]) {
    var hash = MerkleHash.leaf(leaf)
    var bits = count
    while bits & 1 == 1, let left = subtrees.popLast() {
      hash = MerkleHash.node(left, hash)
      bits >>= 1
    }
    subtrees.append(hash)
    count &+= 1
  }

  /// The root of the tree.
  public var root: Digest {
    guard var root = subtrees.last else { return MerkleHash.empty }
    for left in subtrees.dropLast().reversed() { root = MerkleHash.node(left, root) }
    return root
  }
}

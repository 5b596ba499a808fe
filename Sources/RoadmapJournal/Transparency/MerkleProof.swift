/// Judges proofs about Merkle trees from nothing but hashes.
///
/// Source: RFC 9162, sections 2.1.3.2 and 2.1.4.2, whose trees are those of RFC 6962.
public enum MerkleProof {
  /// Whether `path` shows that `leaf` is the hash of the leaf at `index`, from 0, of the tree with
  /// `size` leaves and this root.
  public static func includes(
    _ leaf: Digest, at index: Int64, of size: Int64, root: Digest, by path: [Digest]
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var (place, last) = (index, size - 1)
    var hash = leaf
    for step in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = MerkleHash.node(step, hash)
        while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        hash = MerkleHash.node(hash, step)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && hash == root
  }

  /// Whether `path` shows that the tree with `new` leaves begins with the leaves of the one with
  /// `old` leaves.
  public static func continues(
    _ old: Int64, _ oldRoot: Digest, to new: Int64, _ newRoot: Digest, by path: [Digest]
  ) -> Bool {
    guard old >= 0, old <= new else { return false }
    if old == new { return path.isEmpty && oldRoot == newRoot }
    if old == 0 { return path.isEmpty && oldRoot == MerkleHash.empty }
    var path = path[...]
    // A complete old tree is a subtree of the new one: its root is where the proof begins.
    if old & (old - 1) == 0 { path = [oldRoot] + path }
    guard let first = path.popFirst() else { return false }
    var (place, last) = (old - 1, new - 1)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    var (before, after) = (first, first)
    for step in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        before = MerkleHash.node(step, before)
        after = MerkleHash.node(step, after)
        while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        after = MerkleHash.node(after, step)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && before == oldRoot && after == newRoot
  }
}

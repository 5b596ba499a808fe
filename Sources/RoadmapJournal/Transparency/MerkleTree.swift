/// A Merkle tree with all its hashes, which can prove what it contains and what it once was.
///
/// Source: RFC 6962, sections 2.1.1 and 2.1.2.
public struct MerkleTree: Sendable {
  /// The hashes of the complete subtrees, level by level; the leaves are level 0.
  private var levels: [[Digest]] = []

  /// A tree without leaves.
  public init() {}

  /// The number of leaves.
  public var count: Int { levels.first?.count ?? 0 }

  /// Appends the leaf with these bytes.
  public mutating func append(_ leaf: [UInt8]) {
    var hash = MerkleHash.leaf(leaf)
    var level = 0
    while true {
      if level == levels.count { levels.append([]) }
      levels[level].append(hash)
      let count = levels[level].count
      guard count % 2 == 0 else { return }
      hash = MerkleHash.node(levels[level][count - 2], levels[level][count - 1])
      level += 1
    }
  }

  /// The root of the tree as it was with `size` leaves; nil where it never had so many.
  public func root(of size: Int) -> Digest? {
    guard (0...count).contains(size) else { return nil }
    return size == 0 ? MerkleHash.empty : root(of: 0..<size)
  }

  /// The hashes that lead from the leaf at `index`, from 0, to the root of the first `size` leaves;
  /// nil where there is no such leaf.
  public func inclusionProof(of index: Int, in size: Int) -> [Digest]? {
    guard size <= count, (0..<max(size, 0)).contains(index) else { return nil }
    var range = 0..<size
    var path: [Digest] = []
    while range.count > 1 {
      let middle = range.lowerBound + Self.largestPower(below: range.count)
      let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
      path.append(root(of: index < middle ? right : left))
      range = index < middle ? left : right
    }
    return path.reversed()
  }

  /// The hashes that show that the first `old` leaves of the first `new` are what they were; nil
  /// where there are not so many. Nothing needs to be shown of no leaves, or of all of them.
  public func consistencyProof(from old: Int, to new: Int) -> [Digest]? {
    guard new <= count, (0...max(new, 0)).contains(old) else { return nil }
    guard old > 0, old < new else { return [] }
    var range = 0..<new
    var path: [Digest] = []
    while range.upperBound != old {
      let middle = range.lowerBound + Self.largestPower(below: range.count)
      let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
      path.append(root(of: old <= middle ? right : left))
      range = old <= middle ? left : right
    }
    if range.lowerBound > 0 { path.append(root(of: range)) }
    return path.reversed()
  }

  /// The root of the leaves of a range that begins where a subtree of its size would.
  private func root(of range: Range<Int>) -> Digest {
    var subtrees: [Digest] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let level = (Int.bitWidth - 1) - (range.upperBound - start).leadingZeroBitCount
      subtrees.append(levels[level][start >> level])
      start += 1 << level
    }
    guard var root = subtrees.popLast() else { return MerkleHash.empty }
    while let left = subtrees.popLast() { root = MerkleHash.node(left, root) }
    return root
  }

  /// The largest power of two below `count`, which is 2 or more.
  private static func largestPower(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

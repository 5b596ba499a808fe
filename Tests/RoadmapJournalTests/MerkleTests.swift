import RoadmapJournal
import Testing

@Suite struct `A Merkle tree` {
  /// The leaves and roots that the reference implementation of RFC 6962 is tested with.
  static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], Array(0x60...0x6F),
  ]
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func `it has the known roots, whole or as a frontier`() {
    var (tree, frontier) = (MerkleTree(), MerkleFrontier())
    for (count, root) in Self.roots.enumerated() {
      #expect(tree.root(of: count)?.description == root)
      #expect(frontier.root.description == root)
      guard count < Self.leaves.count else { continue }
      tree.append(Self.leaves[count])
      frontier.append(Self.leaves[count])
    }
    #expect(tree.root(of: 9) == nil && tree.root(of: -1) == nil)
  }

  private static let largest = 40

  private static func tree() -> (tree: MerkleTree, leaves: [Digest]) {
    var tree = MerkleTree()
    for leaf in 0..<largest { tree.append([UInt8(leaf), 7]) }
    return (tree, (0..<largest).map { MerkleHash.leaf([UInt8($0), 7]) })
  }

  /// The root as RFC 6962 defines it.
  private static func root(_ leaves: ArraySlice<Digest>) -> Digest {
    guard leaves.count > 1, let first = leaves.indices.first else {
      return leaves.first ?? MerkleHash.empty
    }
    var power = 1
    while power * 2 < leaves.count { power *= 2 }
    return MerkleHash.node(root(leaves[..<(first + power)]), root(leaves[(first + power)...]))
  }

  @Test func `it has the root that the definition gives, at every size`() throws {
    let (tree, leaves) = Self.tree()
    for size in 0...Self.largest {
      #expect(tree.root(of: size) == Self.root(leaves[..<size]), "\(size)")
    }
  }

  @Test func `it proves every leaf at every size, and the proof shows nothing else`() throws {
    let (tree, leaves) = Self.tree()
    for size in 1...Self.largest {
      let root = try #require(tree.root(of: size))
      for index in 0..<size {
        let path = try #require(tree.inclusionProof(of: index, in: size))
        for (other, leaf) in leaves[..<size].enumerated() {
          let isShown = MerkleProof.includes(
            leaf, at: Int64(index), of: Int64(size), root: root, by: path)
          #expect(isShown == (other == index), "\(index) of \(size)")
        }
        for path in Self.damaged(path) {
          #expect(
            !MerkleProof.includes(
              leaves[index], at: Int64(index), of: Int64(size), root: root, by: path))
        }
        let next = Int64(index) + 1
        #expect(
          !MerkleProof.includes(leaves[index], at: next, of: Int64(size), root: root, by: path))
      }
      #expect(tree.inclusionProof(of: size, in: size) == nil)
    }
    #expect(tree.inclusionProof(of: 0, in: Self.largest + 1) == nil)
    #expect(tree.inclusionProof(of: -1, in: 4) == nil)
  }

  @Test func `it proves that every size continues every smaller one, and nothing else`() throws {
    let (tree, _) = Self.tree()
    let strange = MerkleHash.leaf([9, 9, 9])
    for new in 0...Self.largest {
      let newRoot = try #require(tree.root(of: new))
      for old in 0...new {
        let oldRoot = try #require(tree.root(of: old))
        let path = try #require(tree.consistencyProof(from: old, to: new))
        func shows(_ before: Digest, _ after: Digest, _ path: [Digest]) -> Bool {
          MerkleProof.continues(Int64(old), before, to: Int64(new), after, by: path)
        }
        #expect(shows(oldRoot, newRoot, path), "\(old) to \(new)")
        #expect(!shows(strange, newRoot, path) && (old == 0 || !shows(oldRoot, strange, path)))
        for path in Self.damaged(path) { #expect(!shows(oldRoot, newRoot, path)) }
      }
      #expect(tree.consistencyProof(from: new + 1, to: new) == nil)
    }
    #expect(!MerkleProof.continues(5, strange, to: 3, strange, by: []))
    #expect(!MerkleProof.continues(-1, strange, to: 3, strange, by: []))
  }

  private static func damaged(_ path: [Digest]) -> [[Digest]] {
    let strange = MerkleHash.leaf([1, 2, 3])
    var all = [path + [strange], [strange] + path]
    for place in path.indices {
      var (changed, shorter) = (path, path)
      changed[place] = strange
      shorter.remove(at: place)
      all += [changed, shorter]
    }
    return all
  }
}

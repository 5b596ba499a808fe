/// What every match begins with, as far as it is plain to see.
struct RegexPrefix {
  /// Whether a match can only begin at the start of the text.
  private(set) var isAnchored = false
  /// The first bytes of every match; at most 16, whole characters.
  private(set) var bytes: [UInt8] = []
  /// Whether ``bytes`` are all that is matched.
  private(set) var isWhole = false

  init(_ tree: RegexTree) {
    isAnchored = Self.isAnchored(tree)
    guard !isAnchored else { return }
    let parts: [Int]
    if case .sequence(let sequence) = tree.nodes[tree.root] {
      parts = sequence
    } else {
      parts = [tree.root]
    }
    for part in parts {
      guard case .literal(let value) = tree.nodes[part], let scalar = Unicode.Scalar(value)
      else { return }
      let encoded = Array(String(Character(scalar)).utf8)
      guard bytes.count + encoded.count <= 16 else { return }
      bytes += encoded
    }
    isWhole = !bytes.isEmpty
  }

  private static func isAnchored(_ tree: RegexTree) -> Bool {
    var node = tree.root
    while true {
      switch tree.nodes[node] {
      case .sequence(let parts): node = parts[0]
      case .capture(_, let child): node = child
      case .assertion(.textStart): return true
      default: return false
      }
    }
  }
}

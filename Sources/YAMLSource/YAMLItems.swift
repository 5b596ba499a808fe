/// The items of a sequence, in the order of the text.
public struct YAMLItems: Sequence, IteratorProtocol, Sendable {
  private let table: NodeTable
  private var position: Int
  private let end: Int

  init(of node: NodeID, kind: NodeShape.Kind, in table: NodeTable) {
    self.table = table
    position = Int(node.index) + 1
    let found = table.nodes[Int(node.index)]
    end = found.shape.kind == kind ? Int(found.payload) : 0
  }

  /// The next item; nil after the last.
  public mutating func next() -> NodeID? {
    guard position < end else { return nil }
    let node = NodeID(index: Int32(truncatingIfNeeded: position))
    position = table.next(after: position)
    return node
  }
}

/// The pairs of a mapping, in the order of the text.
public struct YAMLEntries: Sequence, IteratorProtocol, Sendable {
  var children: YAMLItems

  /// The next pair; nil after the last.
  public mutating func next() -> (key: NodeID, value: NodeID)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}

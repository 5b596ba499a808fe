/// The items of a sequence, in the order of the text.
public struct YAMLItems: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let table: NodeTable
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  /// What is in the collection `node`, up to but without the node `end`.
  @inlinable
  init(of node: NodeID, end: UInt32, in table: NodeTable) {
    self.table = table
    position = Int(node.index) + 1
    self.end = Int(end)
  }

  /// The next item; nil after the last.
  @inlinable
  public mutating func next() -> NodeID? {
    guard position < end else { return nil }
    let node = NodeID(index: Int32(truncatingIfNeeded: position))
    position = table.next(after: position)
    return node
  }
}

/// The pairs of a mapping, in the order of the text.
public struct YAMLEntries: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var children: YAMLItems

  @inlinable
  init(children: YAMLItems) {
    self.children = children
  }

  /// The next pair; nil after the last.
  @inlinable
  public mutating func next() -> (key: NodeID, value: NodeID)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}

/// A ``NodeTable`` that grows.
struct NodeBuilder {
  private var nodes: [Node] = []
  private var integers = IntegerTable()

  /// Creates an empty table with room for the nodes that `byteCount` bytes usually make.
  init(byteCount: Int) {
    nodes.reserveCapacity(byteCount / 12)
  }

  var count: Int { nodes.count }

  subscript(node: Int) -> Node { nodes[node] }

  /// Adds a node after all others.
  @inline(__always)
  mutating func append(_ node: Node) {
    nodes.append(node)
  }

  /// Tells the value of the last node, a whole number.
  mutating func noteInteger(_ value: Int64) {
    integers.append(value, of: nodes.count - 1)
  }

  /// Ends a collection, whose last descendant has been added.
  mutating func close(_ node: Int, at end: UInt32) {
    nodes[node].end = max(end, nodes[node].start)
    nodes[node].payload = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Whether the node is a collection whose end has not come.
  func isOpen(_ node: Int) -> Bool {
    nodes[node].shape.isCollection && nodes[node].payload == 0
  }

  /// The text of a scalar or of an alias of one; nil for a collection.
  func scalar(_ index: Int) -> Symbol? {
    let node = nodes[index]
    let target = node.shape.kind == .alias ? nodes[Int(node.payload)] : node
    return target.shape.kind == .scalar ? Symbol(id: target.payload) : nil
  }

  /// The finished table.
  consuming func finished() -> NodeTable {
    NodeTable(nodes, integers: integers)
  }
}

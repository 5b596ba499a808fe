/// A ``NodeTable`` that grows.
struct NodeBuilder {
  private var nodes: [Node] = []
  private var integers = IntegerTable()

  /// Creates an empty table with room for the nodes of about a sixth of `byteCount` bytes.
  init(byteCount: Int) {
    nodes.reserveCapacity(byteCount / 64)
  }

  /// Whether there is no room for another node.
  var isFull: Bool { nodes.count == nodes.capacity }

  /// Makes room for all nodes, if the rest of `total` bytes makes as many as the `read` ones.
  ///
  /// A table that grows by doubling is copied as a whole and may be half empty: with 100,000
  /// measures that cost 30 MB and 5 % of the time of `validate`.
  mutating func makeRoom(read: Int, of total: Int) {
    let (product, overflow) = nodes.count.multipliedReportingOverflow(by: total)
    let expected = overflow ? 0 : product / max(read, 1)
    // What the first sixth makes believe is no reason to ask for more than eight times as much.
    let count = min(expected + expected / 20, nodes.count * 8)
    nodes.reserveCapacity(max(count, nodes.count + nodes.count / 4 + 16))
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

/// A ``NodeTable`` that grows.
struct NodeBuilder {
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private var payloads: [UInt32] = []
  private var shapes: [NodeShape] = []
  var integers = IntegerTable()

  /// Creates an empty table with room for the nodes that `byteCount` bytes usually make.
  init(byteCount: Int) {
    let likely = byteCount / 12
    starts.reserveCapacity(likely)
    ends.reserveCapacity(likely)
    payloads.reserveCapacity(likely)
    shapes.reserveCapacity(likely)
  }

  var count: Int { shapes.count }

  /// Adds a node after all others.
  @inline(__always)
  mutating func append(_ shape: NodeShape, from start: UInt32, to end: UInt32, payload: UInt32) {
    starts.append(start)
    ends.append(end)
    payloads.append(payload)
    shapes.append(shape)
  }

  /// Ends a collection, whose last descendant has been added.
  mutating func close(_ node: Int, at end: UInt32) {
    ends[node] = max(end, starts[node])
    payloads[node] = UInt32(truncatingIfNeeded: count)
  }

  /// The text of a scalar or of an alias of one; nil for a collection.
  func scalar(_ node: Int) -> Symbol? {
    let target = shapes[node].kind == .alias ? Int(payloads[node]) : node
    return shapes[target].kind == .scalar ? Symbol(id: payloads[target]) : nil
  }

  /// Whether the node is a scalar without quotes, and itself no alias.
  func isPlain(_ node: Int) -> Bool {
    shapes[node].kind == .scalar && shapes[node].style == .plain
  }

  /// The finished table.
  func finished() -> NodeTable {
    NodeTable(starts: starts, ends: ends, payloads: payloads, shapes: shapes, integers: integers)
  }
}

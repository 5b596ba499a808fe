/// The nodes that have a name, and what it costs to stand them elsewhere.
struct Anchors {
  /// A node with a name.
  struct Anchored {
    let node: Int
    /// How many nodes it stands for, and how deep they nest; nil while it is still open.
    var size: (nodes: Int, height: Int)?
  }

  private var byName: [String: Anchored] = [:]
  /// The names of the nodes that are still open, from the outermost.
  private var open: [String] = []

  /// Every name so far, in no order.
  var names: some Sequence<String> { byName.keys }

  /// The node that last got `name`.
  subscript(name: String) -> Anchored? { byName[name] }

  /// Gives `name` to a node that is complete.
  mutating func add(_ name: String, node: Int, nodes: Int, height: Int) {
    byName[name] = Anchored(node: node, size: (nodes, height))
  }

  /// Gives `name` to a node that is still open.
  mutating func open(_ name: String, node: Int) {
    byName[name] = Anchored(node: node, size: nil)
    open.append(name)
  }

  /// Tells the size of the innermost open node, unless its name has gone to another one meanwhile.
  mutating func close(node: Int, nodes: Int, height: Int) {
    guard let name = open.popLast(), byName[name]?.node == node else { return }
    byName[name]?.size = (nodes, height)
  }
}

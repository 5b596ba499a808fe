/// The nodes that have a name, and what it costs to stand them elsewhere.
struct Anchors {
  /// A node with a name.
  struct Anchored {
    let node: Int
    /// How many nodes it stands for, and how deep they nest; nil while it is still open.
    var size: (nodes: Int, height: Int)?
  }

  private var byName: [String: Anchored] = [:]

  /// Every name so far, in no order.
  var names: [String] { Array(byName.keys) }

  /// The node that last got `name`.
  subscript(name: String) -> Anchored? { byName[name] }

  /// Gives `name` to a node that is still open.
  mutating func open(_ name: String, node: Int) {
    byName[name] = Anchored(node: node, size: nil)
  }

  /// Gives `name` to a node that is complete.
  mutating func add(_ name: String, node: Int, nodes: Int, height: Int) {
    byName[name] = Anchored(node: node, size: (nodes, height))
  }

  /// Tells the size of a named node, unless its name has gone to another one meanwhile.
  mutating func close(_ name: String, node: Int, nodes: Int, height: Int) {
    guard byName[name]?.node == node else { return }
    byName[name]?.size = (nodes, height)
  }
}

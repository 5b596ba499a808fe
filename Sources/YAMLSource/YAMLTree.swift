public import SourceDiagnostics

/// A node of a ``YAMLTree``.
public struct NodeID: Hashable, Comparable, Sendable {
  /// The number of the node in its tree, from 0, in the order of the text.
  public let index: Int32

  /// Refers to the node with this number in its tree.
  @inlinable
  public init(index: Int32) {
    self.index = index
  }

  /// Nodes compare in the order of the text.
  public static func < (left: Self, right: Self) -> Bool {
    left.index < right.index
  }
}

/// What a node is.
public enum YAMLKind: Hashable, Sendable {
  /// A single value.
  case scalar
  /// A list of nodes.
  case sequence
  /// A list of pairs of a key and a value.
  case mapping
}

/// How a scalar is written.
public enum ScalarStyle: UInt8, Hashable, Sendable {
  /// Without quotes.
  case plain
  /// `'so'`
  case singleQuoted
  /// `"so"`
  case doubleQuoted
  /// After `|`.
  case literal
  /// After `>`.
  case folded
}

/// One document as a tree, with a span on every node.
///
/// Nodes stand in the order of the text, each collection before what is in it: 16 bytes a node.
/// Node numbers of another tree must not be used.
///
/// What readers ask for every node is inlined into them: a call into this module for each question
/// keeps the tree alive meanwhile, which costs more than the answer.
public struct YAMLTree: Sendable {
  /// The file that was read.
  public let file: SourceFileID
  @usableFromInline let table: NodeTable

  /// The outermost node; nil for an empty document.
  public var root: NodeID? {
    table.nodes.isEmpty ? nil : NodeID(index: 0)
  }

  /// The number of nodes; an alias is one.
  public var count: Int { table.nodes.count }

  /// The node itself, or the node that an alias stands for.
  @inlinable
  public func resolved(_ node: NodeID) -> NodeID {
    let found = table.nodes[Int(node.index)]
    guard found.shape.isAlias else { return node }
    return NodeID(index: Int32(truncatingIfNeeded: found.payload))
  }

  /// What the node is; for an alias, what it stands for.
  @inlinable
  public func kind(_ node: NodeID) -> YAMLKind {
    let shape = table.resolved(node.index).shape
    return shape.isMapping ? .mapping : shape.isSequence ? .sequence : .scalar
  }

  /// The text of a scalar; nil for a collection.
  @inlinable
  public func scalar(_ node: NodeID) -> Symbol? {
    let found = table.resolved(node.index)
    return found.shape.isScalar ? Symbol(id: found.payload) : nil
  }

  /// The text of a scalar that says something; nil for null and for a collection.
  @inlinable
  public func filledScalar(_ node: NodeID) -> Symbol? {
    let found = table.resolved(node.index)
    return found.shape.isScalar && !found.shape.isNull ? Symbol(id: found.payload) : nil
  }

  /// The text of a key; nil for a collection.
  public func keySymbol(_ key: NodeID) -> Symbol? {
    scalar(key)
  }

  /// How a scalar is written; plain for a collection.
  public func style(_ node: NodeID) -> ScalarStyle {
    shape(node).style
  }

  /// What a scalar is in the core schema; nil for a collection.
  public func coreType(_ node: NodeID) -> CoreType? {
    let shape = shape(node)
    return shape.kind == .scalar ? shape.type : nil
  }

  /// Whether the node is `null`, `~` or nothing at all, without quotes.
  @inlinable
  public func isNull(_ node: NodeID) -> Bool {
    table.resolved(node.index).shape.isNull
  }

  /// The truth value of `true` and `false`; nil for any other node, `yes` and `on` among them.
  public func bool(_ node: NodeID) -> Bool? {
    shape(node).bool
  }

  /// The value of a whole number; nil for any other node, and outside the range of `Int64`.
  public func integer(_ node: NodeID) -> Int64? {
    table.integers[resolved(node).index]
  }

  /// Where the node stands, without its anchor and tag; for an alias, where the alias stands.
  public func span(_ node: NodeID) -> SourceSpan {
    let found = table.nodes[Int(node.index)]
    return SourceSpan(file: file, start: found.start, end: found.end)
  }

  /// The items of a sequence, in order; none for another node.
  @inlinable
  public func items(of sequence: NodeID) -> YAMLItems {
    let node = resolved(sequence)
    let found = table.nodes[Int(node.index)]
    return YAMLItems(of: node, end: found.shape.isSequence ? found.payload : 0, in: table)
  }

  /// The pairs of a mapping, in order; none for another node.
  @inlinable
  public func entries(of mapping: NodeID) -> YAMLEntries {
    let node = resolved(mapping)
    let found = table.nodes[Int(node.index)]
    return YAMLEntries(
      children: YAMLItems(of: node, end: found.shape.isMapping ? found.payload : 0, in: table))
  }

  private func shape(_ node: NodeID) -> NodeShape {
    table.resolved(node.index).shape
  }
}

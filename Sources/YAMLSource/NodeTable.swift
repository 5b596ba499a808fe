/// What a node is and how it is written, in one byte.
@usableFromInline
struct NodeShape: Sendable {
  enum Kind: UInt8 {
    case scalar
    case sequence
    case mapping
    case alias
  }

  /// What a scalar is, the truth values apart.
  private enum Value: UInt8 {
    case string
    case null
    case `false`
    case `true`
    case integer
    case float
  }

  /// Two bits of kind, three of style, three of value, from the lowest.
  @usableFromInline let bits: UInt8

  init(_ kind: Kind) {
    bits = kind.rawValue
  }

  /// The shape of a scalar.
  init(_ style: ScalarStyle, _ value: CoreValue) {
    let value: Value =
      switch value {
      case .string: .string
      case .null: .null
      case .boolean(let isTrue): isTrue ? .true : .false
      case .integer: .integer
      case .float: .float
      }
    bits = Kind.scalar.rawValue | style.rawValue << 2 | value.rawValue << 5
  }

  var kind: Kind { Kind(rawValue: bits & 3) ?? .scalar }
  var style: ScalarStyle { ScalarStyle(rawValue: bits >> 2 & 7) ?? .plain }

  /// Whether it is a single value, and itself no alias; ``Kind/scalar`` as the bits say it.
  @inlinable var isScalar: Bool { bits & 3 == 0 }

  /// Whether it is a sequence.
  @inlinable var isSequence: Bool { bits & 3 == 1 }

  /// Whether it is a mapping.
  @inlinable var isMapping: Bool { bits & 3 == 2 }

  /// Whether it stands for another node.
  @inlinable var isAlias: Bool { bits & 3 == 3 }

  /// Whether it is a sequence or a mapping.
  @inlinable var isCollection: Bool { isSequence || isMapping }

  /// Whether it is a scalar that says nothing.
  @inlinable var isNull: Bool { isScalar && bits >> 5 == 1 }

  /// Whether it is a scalar without quotes, and itself no alias.
  var isPlainScalar: Bool { kind == .scalar && style == .plain }

  /// What a scalar is; a string for any other node.
  var type: CoreType {
    switch Value(rawValue: bits >> 5) {
    case .null: .null
    case .true, .false: .boolean
    case .integer: .integer
    case .float: .float
    case .string, nil: .string
    }
  }

  /// The value of a truth value.
  var bool: Bool? {
    switch Value(rawValue: bits >> 5) {
    case .true: true
    case .false: false
    default: nil
    }
  }
}

/// A node of a tree, in 16 bytes.
@usableFromInline
struct Node: Sendable {
  /// The offset of the first character.
  let start: UInt32
  /// The offset past the last one.
  var end: UInt32
  /// A scalar's symbol, the index past a collection's last descendant, an alias's target.
  @usableFromInline var payload: UInt32
  @usableFromInline let shape: NodeShape

  /// Whether it is a value of which nothing is written.
  var isNothing: Bool { shape.isPlainScalar && start == end }
}

/// The nodes of a tree in the order of the text.
@usableFromInline
final class NodeTable: Sendable {
  @usableFromInline let nodes: [Node]
  /// The values of the whole numbers.
  let integers: IntegerTable

  init(_ nodes: [Node], integers: IntegerTable) {
    self.nodes = nodes
    self.integers = integers
  }

  /// The node at `index`, or the one that it stands for.
  @inlinable
  func resolved(_ index: Int32) -> Node {
    let node = nodes[Int(index)]
    return node.shape.isAlias ? nodes[Int(node.payload)] : node
  }

  /// The index past `node` and all that is in it.
  @inlinable
  func next(after index: Int) -> Int {
    let node = nodes[index]
    return node.shape.isCollection ? Int(node.payload) : index + 1
  }
}

/// The values of the nodes that are whole numbers, in the order of the nodes.
struct IntegerTable: Sendable {
  private var nodes: [Int32] = []
  private var values: [Int64] = []

  /// Adds the value of a node that comes after all others.
  mutating func append(_ value: Int64, of node: Int) {
    nodes.append(Int32(truncatingIfNeeded: node))
    values.append(value)
  }

  /// The value of `node`; nil when it is no whole number.
  subscript(node: Int32) -> Int64? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == node ? values[low] : nil
  }
}

/// An expression that was read without mistakes: a tree in flat arrays.
public struct Expression: Sendable {
  /// The text that was read.
  public let source: String
  let nodes: ContiguousArray<Node>
  let children: ContiguousArray<Int32>
  let names: [String]
  let literals: [Value]
  let root: Int

  func name(_ node: Node) -> String { names[Int(node.name)] }

  func secondName(_ node: Node) -> String { names[Int(node.secondName)] }

  func child(_ node: Node, _ position: Int) -> Int {
    Int(children[Int(node.first) + position])
  }

  func childIDs(_ node: Node) -> ArraySlice<Int32> {
    let start = Int(node.first)
    return ArraySlice(children[start..<(start + Int(node.count))])
  }

  /// Where the text of node `id` is.
  func range(_ id: Int) -> SourceRange { nodes[id].range }
}

/// One part of an expression. Its operands are a slice of the expression's children.
struct Node: Sendable {
  enum Kind: UInt8 {
    /// What stands where the source could not be read.
    case error
    case literal, identifier, select, optionalSelect, has
    /// A call: children are the arguments, the receiver first when ``isMember``.
    case call
    case operation
    case and, or, conditional
    case list
    /// Children alternate between keys and values.
    case map
    /// Children are values; field names follow from ``name`` on.
    case record
    /// An optional element, value of an optional entry, or value of an optional field.
    case optionalEntry
    /// A macro over a range: children are the range and the bodies.
    case fold
    /// `cel.bind`: children are the value and the body.
    case bind
    /// `cel.block`: children are the shared values and then the body.
    case block
    /// `optMap` and `optFlatMap`: children are the optional and the body.
    case optionalMap, optionalFlatMap
  }

  var kind: Kind
  /// ``Operator`` or ``Fold``, by kind.
  var detail: UInt8 = 0
  /// A name that starts with a dot, so that no container is tried.
  var isRooted = false
  /// A call with a receiver.
  var isMember = false
  var height: UInt16 = 1
  var start: Int32
  var end: Int32
  /// Where the operator or name itself is, for messages.
  var markStart: Int32
  var markEnd: Int32
  var name: Int32 = 0
  var secondName: Int32 = 0
  var first: Int32 = 0
  var count: Int32 = 0

  var range: SourceRange { SourceRange(Int(start), Int(end)) }
  var mark: SourceRange { SourceRange(Int(markStart), Int(markEnd)) }
  var operation: Operator { Operator(rawValue: detail) ?? .index }
  var fold: Fold { Fold(rawValue: detail) ?? .all }
}

/// The operators that are functions of their operands.
enum Operator: UInt8, CaseIterable, Sendable {
  case add, subtract, multiply, divide, modulo, negate, not
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contained
  case index, optionalIndex

  /// How the operator is written.
  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract, .negate: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .not: "!"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .contained: "in"
    case .index: "[]"
    case .optionalIndex: "[?]"
    }
  }
}

/// The macros that go through a list or map.
enum Fold: UInt8, Sendable {
  case all, exists, existsOne, map, filter, transformList, transformMap, transformMapEntry, sortBy
}

/// What the steps of an evaluation cost, in the units of cel-go.
///
/// The one difference: joining lists also costs a tenth of the elements copied, since they are.
enum Cost {
  static let list = 10
  static let map = 30
  static let record = 40
  /// `cel.bind` counts as a macro over an empty list.
  static let bind = 10

  /// The cost of going over `size` characters or octets: a tenth of it, rounded up.
  @inline(__always)
  static func traversal(_ size: Int) -> Int { (size + 9) / 10 }

  /// The size of a value as costs see it; 1 where it has none.
  @inline(__always)
  static func size(_ value: Value) -> Int {
    switch value {
    case .string(let text): text.utf8.count
    case .bytes(let octets): octets.count
    case .list(let list): list.storage.count
    case .map(let map): map.count
    default: 1
    }
  }

  @inline(__always)
  static func comparison(_ left: Value, _ right: Value) -> Int {
    traversal(min(size(left), size(right)))
  }

  static func operation(_ operation: Operator, _ left: Value, _ right: Value) -> Int {
    switch operation {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return comparison(left, right)
    case .contained:
      if case .list(let list) = right { return list.storage.count }
      return 1
    case .add: return addition(left, right)
    default: return 1
    }
  }

  @inline(__always)
  static func addition(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.string(let a), .string(let b)): traversal(a.utf8.count &+ b.utf8.count)
    case (.bytes(let a), .bytes(let b)): traversal(a.count &+ b.count)
    case (.list(let a), .list(let b)): 1 + traversal(a.storage.count &+ b.storage.count)
    default: 1
    }
  }

  static func call(_ rule: CostRule, _ operands: [Value]) -> Int {
    guard let first = operands.first else { return 1 }
    let second = operands.count > 1 ? size(operands[1]) : 1
    return call(rule, size(first), second, operands.reduce(0) { $0 &+ size($1) })
  }

  /// What a large result costs, of functions that make new text or lists.
  ///
  /// Without it a short rule could fill the memory for the price of its operands.
  @inline(__always)
  static func result(_ rule: CostRule, _ value: Value) -> Int {
    switch rule {
    case .one, .constant: return 0
    default:
      let size = size(value)
      return size > freeResult ? traversal(size) : 0
    }
  }

  /// The size of a result up to which it costs nothing of its own.
  static let freeResult = 64

  private static let greatestConstant = 1 << 40

  /// The cost of a call with operands of these sizes.
  @inline(__always)
  static func call(_ rule: CostRule, _ first: Int, _ second: Int, _ all: Int) -> Int {
    switch rule {
    case .one: 1
    case .constant(let units): min(max(units, 0), greatestConstant)
    case .firstOperand: traversal(first)
    case .allOperands: traversal(all)
    case .product: traversal(first).saturatingMultiply(traversal(second))
    case .pattern: traversal(first + 1).saturatingMultiply((second + 3) / 4)
    }
  }
}

extension Int {
  @inline(__always)
  func saturatingMultiply(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }

  @inline(__always)
  func saturatingAdd(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}

extension Fold {
  /// What a macro costs apart from its range and bodies: once, and for each element.
  ///
  /// These are the steps of the loop that cel-go makes of the macro.
  @inline(__always)
  var cost: (once: Int, skipped: Int, taken: Int) {
    switch self {
    case .all: (1, 3, 3)
    case .exists: (1, 4, 4)
    case .existsOne: (2, 1, 2)
    case .map, .transformList, .sortBy: (11, 1, 12)
    case .filter: (11, 1, 13)
    case .transformMap: (31, 1, 3)
    case .transformMapEntry: (31, 1, 2)
    }
  }
}

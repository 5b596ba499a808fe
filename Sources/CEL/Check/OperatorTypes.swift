extension Operator {
  /// A way to use an operator: types of its operands, type of its result.
  struct Signature: Sendable {
    let operands: [CELType]
    let result: CELType
  }

  /// Every way to use the operator.
  var signatures: [Signature] { Self.table[Int(rawValue)] }

  private static let table: [[Signature]] = allCases.map { $0.makeSignatures() }

  private func makeSignatures() -> [Signature] {
    switch self {
    case .add: Self.additions
    case .subtract: Self.subtractions
    case .multiply, .divide: [.int, .uint, .double].map(Self.closed)
    case .modulo: [.int, .uint].map(Self.closed)
    case .negate: [.int, .double].map { Signature(operands: [$0], result: $0) }
    case .not: [Signature(operands: [.bool], result: .bool)]
    case .equal, .notEqual: [Signature(operands: [.a, .a], result: .bool)]
    case .less, .lessOrEqual, .greater, .greaterOrEqual: Self.orders
    case .contained:
      [
        Signature(operands: [.a, .list(.a)], result: .bool),
        Signature(operands: [.a, .map(.a, .b)], result: .bool),
      ]
    case .index: Self.indexes
    case .optionalIndex: Self.optionalIndexes
    }
  }

  private static func closed(_ type: CELType) -> Signature {
    Signature(operands: [type, type], result: type)
  }

  private static let additions: [Signature] =
    [.int, .uint, .double, .string, .bytes, .duration, .list(.a)].map(closed) + [
      Signature(operands: [.timestamp, .duration], result: .timestamp),
      Signature(operands: [.duration, .timestamp], result: .timestamp),
    ]

  private static let subtractions: [Signature] =
    [.int, .uint, .double, .duration].map(closed) + [
      Signature(operands: [.timestamp, .timestamp], result: .duration),
      Signature(operands: [.timestamp, .duration], result: .timestamp),
    ]

  private static let orders: [Signature] = {
    let same: [CELType] = [
      .int, .uint, .double, .string, .timestamp, .duration, .bool, .bytes,
    ]
    let numbers: [CELType] = [.int, .uint, .double]
    var list = same.map { Signature(operands: [$0, $0], result: .bool) }
    for left in numbers {
      for right in numbers where left != right {
        list.append(Signature(operands: [left, right], result: .bool))
      }
    }
    return list
  }()

  private static let indexes: [Signature] = [
    Signature(operands: [.list(.a), .int], result: .a),
    Signature(operands: [.map(.a, .b), .a], result: .b),
    Signature(operands: [.optional(.list(.a)), .int], result: .optional(.a)),
    Signature(operands: [.optional(.map(.a, .b)), .a], result: .optional(.b)),
  ]

  private static let optionalIndexes: [Signature] = [
    Signature(operands: [.list(.a), .int], result: .optional(.a)),
    Signature(operands: [.map(.a, .b), .a], result: .optional(.b)),
    Signature(operands: [.optional(.list(.a)), .int], result: .optional(.a)),
    Signature(operands: [.optional(.map(.a, .b)), .a], result: .optional(.b)),
  ]
}

extension CELType {
  static let a = CELType.parameter("A")
  static let b = CELType.parameter("B")
}

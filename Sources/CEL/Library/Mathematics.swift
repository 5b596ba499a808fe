extension Library {
  static let mathematics: [Function] =
    extremes("math.greatest", .above) + extremes("math.least", .below) + [
      rounding("math.ceil", .up), rounding("math.floor", .down),
      rounding("math.round", .toNearestOrAwayFromZero), rounding("math.trunc", .towardZero),
      doubleTest("math.isInf") { $0.isInfinite }, doubleTest("math.isNaN") { $0.isNaN },
      doubleTest("math.isFinite") { $0.isFinite },
      global("math.abs", sameNumber("math_abs"), .unary(abs)),
      global("math.sign", sameNumber("math_sign"), .unary(sign)),
      global(
        "math.sqrt", [.int, .uint, .double].map { ("math_sqrt_\($0)", [$0], .double) },
        .unary(sqrt)),
      bitwise("math.bitAnd", { $0 & $1 }), bitwise("math.bitOr", { $0 | $1 }),
      bitwise("math.bitXor", { $0 ^ $1 }),
      global(
        "math.bitNot", [.int, .uint].map { ("math_bitNot_\($0)", [$0], $0) }, .unary(bitNot)),
      shift("math.bitShiftLeft") { $0 << $1 }, shift("math.bitShiftRight") { $0 >> $1 },
    ]

  private static func sameNumber(
    _ name: String
  ) -> [(id: String, parameters: [CELType], result: CELType)] {
    [.int, .uint, .double].map { ("\(name)_\($0)", [$0], $0) }
  }

  /// `math.greatest` and `math.least`: of numbers of any types, or of a list; the first of equals.
  private static func extremes(_ name: String, _ wanted: Ordering) -> [Function] {
    let body = Function.Body.any { extreme(name, $0, wanted) }
    let numbers: [CELType] = [.int, .uint, .double]
    var overloads = numbers.map {
      Function.Overload("\(name)_\($0)", false, [$0], $0, body: body)
    }
    overloads += (numbers + [.dyn]).map {
      Function.Overload("\(name)_list_\($0)", false, [.list($0)], $0, body: body)
    }
    return [
      Function(name, overloads + [Function.Overload("\(name)_any", false, [], .dyn, body: body)])
    ]
  }

  private static func extreme(_ name: String, _ operands: [Value], _ wanted: Ordering) -> Value {
    var candidates = operands[...]
    if operands.count == 1, case .list(let list) = operands[0] {
      candidates = ArraySlice(list.elements)
    }
    guard var best = candidates.popFirst() else {
      return .invalid(en: "`\(name)` needs a number", ru: "`\(name)` нужно хотя бы одно число")
    }
    guard best.isNumber else { return .noOverload(name, operands: operands) }
    for candidate in candidates {
      guard candidate.isNumber, let order = candidate.compare(to: best) else {
        return .noOverload(name, operands: operands)
      }
      if order == wanted { best = candidate }
    }
    return best
  }

  private static func rounding(_ name: String, _ rule: FloatingPointRoundingRule) -> Function {
    global(
      name, [("\(name)_double", [.double], .double)],
      .unary { value in
        guard case .double(let number) = value else { return .noOverload(name, value) }
        return .double(number.rounded(rule))
      })
  }

  private static func doubleTest(
    _ name: String, _ test: @escaping @Sendable (Double) -> Bool
  ) -> Function {
    global(
      name, [("\(name)_double", [.double], .bool)],
      .unary { value in
        guard case .double(let number) = value else { return .noOverload(name, value) }
        return .bool(test(number))
      })
  }

  private static func abs(_ value: Value) -> Value {
    switch value {
    case .int(let number): number == .min ? .overflow : .int(number.magnitude.asInt)
    case .uint: value
    case .double(let number): .double(number.magnitude)
    default: .noOverload("math.abs", value)
    }
  }

  private static func sign(_ value: Value) -> Value {
    switch value {
    case .int(let number): .int(number.signum())
    case .uint(let number): .uint(number.signum())
    case .double(let number): .double(number > 0 ? 1 : number < 0 ? -1 : number)
    default: .noOverload("math.sign", value)
    }
  }

  private static func sqrt(_ value: Value) -> Value {
    switch value {
    case .int(let number): .double(Double(number).squareRoot())
    case .uint(let number): .double(Double(number).squareRoot())
    case .double(let number): .double(number.squareRoot())
    default: .noOverload("math.sqrt", value)
    }
  }

  private static func bitwise(
    _ name: String, _ operation: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    global(
      name, [.int, .uint].map { ("\(name)_\($0)", [$0, $0], $0) },
      .binary { left, right in
        switch (left, right) {
        case (.int(let a), .int(let b)):
          .int(Int64(bitPattern: operation(UInt64(bitPattern: a), UInt64(bitPattern: b))))
        case (.uint(let a), .uint(let b)): .uint(operation(a, b))
        default: .noOverload(name, left, right)
        }
      })
  }

  private static func bitNot(_ value: Value) -> Value {
    switch value {
    case .int(let number): .int(~number)
    case .uint(let number): .uint(~number)
    default: .noOverload("math.bitNot", value)
    }
  }

  /// Shifts the bits, without regard to sign; by 64 or more nothing is left.
  private static func shift(
    _ name: String, _ operation: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    global(
      name, [.int, .uint].map { ("\(name)_\($0)_int", [$0, .int], $0) },
      .binary { left, right in
        guard case .int(let offset) = right else { return .noOverload(name, left, right) }
        guard offset >= 0 else {
          return .invalid(en: "a shift cannot be negative", ru: "сдвиг не бывает отрицательным")
        }
        switch left {
        case .int(let bits):
          return .int(
            offset > 63 ? 0 : Int64(bitPattern: operation(UInt64(bitPattern: bits), UInt64(offset)))
          )
        case .uint(let bits): return .uint(offset > 63 ? 0 : operation(bits, UInt64(offset)))
        default: return .noOverload(name, left, right)
        }
      })
  }
}

extension Value {
  var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }
}

extension UInt64 {
  fileprivate var asInt: Int64 { Int64(clamping: self) }
}

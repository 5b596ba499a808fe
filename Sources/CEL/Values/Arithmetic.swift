/// The arithmetic of the language: exact types, overflow as an error.
enum Arithmetic {
  static func apply(_ operation: Operator, _ left: Value, _ right: Value) -> Value {
    switch operation {
    case .add: add(left, right)
    case .subtract: subtract(left, right)
    case .multiply: multiply(left, right)
    case .divide: divide(left, right)
    case .modulo: modulo(left, right)
    default: .noOverload(operation.symbol, left, right)
    }
  }

  @inline(__always)
  private static func exact<T>(_ result: (partialValue: T, overflow: Bool)) -> T? {
    result.overflow ? nil : result.partialValue
  }

  static func add(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): exact(a.addingReportingOverflow(b)).map(Value.int) ?? .overflow
    case (.uint(let a), .uint(let b)):
      exact(a.addingReportingOverflow(b)).map(Value.uint) ?? .overflow
    case (.double(let a), .double(let b)): .double(a + b)
    case (.string(let a), .string(let b)):
      fits(a.utf8.count, b.utf8.count) ? .string(a + b) : .tooLarge
    case (.bytes(let a), .bytes(let b)): fits(a.count, b.count) ? .bytes(a + b) : .tooLarge
    case (.list(let a), .list(let b)):
      fits(a.storage.count, b.storage.count)
        ? .list(ListValue(a.elements + b.elements)) : .tooLarge
    case (.timestamp(let a), .duration(let b)), (.duration(let b), .timestamp(let a)):
      a.adding(b).map(Value.timestamp) ?? .overflow
    case (.duration(let a), .duration(let b)): a.adding(b).map(Value.duration) ?? .overflow
    default: .noOverload("+", left, right)
    }
  }

  /// No single value may be larger than this many elements or bytes.
  static let largest = 1 << 24

  private static func fits(_ a: Int, _ b: Int) -> Bool { a <= largest && b <= largest - a }

  static func subtract(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)):
      exact(a.subtractingReportingOverflow(b)).map(Value.int) ?? .overflow
    case (.uint(let a), .uint(let b)):
      exact(a.subtractingReportingOverflow(b)).map(Value.uint) ?? .overflow
    case (.double(let a), .double(let b)): .double(a - b)
    case (.timestamp(let a), .timestamp(let b)): a.since(b).map(Value.duration) ?? .overflow
    case (.timestamp(let a), .duration(let b)): a.subtracting(b).map(Value.timestamp) ?? .overflow
    case (.duration(let a), .duration(let b)): a.subtracting(b).map(Value.duration) ?? .overflow
    default: .noOverload("-", left, right)
    }
  }

  static func multiply(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)):
      exact(a.multipliedReportingOverflow(by: b)).map(Value.int) ?? .overflow
    case (.uint(let a), .uint(let b)):
      exact(a.multipliedReportingOverflow(by: b)).map(Value.uint) ?? .overflow
    case (.double(let a), .double(let b)): .double(a * b)
    default: .noOverload("*", left, right)
    }
  }

  static func divide(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): .divisionByZero
    case (.int(let a), .int(let b)):
      exact(a.dividedReportingOverflow(by: b)).map(Value.int) ?? .overflow
    case (.uint(let a), .uint(let b)): .uint(a / b)
    case (.double(let a), .double(let b)): .double(a / b)
    default: .noOverload("/", left, right)
    }
  }

  static func modulo(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): .divisionByZero
    case (.int(let a), .int(let b)):
      exact(a.remainderReportingOverflow(dividingBy: b)).map(Value.int) ?? .overflow
    case (.uint(let a), .uint(let b)): .uint(a % b)
    default: .noOverload("%", left, right)
    }
  }

  static func negate(_ operand: Value) -> Value {
    switch operand {
    case .int(let a): exact(Int64(0).subtractingReportingOverflow(a)).map(Value.int) ?? .overflow
    case .double(let a): .double(-a)
    default: .noOverload("-", operand)
    }
  }
}

extension Value {
  static var tooLarge: Value {
    invalid(en: "the result is too large to hold", ru: "результат слишком велик")
  }
}

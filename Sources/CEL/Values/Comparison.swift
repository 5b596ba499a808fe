extension Value {
  /// Equality of the language: numbers by what they stand for, NaN never, other types never mixed.
  public func isEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.int(let a), .int(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.null, .null): true
    case (.bytes(let a), .bytes(let b)): a == b
    case (.timestamp(let a), .timestamp(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.list(let a), .list(let b)): a.isEqual(to: b)
    case (.map(let a), .map(let b)): a.isEqual(to: b)
    case (.record(let a, let row), .record(let b, let other)):
      a === b && row == other || Self.areEqual(a, row, b, other)
    case (.type(let a), .type(let b)): a.runtimeName == b.runtimeName
    case (.network(let a), .network(let b)): a.content == b.content
    case (.optional(let a), .optional(let b)): a.isEqual(to: b)
    case (.int, _), (.uint, _), (.double, _): compareNumbers(to: other) == .equal
    default: false
    }
  }

  private static func areEqual(
    _ a: RecordTable, _ row: Int, _ b: RecordTable, _ other: Int
  ) -> Bool {
    guard a.shape === b.shape else { return false }
    return a.shape.fields.indices.allSatisfy { field in
      switch (a.value(row: row, field: field), b.value(row: other, field: field)) {
      case (nil, nil): true
      case (let one?, let two?): one.isEqual(to: two)
      default: false
      }
    }
  }

  /// The order of two values; nil where their types have no order together.
  @inline(__always)
  func compare(to other: Value) -> Ordering? {
    switch (self, other) {
    case (.int(let a), .int(let b)): Ordering(a, b)
    case (.timestamp(let a), .timestamp(let b)): Ordering(a, b)
    case (.duration(let a), .duration(let b)): Ordering(a.nanoseconds, b.nanoseconds)
    case (.double(let a), .double(let b)): Ordering(a, b)
    case (.uint(let a), .uint(let b)): Ordering(a, b)
    case (.string(let a), .string(let b)): Ordering(a.compareBytes(to: b), 0)
    case (.bool(let a), .bool(let b)): Ordering(a ? 1 : 0, b ? 1 : 0)
    case (.bytes(let a), .bytes(let b)):
      a.withUnsafeBufferPointer { left in
        b.withUnsafeBufferPointer { right in Ordering(compareBytes(left, right), 0) }
      }
    default: compareNumbers(to: other)
    }
  }

  /// The order of numbers of any type; nil where one of the values is no number.
  ///
  /// Integers compare with doubles as doubles, after the double's range is known to fit.
  private func compareNumbers(to other: Value) -> Ordering? {
    switch (self, other) {
    case (.int(let a), .uint(let b)): a < 0 ? .below : Ordering(UInt64(a), b)
    case (.uint(let a), .int(let b)): b < 0 ? .above : Ordering(a, UInt64(b))
    case (.int(let a), .double(let b)): Self.compare(a, b)
    case (.double(let a), .int(let b)): Self.compare(b, a).reversed
    case (.uint(let a), .double(let b)): Self.compare(a, b)
    case (.double(let a), .uint(let b)): Self.compare(b, a).reversed
    default: nil
    }
  }

  private static func compare(_ a: Int64, _ b: Double) -> Ordering {
    if b.isNaN { return .unordered }
    if b < -9_223_372_036_854_775_808 { return .above }
    if b > 9_223_372_036_854_775_808 { return .below }
    return Ordering(Double(a), b)
  }

  private static func compare(_ a: UInt64, _ b: Double) -> Ordering {
    if b.isNaN { return .unordered }
    if b < 0 { return .above }
    if b > 18_446_744_073_709_551_616 { return .below }
    return Ordering(Double(a), b)
  }
}

/// How one value stands to another.
enum Ordering: UInt8 {
  case below, equal, above, unordered

  @inline(__always)
  init<T: Comparable>(_ a: T, _ b: T) {
    self = a < b ? .below : a == b ? .equal : a > b ? .above : .unordered
  }

  var reversed: Ordering {
    switch self {
    case .below: .above
    case .above: .below
    default: self
    }
  }

  /// Whether the comparison `operation` holds; NaN is never in any order.
  @inline(__always)
  func satisfies(_ operation: Operator) -> Bool {
    switch operation {
    case .less: self == .below
    case .lessOrEqual: self == .below || self == .equal
    case .greater: self == .above
    case .greaterOrEqual: self == .above || self == .equal
    default: false
    }
  }
}

extension ListValue {
  func isEqual(to other: ListValue) -> Bool {
    if storage.count != other.storage.count { return false }
    return storage.indices.allSatisfy { storage[$0].isEqual(to: other.storage[$0]) }
  }

  func contains(_ value: Value) -> Bool {
    for element in storage where element.isEqual(to: value) { return true }
    return false
  }
}

extension MapValue {
  func isEqual(to other: MapValue) -> Bool {
    if count != other.count { return false }
    return keyStorage.indices.allSatisfy { position in
      guard let match = other.position(of: keyStorage[position]) else { return false }
      return storage[position].isEqual(to: other.storage[match])
    }
  }
}

extension OptionalValue {
  func isEqual(to other: OptionalValue) -> Bool {
    switch (value, other.value) {
    case (nil, nil): true
    case (let a?, let b?): a.isEqual(to: b)
    default: false
    }
  }
}

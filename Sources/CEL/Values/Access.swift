/// Selection, indexing and membership.
enum Access {
  /// `operand[key]`.
  static func index(_ operand: Value, _ key: Value) -> Value {
    switch operand {
    case .list(let list): element(of: list, at: key)
    case .map(let map): map.position(of: key).map { map.storage[$0] } ?? missingKey(key)
    case .optional(let optional): through(optional) { Access.optionalIndex($0, key) }
    default: .noOverload("[]", operand, key)
    }
  }

  private static func missingKey(_ key: Value) -> Value {
    key.isError ? key : .noSuchKey(key)
  }

  private static func element(of list: ListValue, at key: Value) -> Value {
    guard let position = position(key) else {
      return key.isError
        ? key
        : .invalid(
          en: "`\(key.quotation)` is not a position in a list",
          ru: "`\(key.quotation)` — не позиция в списке")
    }
    guard position >= 0, position < Int64(list.storage.count) else { return .outOfRange(position) }
    return list.storage[Int(position)]
  }

  private static func position(_ key: Value) -> Int64? {
    switch key {
    case .int(let number): number
    case .uint(let number): Int64(exactly: number) ?? .max
    case .double(let number): Int64(exactly: number)
    default: nil
    }
  }

  /// `operand[?key]`.
  static func optionalIndex(_ operand: Value, _ key: Value) -> Value {
    switch operand {
    case .list(let list):
      guard let position = position(key) else { return element(of: list, at: key) }
      guard position >= 0, position < Int64(list.storage.count) else {
        return .optional(.none)
      }
      return .optional(OptionalValue(list.storage[Int(position)]))
    case .map(let map):
      if key.isError { return key }
      return .optional(map.position(of: key).map { OptionalValue(map.storage[$0]) } ?? .none)
    case .optional(let optional): return through(optional) { optionalIndex($0, key) }
    default: return .noOverload("[?]", operand, key)
    }
  }

  /// `operand.field`.
  static func select(_ operand: Value, _ field: String, print: UInt64) -> Value {
    switch operand {
    case .map(let map):
      map.position(of: field, print: print).map { map.storage[$0] } ?? .noSuchKey(.string(field))
    case .record(let table, let row):
      table.shape.position(of: field).flatMap { table.value(row: row, field: $0) }
        ?? .noSuchKey(.string(field))
    case .optional(let optional): through(optional) { optionalSelect($0, field, print: print) }
    default: unsupported(operand, field)
    }
  }

  /// `operand.?field`.
  static func optionalSelect(_ operand: Value, _ field: String, print: UInt64) -> Value {
    switch operand {
    case .map(let map):
      .optional(
        map.position(of: field, print: print).map { OptionalValue(map.storage[$0]) } ?? .none)
    case .record(let table, let row):
      .optional(
        table.shape.position(of: field).flatMap { table.value(row: row, field: $0) }
          .map { OptionalValue($0) } ?? .none)
    case .optional(let optional): through(optional) { optionalSelect($0, field, print: print) }
    default: unsupported(operand, field)
    }
  }

  /// `has(operand.field)`.
  static func has(_ operand: Value, _ field: String, print: UInt64) -> Value {
    switch operand {
    case .map(let map): .bool(map.position(of: field, print: print) != nil)
    case .record(let table, let row):
      .bool(
        table.shape.position(of: field).flatMap { table.value(row: row, field: $0) } != nil)
    case .optional(let optional):
      optional.value.map { has($0, field, print: print) } ?? .bool(false)
    default: unsupported(operand, field)
    }
  }

  /// `member in collection`.
  static func contains(_ collection: Value, _ member: Value) -> Value {
    switch (member, collection) {
    case (.error, _): member
    case (_, .list(let list)): .bool(list.contains(member))
    case (_, .map(let map)): .bool(map.position(of: member) != nil)
    default: .noOverload("in", member, collection)
    }
  }

  private static func through(_ optional: OptionalValue, _ body: (Value) -> Value) -> Value {
    guard let value = optional.value else { return .optional(.none) }
    return body(value)
  }

  private static func unsupported(_ operand: Value, _ field: String) -> Value {
    if operand.isError { return operand }
    return .failure(
      .noMatchingOverload, en: "a value of type \(operand.typeName) has no field `\(field)`",
      ru: "у значения типа \(operand.typeName) нет поля `\(field)`")
  }
}

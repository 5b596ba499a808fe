extension Library {
  static let optionals: [Function] = [
    global(
      "optional.of", [("optional_of", [.a], .optional(.a))], .unary { .optional(OptionalValue($0)) }
    ),
    global(
      "optional.ofNonZeroValue", [("optional_ofNonZeroValue", [.a], .optional(.a))],
      .unary { .optional($0.isZero ? .none : OptionalValue($0)) }),
    global("optional.none", [("optional_none", [], .optional(.a))], .any { _ in .optional(.none) }),
    global(
      "optional.unwrap", [("optional_unwrap", [.list(.optional(.a))], .list(.a))], .unary(unwrap)),
    member(
      "unwrapOpt", [("optional_unwrapOpt", [.list(.optional(.a))], .list(.a))], .unary(unwrap)),
    member("hasValue", [("optional_hasValue", [.optional(.a)], .bool)], .unary(hasValue)),
    member("value", [("optional_value", [.optional(.a)], .a)], .unary(value)),
    member("or", [("optional_or", [.optional(.a), .optional(.a)], .optional(.a))], .binary(or)),
    member("orValue", [("optional_orValue", [.optional(.a), .a], .a)], .binary(orValue)),
  ]

  private static func hasValue(_ value: Value) -> Value {
    guard case .optional(let optional) = value else { return .noOverload("hasValue", value) }
    return .bool(optional.value != nil)
  }

  private static func value(_ value: Value) -> Value {
    guard case .optional(let optional) = value else { return .noOverload("value", value) }
    return optional.value
      ?? .invalid(en: "the optional has no value", ru: "у optional нет значения")
  }

  private static func or(_ first: Value, _ second: Value) -> Value {
    guard case .optional(let optional) = first, case .optional = second else {
      return .noOverload("or", first, second)
    }
    return optional.value == nil ? second : first
  }

  private static func orValue(_ first: Value, _ second: Value) -> Value {
    guard case .optional(let optional) = first else { return .noOverload("orValue", first, second) }
    return optional.value ?? second
  }

  private static func unwrap(_ value: Value) -> Value {
    guard case .list(let list) = value else { return .noOverload("unwrap", value) }
    var result = ContiguousArray<Value>()
    for element in list.storage {
      guard case .optional(let optional) = element else { return .noOverload("unwrap", element) }
      if let value = optional.value { result.append(value) }
    }
    return .list(ListValue(result))
  }
}

extension Value {
  /// Whether the value is the empty or zero value of its type.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let octets): octets.isEmpty
    case .list(let list): list.elements.isEmpty
    case .map(let map): map.count == 0
    case .duration(let span): span.nanoseconds == 0
    case .timestamp(let moment): moment == Timestamp.minimum
    case .optional(let optional): optional.value == nil
    case .record(let table, let row):
      table.shape.fields.indices.allSatisfy { table.value(row: row, field: $0)?.isZero ?? true }
    case .type, .network, .error: false
    }
  }
}

extension Library {
  static let lists: [Function] = [
    member(
      "distinct", [("list_distinct", [.list(.a)], .list(.a))], cost: .firstOperand,
      .unary(distinct)),
    member(
      "flatten", [("list_flatten", [.list(.list(.a))], .list(.a))], cost: .firstOperand,
      .unary { flatten($0, .int(1)) }),
    member(
      "flatten", [("list_flatten_int", [.list(.dyn), .int], .list(.dyn))],
      cost: .firstOperand, .binary(flatten)),
    member(
      "reverse", [("list_reverse", [.list(.a)], .list(.a))], cost: .firstOperand,
      .unary(reverseList)),
    member(
      "slice", [("list_slice", [.list(.a), .int, .int], .list(.a))], cost: .firstOperand,
      .ternary(slice)),
    member("sort", [("list_sort", [.list(.a)], .list(.a))], cost: .firstOperand, .unary(sort)),
    member(
      "first", [("list_first", [.list(.a)], .optional(.a))],
      .unary { edge("first", $0) { $0.first } }),
    member(
      "last", [("list_last", [.list(.a)], .optional(.a))], .unary { edge("last", $0) { $0.last } }),
    global(
      "lists.range", [("lists_range", [.int], .list(.int))], cost: .firstOperand, .unary(range)),
  ]

  private static func distinct(_ value: Value) -> Value {
    guard case .list(let list) = value else { return .noOverload("distinct", value) }
    var result = ContiguousArray<Value>()
    var keys: Set<MapKey> = []
    var others: [Value] = []
    for element in list.storage {
      if let key = MapKey(element) {
        if keys.insert(key).inserted { result.append(element) }
      } else if !others.contains(where: { $0.isEqual(to: element) }) {
        others.append(element)
        result.append(element)
      }
    }
    return .list(ListValue(result))
  }

  private static func flatten(_ value: Value, _ depth: Value) -> Value {
    guard case .list(let list) = value, case .int(let depth) = depth else {
      return .noOverload("flatten", value, depth)
    }
    guard depth >= 0 else {
      return .invalid(en: "a depth cannot be negative", ru: "глубина не бывает отрицательной")
    }
    var current = list.elements
    for _ in 0..<min(depth, Int64(SyntaxLimits.depth)) {
      var next = ContiguousArray<Value>()
      var isFlat = true
      for element in current {
        if case .list(let inner) = element {
          next.append(contentsOf: inner.elements)
          isFlat = false
        } else {
          next.append(element)
        }
        if next.count > Arithmetic.largest { return .tooLarge }
      }
      current = next
      if isFlat { break }
    }
    return .list(ListValue(current))
  }

  private static func reverseList(_ value: Value) -> Value {
    switch value {
    case .list(let list): return .list(ListValue(ContiguousArray(list.elements.reversed())))
    case .string(let text):
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(scalars))
    default: return .noOverload("reverse", value)
    }
  }

  private static func slice(_ value: Value, _ start: Value, _ end: Value) -> Value {
    guard case .list(let list) = value, case .int(let start) = start, case .int(let end) = end
    else { return .noOverload("slice", value, start, end) }
    guard start >= 0, start <= end else { return .outOfRange(start) }
    guard end <= Int64(list.storage.count) else { return .outOfRange(end) }
    return .list(ListValue(ContiguousArray(list.storage[Int(start)..<Int(end)])))
  }

  private static func sort(_ value: Value) -> Value {
    guard case .list(let list) = value else { return .noOverload("sort", value) }
    return sorted(list.elements, by: list.elements)
  }

  /// `elements` in the order of their `keys`, which must be comparable and of one type.
  static func sorted(
    _ elements: ContiguousArray<Value>, by keys: ContiguousArray<Value>
  ) -> Value {
    guard let first = keys.first else { return .list(.empty) }
    for key in keys {
      if key.isError { return key }
      guard key.typeName == first.typeName, key.compare(to: key) != nil else {
        return .noOverload("sort", first, key)
      }
    }
    let order = keys.indices.sorted { left, right in
      switch keys[left].compare(to: keys[right]) {
      case .below: true
      case .above: false
      default: left < right
      }
    }
    return .list(ListValue(ContiguousArray(order.map { elements[$0] })))
  }

  private static func edge(
    _ name: String, _ value: Value, _ pick: (ContiguousArray<Value>) -> Value?
  ) -> Value {
    guard case .list(let list) = value else { return .noOverload(name, value) }
    return .optional(pick(list.elements).map { OptionalValue($0) } ?? .none)
  }

  private static func range(_ value: Value) -> Value {
    guard case .int(let count) = value else { return .noOverload("lists.range", value) }
    guard count >= 0, count <= 1_000_000 else { return .outOfRange(count) }
    return .list(ListValue(ContiguousArray((0..<count).map(Value.int))))
  }
}

extension Library {
  static let sets: [Function] = [
    setFunction("sets.contains") { list, other in
      other.elements.allSatisfy { list.contains($0) }
    },
    setFunction("sets.equivalent") { list, other in
      other.elements.allSatisfy { list.contains($0) }
        && list.elements.allSatisfy { other.contains($0) }
    },
    setFunction("sets.intersects") { list, other in
      other.elements.contains { list.contains($0) }
    },
  ]

  private static func setFunction(
    _ name: String, _ test: @escaping @Sendable (ListValue, ListValue) -> Bool
  ) -> Function {
    global(
      name, [("list_\(name)_list", [.list(.a), .list(.a)], .bool)], cost: .product,
      .binary { left, right in
        guard case .list(let list) = left, case .list(let other) = right else {
          return .noOverload(name, left, right)
        }
        return .bool(test(list, other))
      })
  }
}

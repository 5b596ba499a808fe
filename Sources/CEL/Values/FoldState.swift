/// What a macro goes through: the elements of a list or the entries of a map.
struct FoldEntries {
  let keys: ContiguousArray<Value>?
  let values: ContiguousArray<Value>

  /// Nil for what is neither list nor map.
  init?(_ range: Value) {
    switch range {
    case .list(let list):
      keys = nil
      values = list.elements
    case .map(let map):
      keys = map.keys
      values = map.values
    default: return nil
    }
  }

  var count: Int { values.count }

  /// What a macro of one variable gets: the element of a list, the key of a map.
  func element(_ position: Int) -> Value { keys.map { $0[position] } ?? values[position] }

  func key(_ position: Int) -> Value { keys.map { $0[position] } ?? .int(Int64(position)) }

  func value(_ position: Int) -> Value { values[position] }
}

/// The result of a macro as it is built, element by element.
struct FoldState {
  private let fold: Fold
  private var failure: Value?
  private var decided: Bool?
  private var matches = 0
  private var elements = ContiguousArray<Value>()
  private var sortKeys = ContiguousArray<Value>()
  private var builder = MapBuilder()

  init(_ fold: Fold) { self.fold = fold }

  /// Ends with what a condition gave instead of a truth value.
  mutating func fail(_ value: Value) -> Bool {
    failure = value.isError ? value : .noOverload("\(fold)", value)
    return false
  }

  /// Takes what the body gave for the element at `position`; false where the result is decided.
  mutating func take(_ value: Value, _ entries: FoldEntries, _ position: Int) -> Bool {
    switch fold {
    case .all: return quantify(value, decisive: false)
    case .exists: return quantify(value, decisive: true)
    case .existsOne:
      guard case .bool(let flag) = value else { return fail(value) }
      if flag { matches += 1 }
    case .filter:
      guard case .bool(let flag) = value else { return fail(value) }
      if flag { elements.append(entries.element(position)) }
    case .map, .transformList:
      if value.isError { return fail(value) }
      elements.append(value)
    case .sortBy:
      if value.isError { return fail(value) }
      sortKeys.append(value)
      elements.append(entries.element(position))
    case .transformMap:
      if value.isError { return fail(value) }
      if let error = builder.add(entries.key(position), value, isOptional: false) {
        return fail(error)
      }
    case .transformMapEntry: return takeEntries(of: value)
    }
    return true
  }

  private mutating func takeEntries(of value: Value) -> Bool {
    guard case .map(let map) = value else { return fail(value) }
    for (key, value) in zip(map.keys, map.values) {
      if let error = builder.add(key, value, isOptional: false) { return fail(error) }
    }
    return true
  }

  /// Remembers the first error, which a decisive answer later on makes void.
  private mutating func quantify(_ value: Value, decisive: Bool) -> Bool {
    guard case .bool(let flag) = value else {
      let error: Value = value.isError ? value : .noOverload("\(fold)", value)
      failure = failure ?? error
      return true
    }
    guard flag == decisive else { return true }
    decided = decisive
    return false
  }

  var result: Value {
    if let decided { return .bool(decided) }
    if let failure { return failure }
    switch fold {
    case .all: return .bool(true)
    case .exists: return .bool(false)
    case .existsOne: return .bool(matches == 1)
    case .map, .filter, .transformList: return .list(ListValue(elements))
    case .sortBy: return Library.sorted(elements, by: sortKeys)
    case .transformMap, .transformMapEntry: return builder.build()
    }
  }
}

/// Collects the entries of a map.
struct MapBuilder {
  private var keys = ContiguousArray<Value>()
  private var values = ContiguousArray<Value>()

  init() {}

  /// Adds an entry, or what an optional holds; gives the error if it cannot be added.
  mutating func add(_ key: Value, _ value: Value, isOptional: Bool) -> Value? {
    var value = value
    if isOptional {
      guard case .optional(let optional) = value else { return .noOverload("{?}", value) }
      guard let inner = optional.value else { return nil }
      value = inner
    }
    keys.append(key)
    values.append(value)
    return nil
  }

  /// The map; an error where a key is of no key type or is there twice.
  func build() -> Value {
    MapValue(keys: keys, values: values).map(Value.map)
      ?? .invalid(
        en: "a key of the map is repeated or is no int, uint, bool or string",
        ru: "ключ словаря повторяется или не относится к типам int, uint, bool, string")
  }
}

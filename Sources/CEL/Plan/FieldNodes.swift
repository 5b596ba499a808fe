/// The name of a field, with what makes it quick to find.
struct FieldKey: Sendable {
  let name: String
  let print: UInt64
  /// The position of the field in records of the shape that the checker found.
  let shape: RecordShape?
  let position: Int

  init(_ name: String, in shape: RecordShape? = nil) {
    self.name = name
    print = MapKey.print(of: name)
    position = shape?.position(of: name) ?? -1
    self.shape = position >= 0 ? shape : nil
  }

  /// The field of a record, or nil where it is not set.
  @inline(__always)
  func value(in table: RecordTable, row: Int) -> Value? {
    if let shape, table.shape === shape { return table.value(row: row, field: position) }
    return table.shape.position(of: name).flatMap { table.value(row: row, field: $0) }
  }
}

/// `operand.field`.
final class FieldNode: PlanNode, @unchecked Sendable {
  private let operand: PlanNode
  private let key: FieldKey

  init(_ operand: PlanNode, _ key: FieldKey, _ range: SourceRange) {
    self.operand = operand
    self.key = key
    super.init(range)
  }

  override func locate(_ frame: inout Frame) -> UnsafePointer<Value>? {
    let before = frame.cost
    if let place = operand.locate(&frame), case .map(let map) = place.pointee,
      let position = map.position(of: key.name, print: key.print)
    {
      frame.cost &+= 1
      return UnsafePointer(map.storage.baseAddress).map { $0 + position }
    }
    frame.cost = before
    return nil
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    if let place = operand.locate(&frame) { return select(place, &frame) }
    var value = operand.evaluate(&frame)
    return select(&value, &frame)
  }

  @inline(__always)
  private func select(_ place: UnsafePointer<Value>, _ frame: inout Frame) -> Value {
    frame.cost &+= 1
    switch place.pointee {
    case .record(let table, let row):
      if let value = key.value(in: table, row: row) { return value }
      return Value.noSuchKey(.string(key.name)).located(at: range)
    case .map(let map):
      if let position = map.position(of: key.name, print: key.print) {
        return map.storage[position]
      }
      return Value.noSuchKey(.string(key.name)).located(at: range)
    case .error: return place.pointee
    default: return Access.select(place.pointee, key.name, print: key.print).located(at: range)
    }
  }
}

/// `operand.?field`.
final class OptionalFieldNode: PlanNode, @unchecked Sendable {
  private let operand: PlanNode
  private let key: FieldKey

  init(_ operand: PlanNode, _ key: FieldKey, _ range: SourceRange) {
    self.operand = operand
    self.key = key
    super.init(range)
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    frame.cost &+= 1
    return Access.optionalSelect(value, key.name, print: key.print).located(at: range)
  }
}

/// `has(operand.field)`.
final class HasNode: TestNode, @unchecked Sendable {
  private let operand: PlanNode
  private let key: FieldKey

  init(_ operand: PlanNode, _ key: FieldKey, _ range: SourceRange) {
    self.operand = operand
    self.key = key
    super.init(range)
  }

  override func test(_ frame: inout Frame) -> Truth {
    if let place = operand.locate(&frame) { return test(place, &frame) }
    var value = operand.evaluate(&frame)
    return test(&value, &frame)
  }

  @inline(__always)
  private func test(_ place: UnsafePointer<Value>, _ frame: inout Frame) -> Truth {
    frame.cost &+= 1
    switch place.pointee {
    case .record(let table, let row): return Truth(key.value(in: table, row: row) != nil)
    case .map(let map): return Truth(map.position(of: key.name, print: key.print) != nil)
    case .error(let error): return frame.fail(error)
    default: break
    }
    switch Access.has(place.pointee, key.name, print: key.print) {
    case .bool(let flag): return Truth(flag)
    case let failure: return fail(&frame, failure)
    }
  }
}

/// `operand[key]`.
final class IndexNode: PlanNode, @unchecked Sendable {
  private let operand: PlanNode
  private let key: PlanNode

  init(_ operand: PlanNode, _ key: PlanNode, _ range: SourceRange) {
    self.operand = operand
    self.key = key
    super.init(range)
  }

  override func locate(_ frame: inout Frame) -> UnsafePointer<Value>? {
    let before = frame.cost
    if let place = operand.locate(&frame), case .map(let map) = place.pointee,
      let keyPlace = key.locate(&frame), case .string(let text) = keyPlace.pointee,
      let position = map.position(of: text, print: MapKey.print(of: text))
    {
      frame.cost &+= 1
      return UnsafePointer(map.storage.baseAddress).map { $0 + position }
    }
    frame.cost = before
    return nil
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    let index = key.evaluate(&frame)
    if value.isError { return value }
    if index.isError { return index }
    frame.cost &+= 1
    return Access.index(value, index).located(at: range)
  }
}

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

  /// Where the field is in a map, or in a record that stores its values.
  @inline(__always)
  func locate(in place: UnsafePointer<Value>) -> UnsafePointer<Value>? {
    if let map = place.map {
      return map._withUnsafeGuaranteedRef { $0.place(of: name, print: print) }
    }
    guard let record = place.record else { return nil }
    return record.table._withUnsafeGuaranteedRef { table in
      table.shape === shape ? table.place(row: record.row, field: position) : nil
    }
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
  private let operand: Step
  private let key: FieldKey

  init(_ operand: PlanNode, _ key: FieldKey, _ range: SourceRange) {
    self.operand = Step(operand)
    self.key = key
    super.init(range)
  }

  override func locate(_ frame: inout Frame) -> UnsafePointer<Value>? {
    let before = frame.cost
    if let place = operand.locate(&frame), let found = key.locate(in: place) {
      frame.cost &+= 1
      return found
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
    if let found = key.locate(in: place) { return found.pointee }
    if let record = place.record {
      return record.table._withUnsafeGuaranteedRef { key.value(in: $0, row: record.row) }
        ?? Value.noSuchKey(.string(key.name)).located(at: range)
    }
    if place.isError { return place.pointee }
    return Access.select(place.pointee, key.name, print: key.print).located(at: range)
  }
}

/// `operand.?field`.
final class OptionalFieldNode: PlanNode, @unchecked Sendable {
  private let operand: Step
  private let key: FieldKey

  init(_ operand: PlanNode, _ key: FieldKey, _ range: SourceRange) {
    self.operand = Step(operand)
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
  private let operand: Step
  private let key: FieldKey

  init(_ operand: PlanNode, _ key: FieldKey, _ range: SourceRange) {
    self.operand = Step(operand)
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
    if let map = place.map {
      return Truth(map._withUnsafeGuaranteedRef { $0.place(of: key.name, print: key.print) } != nil)
    }
    if let record = place.record {
      return Truth(
        record.table._withUnsafeGuaranteedRef { key.value(in: $0, row: record.row) } != nil)
    }
    if case .error(let error) = place.pointee { return frame.fail(error) }
    switch Access.has(place.pointee, key.name, print: key.print) {
    case .bool(let flag): return Truth(flag)
    case let failure: return fail(&frame, failure)
    }
  }
}

/// `operand[key]`.
final class IndexNode: PlanNode, @unchecked Sendable {
  private let operand: Step
  private let key: Step

  init(_ operand: PlanNode, _ key: PlanNode, _ range: SourceRange) {
    self.operand = Step(operand)
    self.key = Step(key)
    super.init(range)
  }

  override func locate(_ frame: inout Frame) -> UnsafePointer<Value>? {
    let before = frame.cost
    if let place = operand.locate(&frame), let map = place.map,
      let keyPlace = key.locate(&frame), case .string(let text) = keyPlace.pointee,
      let found = map._withUnsafeGuaranteedRef({
        $0.place(of: text, print: MapKey.print(of: text))
      })
    {
      frame.cost &+= 1
      return found
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

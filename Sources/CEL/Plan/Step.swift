/// A step inside another: owned, but called without counting references.
///
/// The parent lives as long as it runs, so its parts do too; counting took half of the time.
struct Step: @unchecked Sendable {
  let owner: PlanNode
  private let node: Unmanaged<PlanNode>

  init(_ node: PlanNode) {
    owner = node
    self.node = Unmanaged.passUnretained(node)
  }

  @inline(__always)
  func evaluate(_ frame: inout Frame) -> Value {
    node._withUnsafeGuaranteedRef { $0.evaluate(&frame) }
  }

  @inline(__always)
  func test(_ frame: inout Frame) -> Truth {
    node._withUnsafeGuaranteedRef { $0.test(&frame) }
  }

  @inline(__always)
  func locate(_ frame: inout Frame) -> UnsafePointer<Value>? {
    node._withUnsafeGuaranteedRef { $0.locate(&frame) }
  }
}

/// The steps inside another; it owns them from ``init(_:)`` until ``release()``.
struct Steps: @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<Unmanaged<PlanNode>>

  init(_ nodes: ContiguousArray<PlanNode>) {
    storage = .allocate(capacity: nodes.count)
    _ = storage.initialize(from: nodes.map { Unmanaged.passRetained($0) })
  }

  func release() {
    storage.forEach { $0.release() }
    storage.deallocate()
  }

  var count: Int { storage.count }

  @inline(__always)
  func test(_ position: Int, _ frame: inout Frame) -> Truth {
    storage[position]._withUnsafeGuaranteedRef { $0.test(&frame) }
  }
}

extension UnsafePointer<Value> {
  /// The map at this place, which keeps it alive.
  @inline(__always)
  var map: Unmanaged<MapValue>? {
    if case .map(let map) = pointee { return Unmanaged.passUnretained(map) }
    return nil
  }

  /// The list at this place, which keeps it alive.
  @inline(__always)
  var list: Unmanaged<ListValue>? {
    if case .list(let list) = pointee { return Unmanaged.passUnretained(list) }
    return nil
  }

  /// The record at this place, which keeps it alive.
  @inline(__always)
  var record: (table: Unmanaged<RecordTable>, row: Int)? {
    if case .record(let table, let row) = pointee {
      return (Unmanaged.passUnretained(table), row)
    }
    return nil
  }

  @inline(__always)
  var isError: Bool {
    if case .error = pointee { return true }
    return false
  }
}

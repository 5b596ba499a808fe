/// Lists of different lengths, one a row, kept in two flat arrays (compressed sparse rows).
public struct Rows<Value: Sendable>: Sendable {
  @usableFromInline var starts: [Int32] = [0]
  /// The values of all rows, one row after the other.
  public private(set) var values: [Value] = []

  /// Creates an empty table without rows.
  public init() {}

  /// Creates a table of `rowCount` rows from pairs, keeping the order of the pairs within a row.
  ///
  /// - Parameters:
  ///   - rowCount: the number of rows; pairs outside of it are left out.
  ///   - pairs: the row and the value of each entry, in any order.
  public init(rowCount: Int, pairs: [(row: Int32, value: Value)]) {
    starts = Array(repeating: 0, count: rowCount + 1)
    let inside = pairs.filter { $0.row >= 0 && Int($0.row) < rowCount }
    for pair in inside { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    let order = [Int32](unsafeUninitializedCapacity: inside.count) { buffer, count in
      for (position, pair) in inside.enumerated() {
        buffer[Int(next[Int(pair.row)])] = Int32(truncatingIfNeeded: position)
        next[Int(pair.row)] += 1
      }
      count = inside.count
    }
    values = order.map { inside[Int($0)].value }
  }

  /// The number of rows.
  @inlinable
  public var count: Int { starts.count - 1 }

  /// Appends a value to the row that is being written.
  public mutating func append(_ value: Value) { values.append(value) }

  /// Ends the row that is being written.
  public mutating func endRow() { starts.append(Int32(truncatingIfNeeded: values.count)) }

  /// The values of a row, empty where there is no such row.
  @inlinable
  public subscript(row: Int) -> ArraySlice<Value> {
    guard row >= 0, row + 1 < starts.count else { return [] }
    return values[range(of: row)]
  }

  /// Where the values of a row stand in ``values``.
  @inlinable
  public func range(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  /// Makes room for `rows` rows with `values` values in all.
  public mutating func reserve(rows: Int, values count: Int) {
    starts.reserveCapacity(rows + 1)
    values.reserveCapacity(count)
  }
}

extension Rows where Value: Equatable {
  /// Appends a value to the row that is being written unless it is there; answers whether it is
  /// new.
  mutating func addOnce(_ value: Value) -> Bool {
    guard !values[Int(starts[starts.count - 1])...].contains(value) else { return false }
    append(value)
    return true
  }
}

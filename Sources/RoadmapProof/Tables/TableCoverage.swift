import CEL
import RoadmapModel

/// What holds of a table whatever the measures are: cases that no row covers, rows that apply
/// together, rows that are never reached.
///
/// Every column is cut where some cell of it begins or ends; all values between two cuts are one
/// case. The cases of a table are the combinations of those of its columns, and columns in which
/// the same rows apply are gone through once.
struct TableCoverage {
  /// An example: a value for each column, nil where any will do.
  typealias Example = [ValuePoint?]

  /// A case of a column: the rows whose cells hold there.
  private struct Case {
    let point: ValuePoint?
    let rows: RowSet
  }

  /// The most steps for one table.
  private static let mostSteps = 200_000

  private let table: DecisionTable
  private let domains: [ValueSet?]
  private let conditional: RowSet
  private var cases: [[Case]] = []
  private var stepsLeft = mostSteps
  private var example: Example
  /// The rows that count in some case.
  private(set) var reached: RowSet
  /// The rows whose cells hold together in some case.
  private(set) var possible: RowSet
  /// A case that no row covers.
  private(set) var missing: Example?
  /// A case that may be covered only by rows that have conditions of their own.
  private(set) var uncertain: Example?
  /// Rows that apply together though they must not, each pair once, with a case.
  private(set) var conflicts: [(first: Int, second: Int, example: Example)] = []
  private var seenPairs: Set<[Int]> = []

  /// Whether all cases were gone through.
  var isComplete: Bool { stepsLeft > 0 }

  /// - Parameters:
  ///   - table: the table.
  ///   - domains: the values that each column can take; nil where it has no order.
  init(_ table: DecisionTable, domains: [ValueSet?]) {
    self.table = table
    self.domains = domains
    example = Array(repeating: nil, count: table.inputs.count)
    reached = RowSet(count: table.rows.count)
    possible = reached
    var conditional = RowSet(count: table.rows.count)
    for (position, row) in table.rows.enumerated() where row.cells.contains(where: \.isCondition) {
      conditional.insert(position)
    }
    self.conditional = conditional
    cases = table.inputs.indices.map { cases(of: $0) }
    visit(column: 0, RowSet(count: table.rows.count, isFull: true))
  }

  /// The different cases of a column.
  private func cases(of column: Int) -> [Case] {
    let cells = table.rows.map { $0.cells[column] }
    let everywhere = RowSet(count: cells.count, isFull: true)
    guard let domain = domains[column] else { return [Case(point: nil, rows: everywhere)] }
    var points = Set(domain.boundaries)
    for case .values(let set) in cells { points.formUnion(set.boundaries) }
    var seen: Set<RowSet> = []
    var found: [Case] = []
    let sorted = points.sorted()
    for (position, point) in sorted.enumerated() where domain.contains(point) {
      var rows = RowSet(count: cells.count)
      for (row, cell) in cells.enumerated() where cell.holds(at: point) { rows.insert(row) }
      if seen.insert(rows).inserted {
        let end = position + 1 < sorted.count ? sorted[position + 1] : nil
        let shown = point.plain(before: end)
        found.append(Case(point: rows == everywhere ? nil : shown, rows: rows))
      }
    }
    return found
  }

  /// Goes through the cases of this column and those after it. Recursion is as deep as there are
  /// columns, of which there are few.
  private mutating func visit(column: Int, _ rows: RowSet) {
    guard stepsLeft > 0 else { return }
    stepsLeft -= 1
    guard column < cases.count, !rows.isEmpty else { return conclude(rows) }
    for position in cases[column].indices {
      let next = cases[column][position]
      example[column] = next.point
      visit(column: column + 1, rows.intersection(next.rows))
    }
    example[column] = nil
  }

  private mutating func conclude(_ rows: RowSet) {
    possible.formUnion(rows)
    let certain = rows.subtracting(conditional)
    if certain.isEmpty {
      if rows.isEmpty { missing = missing ?? example } else { uncertain = uncertain ?? example }
    }
    guard table.hit != .first else {
      for row in rows.members {
        reached.insert(row)
        if !conditional.contains(row) { return }
      }
      return
    }
    reached.formUnion(rows)
    noteConflicts(certain.members)
  }

  private mutating func noteConflicts(_ rows: [Int]) {
    guard let first = rows.first else { return }
    for other in rows.dropFirst() where conflicts.count < 100 {
      stepsLeft -= 1
      let outputs = (table.rows[first].output, table.rows[other].output)
      if table.hit.join(outputs.0, outputs.1) == nil, seenPairs.insert([first, other]).inserted {
        conflicts.append((first, other, example))
      }
    }
  }
}

extension ValuePoint {
  /// A value that is easier to read, from this one up to `end`, for examples.
  fileprivate func plain(before end: ValuePoint?) -> ValuePoint {
    let candidate: ValuePoint
    switch self {
    case .double(let number): candidate = .double(number.rounded(.up))
    case .text(let text) where text.text.utf8.last == 0:
      candidate = .text(TextPoint(String(text.text.unicodeScalars.dropLast()) + "-2"))
    default: return self
    }
    guard candidate >= self, end.map({ candidate < $0 }) ?? true else { return self }
    return candidate
  }
}

extension DecisionTable.Cell {
  fileprivate var isCondition: Bool { if case .condition = self { true } else { false } }

  /// Whether the cell holds where the column has this value; a condition may.
  fileprivate func holds(at point: ValuePoint) -> Bool {
    if case .values(let set) = self { set.contains(point) } else { true }
  }
}

/// A set of rows.
struct RowSet: Hashable {
  private var words: [UInt64]

  init(count: Int, isFull: Bool = false) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    if isFull { for row in 0..<count { insert(row) } }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The rows, in order.
  var members: [Int] {
    words.indices.flatMap { word in
      (0..<64).filter { words[word] & (1 << UInt64($0)) != 0 }.map { word * 64 + $0 }
    }
  }

  func contains(_ row: Int) -> Bool { words[row / 64] & (1 << UInt64(row % 64)) != 0 }

  mutating func insert(_ row: Int) { words[row / 64] |= 1 << UInt64(row % 64) }

  mutating func formUnion(_ other: RowSet) {
    for word in words.indices { words[word] |= other.words[word] }
  }

  func intersection(_ other: RowSet) -> RowSet {
    var result = self
    for word in words.indices { result.words[word] &= other.words[word] }
    return result
  }

  func subtracting(_ other: RowSet) -> RowSet {
    var result = self
    for word in words.indices { result.words[word] &= ~other.words[word] }
    return result
  }
}

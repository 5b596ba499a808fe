import CEL
import RoadmapModel

/// What a table says of one measure.
enum TableVerdict {
  case chosen(DecisionTable.Output)
  /// No row applies.
  case missing
  /// Two rows apply that must not, or that say what cannot be joined.
  case conflict(Int, Int)
  /// A column or cell has no value.
  case failed(TableFailure)
}

/// Why a table cannot be decided.
struct TableFailure: Error {
  let error: EvaluationError
  /// The column or cell that has no value.
  let element: Element

  init(_ error: EvaluationError, _ element: Element) {
    self.error = error
    self.element = element
  }
}

/// Decides one table for measure after measure.
struct TableDecider {
  private let index: TableIndex
  private let table: DecisionTable
  /// What all decisions cost so far.
  private(set) var cost = 0
  private var points: [ValuePoint?] = []

  init(_ index: TableIndex, _ table: DecisionTable) {
    self.index = index
    self.table = table
  }

  /// Decides the table with the measure that `bindings` speak of.
  mutating func decide(_ bindings: Bindings) -> TableVerdict {
    points = Array(repeating: nil, count: table.inputs.count)
    var applying: [Int] = []
    for (position, row) in table.rows.enumerated() {
      switch applies(row, at: position, bindings) {
      case .failure(let failure): return .failed(failure)
      case .success(false): continue
      case .success(true): applying.append(position)
      }
      if table.hit == .first { return .chosen(row.output) }
    }
    return verdict(applying)
  }

  private func verdict(_ applying: [Int]) -> TableVerdict {
    guard let first = applying.first else { return .missing }
    var output = table.rows[first].output
    for other in applying.dropFirst() {
      guard let joined = table.hit.join(output, table.rows[other].output) else {
        return .conflict(first, other)
      }
      output = joined
    }
    return .chosen(output)
  }

  /// Whether all cells of a row hold; every one of them must have an answer.
  private mutating func applies(
    _ row: DecisionTable.Row, at position: Int, _ bindings: Bindings
  ) -> Result<Bool, TableFailure> {
    var holds = true
    for (column, cell) in row.cells.enumerated() {
      switch cell {
      case .any: continue
      case .values(let set):
        switch point(of: column, bindings) {
        case .success(let point): holds = holds && set.contains(point)
        case .failure(let failure): return .failure(failure)
        }
      case .condition(let program):
        let (value, units) = program.evaluateWithCost(bindings)
        cost += units
        if case .bool(let flag) = value {
          holds = holds && flag
          continue
        }
        let error =
          if case .error(let error) = value { error } else { EvaluationError.noTruth(value) }
        return .failure(
          TableFailure(error, .tableCell(index, position, column, error.ownBytes)))
      }
    }
    return .success(holds)
  }

  /// The value of a column, found once for a measure.
  private mutating func point(
    of column: Int, _ bindings: Bindings
  ) -> Result<ValuePoint, TableFailure> {
    if let known = points[column] { return .success(known) }
    let (value, units) = table.inputs[column].program.evaluateWithCost(bindings)
    cost += units
    if let point = ValuePoint(value) {
      points[column] = point
      return .success(point)
    }
    let error = if case .error(let error) = value { error } else { EvaluationError.noOrder(value) }
    return .failure(TableFailure(error, .tableInput(index, column, error.ownBytes)))
  }
}

extension DecisionTable.Hit {
  /// What two rows that both apply give together; nil where they must not.
  func join(
    _ first: DecisionTable.Output, _ second: DecisionTable.Output
  ) -> DecisionTable.Output? {
    switch self {
    case .first: return first
    case .unique: return nil
    case .any: return first == second ? first : nil
    case .collect:
      guard case .quorum(let a) = first, case .quorum(let b) = second else { return nil }
      return a.larger(b).map { .quorum($0) }
    }
  }
}

extension EvaluationError {
  /// Where the error is in its source, unless that is the source of a variable.
  var ownBytes: Range<Int>? { origin == nil ? bytes : nil }

  /// Where the error is in its source, as elements say it.
  var bytes: Range<Int>? { range.map { $0.start..<max($0.start, $0.end) } }
}

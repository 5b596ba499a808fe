import CEL
import Synchronization

/// The variables of a roadmap, a row a measure: each is evaluated when it is first asked for, and
/// kept while the same measure is spoken of.
final class VariableRecords: RecordTable, @unchecked Sendable {
  private struct Kept {
    var row = -1
    var values: [Value?] = []
  }

  private let variables: [Variable]
  /// The variables that each one uses, by position.
  private let uses: [[Int]]
  /// What variables may speak of besides the measure.
  private let fixed: [String: Value]
  private static let environment = Rule.environment(for: .measure, of: nil)
  private let measure: @Sendable (Int) -> Value?
  private let kept = Mutex(Kept())
  private let units = Atomic<Int>(0)

  /// What all evaluations have cost so far.
  var cost: Int { units.load(ordering: .relaxed) }

  init(
    of roadmap: Roadmap, for target: Rule.Target, _ fixed: [String: Value],
    measure: @escaping @Sendable (Int) -> Value?
  ) {
    let variables = roadmap.variables.filter { target != .roadmap || !$0.needsMeasure }
    let positions = Dictionary(
      variables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.variables = variables
    uses = variables.map { $0.uses.compactMap { positions[$0] } }
    self.fixed = fixed
    self.measure = measure
    super.init(Variable.shape(of: roadmap.variables, for: target))
  }

  override func value(row: Int, field: Int) -> Value? {
    guard variables.indices.contains(field) else { return nil }
    if let known = known(row, field) { return known }
    // What a variable uses is evaluated before it, so that no chain of variables is recursion.
    var pending = [field]
    var seen: Set<Int> = []
    var value: Value?
    while let next = pending.last {
      if seen.insert(next).inserted {
        pending += uses[next].filter { !seen.contains($0) && known(row, $0) == nil }
        continue
      }
      pending.removeLast()
      value = known(row, next) ?? evaluate(next, row: row)
      if let value { keep(value, row, next) }
    }
    return value
  }

  private func known(_ row: Int, _ field: Int) -> Value? {
    kept.withLock { $0.row == row && $0.values.indices.contains(field) ? $0.values[field] : nil }
  }

  private func keep(_ value: Value, _ row: Int, _ field: Int) {
    let count = variables.count
    kept.withLock { kept in
      if kept.row != row { kept = Kept(row: row, values: Array(repeating: nil, count: count)) }
      kept.values[field] = value
    }
  }

  private func evaluate(_ field: Int, row: Int) -> Value {
    let bindings = Bindings(Self.environment)
    for (name, value) in fixed { bindings[name] = value }
    bindings["measure"] = measure(row)
    bindings["variables"] = .record(self, row: row)
    let (value, cost) = variables[field].program.evaluateWithCost(bindings)
    units.wrappingAdd(cost, ordering: .relaxed)
    guard case .error(let error) = value else { return value }
    return .error(error.coming(from: variables[field].id))
  }
}

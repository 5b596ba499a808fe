import YAMLSource

/// Values by symbol, in a table over the numbers of symbols: for every measure of a large roadmap,
/// a step into an array costs a tenth of a look into a dictionary.
struct SymbolMap<Value> {
  /// The position in ``values`` of the value of each symbol, or -1.
  private var positions: [Int32] = []
  private var values: [Value] = []

  /// The value of `symbol`; nil where it has none.
  subscript(symbol: Symbol) -> Value? {
    let number = Int(symbol.id)
    guard number < positions.count, positions[number] >= 0 else { return nil }
    return values[Int(positions[number])]
  }

  /// Gives `symbol`, which has none, a value.
  mutating func add(_ value: Value, for symbol: Symbol) {
    let number = Int(symbol.id)
    if number >= positions.count {
      let missing = max(number + 1 - positions.count, positions.count)
      positions.append(contentsOf: repeatElement(-1, count: missing))
    }
    positions[number] = Int32(truncatingIfNeeded: values.count)
    values.append(value)
  }
}

import RoadmapModel
import SourceDiagnostics
import YAMLSource

/// What a roadmap declares under one key, by name.
struct Declared<Value: Sendable> {
  /// The key under which these are declared.
  let word: Word
  /// The values that could be read, in the order written.
  private(set) var values: [Value] = []
  /// Where each value and its name stand.
  private(set) var places: [(name: Place, value: Place)] = []
  /// Every declared name, in the order written, whether its value could be read or not.
  private(set) var order: [Symbol] = []
  /// Where each of ``order`` stands, and the position of its value; -1 where it has none.
  private var entries: [(place: Place, value: Int32)] = []
  /// The position in ``order`` of each symbol, by its number; -1 for one that is not declared.
  private var positions: [Int32] = []

  init(_ word: Word) { self.word = word }

  /// Notes that `name` is declared; answers where it was declared before, if it was.
  mutating func declare(_ name: Symbol, at place: Place) -> Place? {
    if let position = position(of: name) { return entries[position].place }
    let missing = Int(name.id) + 1 - positions.count
    if missing > 0 { positions.append(contentsOf: repeatElement(-1, count: missing)) }
    positions[Int(name.id)] = Int32(truncatingIfNeeded: order.count)
    order.append(name)
    entries.append((place, -1))
    return nil
  }

  /// Gives a declared name its value.
  mutating func define(_ name: Symbol, _ value: Value, at place: Place) {
    guard let position = position(of: name) else { return }
    entries[position].value = Int32(truncatingIfNeeded: values.count)
    values.append(value)
    places.append((entries[position].place, place))
  }

  /// Replaces a value by what more is known of it.
  mutating func redefine(at position: Int, _ value: Value) { values[position] = value }

  private func position(of name: Symbol) -> Int? {
    guard name.id < positions.count, positions[Int(name.id)] >= 0 else { return nil }
    return Int(positions[Int(name.id)])
  }

  /// What a name stands for.
  enum Lookup {
    case found(DenseIndex<Value>)
    /// Declared, but with an error of its own that has been reported.
    case broken
    case unknown
  }

  /// Looks up what is declared under a name.
  func callAsFunction(_ name: Symbol) -> Lookup {
    guard let position = position(of: name) else { return .unknown }
    let value = entries[position].value
    return value < 0 ? .broken : .found(DenseIndex(raw: value))
  }
}

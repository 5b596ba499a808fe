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
  private(set) var names: [Symbol: (place: Place, index: DenseIndex<Value>?)] = [:]
  private(set) var order: [Symbol] = []

  init(_ word: Word) { self.word = word }

  /// Notes that `name` is declared; answers where it was declared before, if it was.
  mutating func declare(_ name: Symbol, at place: Place) -> Place? {
    if let first = names[name] { return first.place }
    names[name] = (place, nil)
    order.append(name)
    return nil
  }

  /// Gives a declared name its value.
  mutating func define(_ name: Symbol, _ value: Value, at place: Place) {
    guard let declared = names[name] else { return }
    names[name] = (declared.place, DenseIndex(values.count))
    values.append(value)
    places.append((declared.place, place))
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
    guard let declared = names[name] else { return .unknown }
    return declared.index.map { .found($0) } ?? .broken
  }
}

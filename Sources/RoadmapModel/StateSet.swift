/// A set of states of one lifecycle.
public struct StateSet: Hashable, Sendable {
  /// Bit `i` stands for the state at position `i`, 0 through 63.
  public private(set) var bits: UInt64

  /// Creates a set from its bits.
  public init(bits: UInt64 = 0) { self.bits = bits }

  /// Creates a set of these states; positions past 63 are left out.
  public init(_ states: some Sequence<StateIndex>) {
    bits = 0
    for state in states { insert(state) }
  }

  /// Adds a state; one past 63 is left out.
  public mutating func insert(_ state: StateIndex) {
    guard (0..<64).contains(state.raw) else { return }
    bits |= 1 << UInt64(state.raw)
  }

  /// Whether the set holds `state`.
  public func contains(_ state: StateIndex) -> Bool {
    (0..<64).contains(state.raw) && bits & (1 << UInt64(state.raw)) != 0
  }

  /// Whether the two sets share a state.
  public func intersects(_ other: StateSet) -> Bool { bits & other.bits != 0 }

  /// Whether the set is empty.
  public var isEmpty: Bool { bits == 0 }

  /// The number of states in the set.
  public var count: Int { bits.nonzeroBitCount }

  /// The states in the set, in order.
  public var states: [StateIndex] {
    (Int32(0)..<64).filter { bits & (1 << UInt64($0)) != 0 }.map { StateIndex(raw: $0) }
  }
}

/// A set of code points as an automaton over the bytes of UTF-8, equal parts shared.
///
/// States stand before the states that lead to them; the last one is where it begins.
struct ByteAutomaton {
  private(set) var states: [[ByteTransition]] = []
  private var known: [[ByteTransition]: Int32] = [:]

  /// The target of a transition that ends a character.
  static let end: Int32 = -1

  init(_ set: ScalarSet) {
    var sequences: [[ClosedRange<UInt8>]] = []
    for range in set.ranges { Self.appendSequences(of: range, to: &sequences) }
    let root = state(for: sequences[...], at: 0)
    // A shared state may be the root; it must come last.
    if Int(root) != states.count - 1 { states.append(states[Int(root)]) }
  }

  /// The state that goes on with `sequences` at their byte `depth`, at most 3.
  private mutating func state(
    for sequences: ArraySlice<[ClosedRange<UInt8>]>, at depth: Int
  ) -> Int32 {
    var transitions: [ByteTransition] = []
    var rest = sequences
    while let first = rest.first {
      let group = rest.prefix { $0[depth] == first[depth] }
      rest = rest.dropFirst(group.count)
      let next = first.count == depth + 1 ? Self.end : state(for: group, at: depth + 1)
      let bytes = first[depth]
      if let last = transitions.last, last.next == next, last.high &+ 1 == bytes.lowerBound {
        transitions[transitions.count - 1] =
          ByteTransition(low: last.low, high: bytes.upperBound, next: next)
      } else {
        transitions.append(
          ByteTransition(low: bytes.lowerBound, high: bytes.upperBound, next: next))
      }
    }
    if let same = known[transitions] { return same }
    states.append(transitions)
    let index = Int32(states.count - 1)
    known[transitions] = index
    return index
  }

  /// Adds the byte sequences of `range`, ascending; surrogates have none.
  ///
  /// A range is cut until its bytes vary independently: at the lengths of UTF-8, and where the
  /// bytes after a differing one don't run through all of their values.
  private static func appendSequences(
    of range: ClosedRange<UInt32>, to sequences: inout [[ClosedRange<UInt8>]]
  ) {
    var pending = [range]
    while let range = pending.popLast() {
      let (low, high) = (range.lowerBound, range.upperBound)
      if let cut = cut(low, high) {
        pending.append((cut + 1)...high)
        pending.append(low...cut)
      } else if !(0xD800...0xDFFF).contains(low) {
        sequences.append(zip(bytes(low), bytes(high)).map { $0...$1 })
      }
    }
  }

  /// The last code point of the first part, when the range must be cut.
  private static func cut(_ low: UInt32, _ high: UInt32) -> UInt32? {
    for last: UInt32 in [0x7F, 0x7FF, 0xD7FF, 0xDFFF, 0xFFFF] where low <= last && last < high {
      return last
    }
    guard low > 0x7F else { return nil }
    for bits: UInt32 in [6, 12, 18] {
      let mask: UInt32 = 1 << bits - 1
      guard low & ~mask != high & ~mask else { continue }
      if low & mask != 0 { return low | mask }
      if high & mask != mask { return (high & ~mask) - 1 }
    }
    return nil
  }

  private static func bytes(_ scalar: UInt32) -> [UInt8] {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: return [UInt8(scalar)]
    case ..<0x800: return [UInt8(0xC0 | scalar >> 6), tail(0)]
    case ..<0x1_0000: return [UInt8(0xE0 | scalar >> 12), tail(6), tail(0)]
    default: return [UInt8(0xF0 | scalar >> 18 & 7), tail(12), tail(6), tail(0)]
    }
  }
}

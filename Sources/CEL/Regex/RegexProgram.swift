/// A pattern compiled to instructions over bytes, which never change again.
///
/// A class, so that handing it on costs one count of references and not one for each array.
final class RegexProgram: Sendable {
  /// How far a pattern may expand: about as far as RE2's defaults, so that a search for groups
  /// takes 32 MiB at worst and each automaton about one.
  enum Limits {
    /// Instructions of a program.
    static let instructions = 80_000
    /// Instructions times the numbers that a thread of the search carries.
    static let threadSlots = 2_000_000
    /// Ranges in all classes of a pattern.
    static let classRanges = 1 << 20
  }

  let instructions: [RegexInstruction]
  let transitions: [ByteTransition]
  /// Where a match begins.
  let start: Int32
  /// Where a search begins: tries a match, then skips a byte.
  let searchStart: Int32
  /// The number of groups, the whole match among them.
  let groupCount: Int
  /// Whether a match can only begin at the start of the text.
  let isAnchored: Bool
  /// Whether some match depends on the characters around it.
  let hasAssertions: Bool
  /// Bytes that every match begins with; at most 16.
  let prefix: [UInt8]
  /// Whether the prefix is all there is to match.
  let isOnlyPrefix: Bool
  let classes: ByteClasses

  init(
    _ instructions: [RegexInstruction], _ transitions: [ByteTransition], start: Int32,
    searchStart: Int32, groupCount: Int, prefix: RegexPrefix
  ) {
    self.instructions = instructions
    self.transitions = transitions
    self.start = start
    self.searchStart = searchStart
    self.groupCount = groupCount
    isAnchored = prefix.isAnchored
    hasAssertions = instructions.contains { if case .assertion = $0 { true } else { false } }
    self.prefix = prefix.bytes
    isOnlyPrefix = prefix.isWhole
    classes = ByteClasses(transitions, hasAssertions: hasAssertions)
  }
}

/// A step of a program; targets are indices of instructions.
enum RegexInstruction: Hashable, Sendable {
  /// Consumes a byte by one of the transitions from `first` on; none lets nothing pass.
  case bytes(first: Int32, count: Int32)
  /// Goes both ways, the first one preferred.
  case split(Int32, Int32)
  case jump(Int32)
  case capture(slot: Int32, then: Int32)
  case assertion(RegexAssertion, then: Int32)
  case match
}

/// A range of bytes and the instruction that follows it.
struct ByteTransition: Hashable, Sendable {
  let low: UInt8
  let high: UInt8
  var next: Int32
}

/// Bytes that a program can't tell apart share a class; one more class is the end of the text.
struct ByteClasses: Sendable {
  private(set) var classOf: [UInt8] = []
  /// One byte of each class.
  private(set) var representatives: [UInt8] = []

  /// The number of classes with the end of the text, which is the last one: 2 through 257.
  var count: Int { representatives.count + 1 }
  var endOfText: Int { representatives.count }

  init(_ transitions: [ByteTransition], hasAssertions: Bool) {
    var starts = [Bool](repeating: false, count: 257)
    starts[0] = true
    func separate(_ low: UInt8, _ high: UInt8) {
      starts[Int(low)] = true
      starts[Int(high) + 1] = true
    }
    for transition in transitions { separate(transition.low, transition.high) }
    if hasAssertions {
      separate(0x0A, 0x0A)
      for range: ClosedRange<UInt8> in [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A] {
        separate(range.lowerBound, range.upperBound)
      }
    }
    for byte in UInt8.min...UInt8.max {
      if starts[Int(byte)] { representatives.append(byte) }
      classOf.append(UInt8(representatives.count - 1))
    }
  }
}

/// Which conditions hold at a place in a text.
struct RegexContext: Sendable {
  private let holds: UInt8

  /// The place between two bytes; nil stands for the start or the end of the text.
  init(before: UInt8?, after: UInt8?) {
    var holds: UInt8 = 0
    func set(_ assertion: RegexAssertion, _ isTrue: Bool) {
      if isTrue { holds |= 1 << assertion.rawValue }
    }
    let isBoundary = Self.isWord(before) != Self.isWord(after)
    set(.textStart, before == nil)
    set(.textEnd, after == nil)
    set(.lineStart, before == nil || before == 0x0A)
    set(.lineEnd, after == nil || after == 0x0A)
    set(.wordBoundary, isBoundary)
    set(.notWordBoundary, !isBoundary)
    self.holds = holds
  }

  private init(holds: UInt8) { self.holds = holds }

  /// A place of which nothing is known yet: no condition holds.
  static let unknown = RegexContext(holds: 0)

  func satisfies(_ assertion: RegexAssertion) -> Bool {
    holds & 1 << assertion.rawValue != 0
  }

  /// Whether `byte` is an ASCII letter, digit or `_`.
  static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}

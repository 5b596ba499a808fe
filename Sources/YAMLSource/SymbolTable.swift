/// A text that a ``SymbolTable`` holds: equal texts of one table are the same symbol.
public struct Symbol: Hashable, Sendable {
  /// The number of the symbol in its table, from 0 in the order of first appearance.
  public let id: UInt32
}

/// Texts, each kept once and known by a number.
///
/// One table serves all files of a load. Texts are equal when their bytes are.
public struct SymbolTable: Sendable {
  /// The texts, one after the other.
  private var arena: [UInt8] = []
  /// Where each text starts in the arena, and at last where the next one will.
  private var starts: [Int] = [0]
  /// Open addressing: 0 is free, else the upper half of a hash and, below, a number plus 1.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var hasher = SymbolHasher()

  /// Creates an empty table.
  public init() {}

  /// The number of different texts.
  public var count: Int { starts.count - 1 }

  /// The symbol of a text, which is added when the table does not have it.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
    if count >= slots.count / 4 * 3 { rebuild(slotCount: slots.count * 2) }
    let hash = hasher.hash(bytes)
    let (slot, number, steps) = find(bytes, hash: hash)
    if number > 0 { return Symbol(id: number - 1) }
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    slots[slot] = Self.slot(hash, number: count)
    let symbol = Symbol(id: UInt32(truncatingIfNeeded: count - 1))
    if steps > Self.longestProbe, hasher.isFast {
      hasher = SymbolHasher(isFast: false)
      rebuild(slotCount: slots.count)
    }
    return symbol
  }

  /// The symbol of a text, which is added when the table does not have it.
  public mutating func intern(_ bytes: [UInt8]) -> Symbol {
    bytes.withUnsafeBufferPointer { intern($0) }
  }

  /// The symbol of a text, which is added when the table does not have it.
  public mutating func intern(_ text: String) -> Symbol {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The symbol of a text, if the table has it.
  public func symbol(of text: String) -> Symbol? {
    var text = text
    let number = text.withUTF8 { find($0, hash: hasher.hash($0)).number }
    return number > 0 ? Symbol(id: number - 1) : nil
  }

  /// The text of a symbol of this table.
  public func string(_ symbol: Symbol) -> String {
    withBytes(symbol) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the bytes of a symbol's text to `body`.
  public func withBytes<Result>(
    _ symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = starts[Int(symbol.id)]..<starts[Int(symbol.id) + 1]
    return try arena.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// A probe longer than this does not happen by chance: somebody has guessed the fast hash.
  private static let longestProbe = 200

  private static func slot(_ hash: UInt64, number: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(truncatingIfNeeded: number)
  }

  /// Where the text is or would be: its number plus 1, or 0, and how many slots were passed.
  private func find(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64
  ) -> (slot: Int, number: UInt32, steps: Int) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    var steps = 0
    while true {
      let slot = slots[index]
      let number = UInt32(truncatingIfNeeded: slot)
      if number == 0 { return (index, 0, steps) }
      if (slot ^ hash) >> 32 == 0, equals(Int(number) - 1, bytes) { return (index, number, steps) }
      index = (index + 1) & mask
      steps += 1
    }
  }

  private func equals(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for offset in bytes.indices where arena[start + offset] != bytes[offset] { return false }
      return true
    }
  }

  private mutating func rebuild(slotCount: Int) {
    var fresh = [UInt64](repeating: 0, count: slotCount)
    let mask = slotCount - 1
    for index in 0..<count {
      let hash = withBytes(Symbol(id: UInt32(truncatingIfNeeded: index))) { hasher.hash($0) }
      var place = Int(truncatingIfNeeded: hash) & mask
      while fresh[place] != 0 { place = (place + 1) & mask }
      fresh[place] = Self.slot(hash, number: index + 1)
    }
    slots = fresh
  }
}

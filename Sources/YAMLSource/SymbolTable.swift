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
  /// Open addressing by the first bits of a hash, as many as `slots` needs.
  private var slots = [Slot](repeating: .free, count: 1024)
  private var hasher = SymbolHasher()

  /// A place in the table: free, or a hash and the number of the text that has it.
  private struct Slot {
    let hash: UInt32
    /// The number of the text plus 1; 0 in a free slot.
    let number: UInt32

    static let free = Slot(hash: 0, number: 0)
  }

  /// Creates an empty table.
  public init() {}

  /// The number of different texts.
  public var count: Int { starts.count - 1 }

  /// Makes room for the texts of a file of `byteCount` bytes, before they are added.
  mutating func reserve(byteCount: Int) {
    arena.reserveCapacity(arena.count + byteCount / 2)
    starts.reserveCapacity(starts.count + byteCount / 64)
  }

  /// The symbol of a text, which is added when the table does not have it.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
    if count >= slots.count / 4 * 3 { rebuild(slotCount: slots.count * 2) }
    let hash = hasher.hash(bytes)
    let place = find(bytes, hash: hash)
    if place.number > 0 { return Symbol(id: place.number - 1) }
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    slots[place.slot] = Slot(hash: hash, number: UInt32(truncatingIfNeeded: count))
    if place.steps > Self.longestProbe, hasher.isFast { harden() }
    return Symbol(id: UInt32(truncatingIfNeeded: count - 1))
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

  /// The symbol of a text; nil when the table does not have it.
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

  /// A longer probe does not happen by chance: somebody has guessed the secret of the fast hash.
  private static let longestProbe = 500

  /// Where the text is or would be: its number plus 1, or 0, and how many slots were passed.
  private func find(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32
  ) -> (slot: Int, number: UInt32, steps: Int) {
    slots.withUnsafeBufferPointer { slots in
      let first = Self.firstSlot(of: hash, slotCount: slots.count)
      var index = first
      while true {
        let slot = slots[index]
        if slot.number == 0 || slot.hash == hash && equals(Int(slot.number) - 1, bytes) {
          return (index, slot.number, (index &- first) & (slots.count - 1))
        }
        index = (index + 1) & (slots.count - 1)
      }
    }
  }

  private func equals(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBytes { arena in
      UnsafeRawBufferPointer(rebasing: arena[start..<start + bytes.count])
        .hasSameBytes(as: UnsafeRawBufferPointer(bytes))
    }
  }

  /// The slot at which the search for `hash` starts; it doubles with the number of slots.
  private static func firstSlot(of hash: UInt32, slotCount: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: slotCount)) >> 32)
  }

  private mutating func rebuild(slotCount: Int) {
    let old = slots
    slots = [Slot](repeating: .free, count: slotCount)
    for slot in old where slot.number > 0 { place(slot) }
  }

  /// Goes over to the slower hash.
  private mutating func harden() {
    hasher = SymbolHasher(isFast: false)
    slots = [Slot](repeating: .free, count: slots.count)
    for index in 0..<count {
      let number = UInt32(truncatingIfNeeded: index)
      let hash = withBytes(Symbol(id: number)) { hasher.hash($0) }
      place(Slot(hash: hash, number: number + 1))
    }
  }

  private mutating func place(_ slot: Slot) {
    var index = Self.firstSlot(of: slot.hash, slotCount: slots.count)
    while slots[index].number > 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }
}

extension UnsafeRawBufferPointer {
  /// Whether both hold the same bytes; they are of equal length.
  @inline(__always)
  fileprivate func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while count - index >= 8 {
      let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
      index += 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index += 1
    }
    return true
  }
}

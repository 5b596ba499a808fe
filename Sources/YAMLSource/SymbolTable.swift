/// A text that a ``SymbolTable`` holds: equal texts of one table are the same symbol.
public struct Symbol: Hashable, Sendable {
  /// The number of the symbol in its table, from 0 in the order of first appearance.
  public let id: UInt32

  @usableFromInline
  init(id: UInt32) {
    self.id = id
  }
}

/// Texts, each kept once and known by a number.
///
/// One table serves all files of a load. Texts are equal when their bytes are.
public struct SymbolTable: Sendable {
  /// The texts, one after the other.
  @usableFromInline var arena: [UInt8] = []
  /// Where each text starts in the arena, and at last where the next one will.
  @usableFromInline var starts: [Int] = [0]
  /// Open addressing by the first bits of a hash.
  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var hasher = SymbolHasher()

  /// Creates an empty table.
  public init() {}

  /// The number of different texts.
  public var count: Int { starts.count - 1 }

  /// Makes room for the texts of a file of `byteCount` bytes, if it is a large one.
  mutating func reserve(byteCount: Int) {
    // For one small file after the other, growing by doubling copies less.
    guard byteCount / 2 > arena.capacity else { return }
    arena.reserveCapacity(arena.count + byteCount / 2)
    starts.reserveCapacity(starts.count + byteCount / 64)
  }

  /// The symbol of a text, which is added when the table does not have it.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
    if count >= slots.count / 4 * 3 { rebuild(slotCount: slots.count * 2) }
    let key = SymbolKey(bytes, hasher)
    switch find(bytes, key) {
    case .found(let symbol): return symbol
    case .missing(let slot, let steps):
      let symbol = Symbol(id: UInt32(truncatingIfNeeded: count))
      arena.append(contentsOf: bytes)
      starts.append(arena.count)
      slots[slot] = Slot(key, symbol)
      if steps > Self.longestProbe, hasher.isFast { harden() }
      return symbol
    }
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
    return text.withUTF8 { bytes in
      if case .found(let symbol) = find(bytes, SymbolKey(bytes, hasher)) { symbol } else { nil }
    }
  }

  /// The text of a symbol of this table.
  public func string(_ symbol: Symbol) -> String {
    withBytes(symbol) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the bytes of a symbol's text to `body`.
  @inlinable
  public func withBytes<Result>(
    _ symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = starts[Int(symbol.id)]..<starts[Int(symbol.id) + 1]
    return try arena.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// A longer probe does not happen by chance: somebody has guessed the secret of the fast hash.
  private static let longestProbe = 500

  /// A text of the table, with all that nearly every search looks at: what is looked up in a large
  /// file lies far apart, so that each further table would cost a wait for memory (4 % of the time
  /// of `validate` for 100,000 measures).
  private struct Slot {
    let word: UInt64
    let length: UInt32
    /// The number of the text and 1; 0 where the slot is free.
    let mark: UInt32

    init() { (word, length, mark) = (0, 0, 0) }

    init(_ key: SymbolKey, _ symbol: Symbol) {
      (word, length, mark) = (key.word, key.length, symbol.id &+ 1)
    }

    var isFree: Bool { mark == 0 }
    var symbol: Symbol { Symbol(id: mark &- 1) }
  }

  private enum Place {
    case found(Symbol)
    /// The free slot for it, and how many slots were passed on the way.
    case missing(slot: Int, steps: Int)
  }

  @inline(__always)
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ key: SymbolKey) -> Place {
    slots.withUnsafeBufferPointer { slots in
      let first = key.firstSlot(among: slots.count)
      var index = first
      while !slots[index].isFree {
        let slot = slots[index]
        if slot.word == key.word, slot.length == key.length,
          key.isWhole || equals(slot.symbol, bytes)
        {
          return .found(slot.symbol)
        }
        index = (index + 1) & (slots.count - 1)
      }
      return .missing(slot: index, steps: (index &- first) & (slots.count - 1))
    }
  }

  /// Whether a text of the same length has these bytes.
  private func equals(_ symbol: Symbol, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[Int(symbol.id)]
    return arena.withUnsafeBytes { arena in
      UnsafeRawBufferPointer(rebasing: arena[start..<start + bytes.count])
        .hasSameBytes(as: UnsafeRawBufferPointer(bytes))
    }
  }

  private mutating func rebuild(slotCount: Int) {
    var rebuilt = [Slot](repeating: Slot(), count: slotCount)
    for number in 0..<count {
      let symbol = Symbol(id: UInt32(truncatingIfNeeded: number))
      let key = withBytes(symbol) { SymbolKey($0, hasher) }
      var slot = key.firstSlot(among: slotCount)
      while !rebuilt[slot].isFree { slot = (slot + 1) & (slotCount - 1) }
      rebuilt[slot] = Slot(key, symbol)
    }
    slots = rebuilt
  }

  /// Goes over to the slower hash.
  private mutating func harden() {
    hasher = SymbolHasher(isFast: false)
    rebuild(slotCount: slots.count)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether both hold the same bytes; they are of equal length, of 8 bytes or more.
  @inline(__always)
  fileprivate func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < count - 8 {
      guard hasSameWord(as: other, at: index) else { return false }
      index += 8
    }
    return hasSameWord(as: other, at: count - 8)
  }

  @inline(__always)
  private func hasSameWord(as other: UnsafeRawBufferPointer, at index: Int) -> Bool {
    loadUnaligned(fromByteOffset: index, as: UInt64.self)
      == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }
}

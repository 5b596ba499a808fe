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
  /// The hash of each text.
  private var hashes: [UInt32] = []
  /// Open addressing by the first bits of a hash: 0 where a slot is free, else its last bits.
  ///
  /// These few bytes stay in the cache, and most of what is looked up in a large file is new.
  private var tags = [UInt8](repeating: 0, count: 1024)
  /// The number of the text in each slot that is not free.
  private var numbers = [UInt32](repeating: 0, count: 1024)
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
    hashes.reserveCapacity(hashes.count + byteCount / 64)
  }

  /// The symbol of a text, which is added when the table does not have it.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
    if count >= tags.count / 4 * 3 { rebuild(slotCount: tags.count * 2) }
    let hash = hasher.hash(bytes)
    switch find(bytes, hash: hash) {
    case .found(let symbol): return symbol
    case .missing(let slot, let steps):
      let symbol = Symbol(id: UInt32(truncatingIfNeeded: count))
      arena.append(contentsOf: bytes)
      starts.append(arena.count)
      hashes.append(hash)
      tags[slot] = Self.tag(of: hash)
      numbers[slot] = symbol.id
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
      if case .found(let symbol) = find(bytes, hash: hasher.hash(bytes)) { symbol } else { nil }
    }
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

  private enum Place {
    case found(Symbol)
    /// The free slot for it, and how many slots were passed on the way.
    case missing(slot: Int, steps: Int)
  }

  @inline(__always)
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Place {
    tags.withUnsafeBufferPointer { tags in
      let first = Self.firstSlot(of: hash, slotCount: tags.count)
      let tag = Self.tag(of: hash)
      var index = first
      while tags[index] != 0 {
        if tags[index] == tag, equals(Int(numbers[index]), bytes, hash: hash) {
          return .found(Symbol(id: numbers[index]))
        }
        index = (index + 1) & (tags.count - 1)
      }
      return .missing(slot: index, steps: (index &- first) & (tags.count - 1))
    }
  }

  @inline(__always)
  private func equals(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32
  ) -> Bool {
    let start = starts[index]
    guard hashes[index] == hash, starts[index + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBytes { arena in
      UnsafeRawBufferPointer(rebasing: arena[start..<start + bytes.count])
        .hasSameBytes(as: UnsafeRawBufferPointer(bytes))
    }
  }

  /// The slot at which the search for `hash` starts; it doubles with the number of slots.
  private static func firstSlot(of hash: UInt32, slotCount: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: slotCount)) >> 32)
  }

  private static func tag(of hash: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: hash) | 0x80
  }

  private mutating func rebuild(slotCount: Int) {
    tags = [UInt8](repeating: 0, count: slotCount)
    numbers = [UInt32](repeating: 0, count: slotCount)
    for (number, hash) in hashes.enumerated() {
      var slot = Self.firstSlot(of: hash, slotCount: slotCount)
      while tags[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      tags[slot] = Self.tag(of: hash)
      numbers[slot] = UInt32(truncatingIfNeeded: number)
    }
  }

  /// Goes over to the slower hash.
  private mutating func harden() {
    hasher = SymbolHasher(isFast: false)
    for number in hashes.indices {
      let symbol = Symbol(id: UInt32(truncatingIfNeeded: number))
      hashes[number] = withBytes(symbol) { hasher.hash($0) }
    }
    rebuild(slotCount: tags.count)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether both hold the same bytes; they are of equal length.
  @inline(__always)
  fileprivate func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    guard count >= 8 else { return hasSameFewBytes(as: other) }
    var index = 0
    while index < count - 8 {
      guard hasSame(UInt64.self, as: other, at: index) else { return false }
      index += 8
    }
    return hasSame(UInt64.self, as: other, at: count - 8)
  }

  /// The same for fewer than 8 bytes.
  @inline(__always)
  private func hasSameFewBytes(as other: UnsafeRawBufferPointer) -> Bool {
    if count >= 4 {
      return hasSame(UInt32.self, as: other, at: 0)
        && hasSame(UInt32.self, as: other, at: count - 4)
    }
    return count == 0
      || self[0] == other[0] && self[count / 2] == other[count / 2]
        && self[count - 1] == other[count - 1]
  }

  @inline(__always)
  private func hasSame<Word: FixedWidthInteger & BitwiseCopyable>(
    _ word: Word.Type, as other: UnsafeRawBufferPointer, at index: Int
  ) -> Bool {
    loadUnaligned(fromByteOffset: index, as: word)
      == other.loadUnaligned(fromByteOffset: index, as: word)
  }
}

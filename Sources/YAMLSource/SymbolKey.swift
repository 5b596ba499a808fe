/// What a text is looked up by: the text itself where it has up to 8 bytes, as most have; else its
/// hash.
struct SymbolKey {
  /// The bytes, the first one lowest, or the hash of a longer text.
  let word: UInt64
  /// The number of bytes.
  let length: UInt32
  private let hash: UInt64

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ hasher: SymbolHasher) {
    length = UInt32(truncatingIfNeeded: text.count)
    if text.count > 8 {
      word = hasher.hash(text)
      hash = word
    } else {
      word = Self.packed(UnsafeRawBufferPointer(text))
      hash = hasher.hash(word, length: text.count)
    }
  }

  /// Whether texts of the same key are the same.
  @inline(__always) var isWhole: Bool { length <= 8 }

  /// The slot at which the search starts; it doubles with the number of slots.
  @inline(__always)
  func firstSlot(among count: Int) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// Up to 8 bytes as a word; parts that overlap agree where they do.
  @inline(__always)
  private static func packed(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count == 8 { return bytes.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      let low = UInt64(bytes.loadUnaligned(as: UInt32.self))
      let high = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return low | high << (UInt64(count - 4) * 8)
    }
    guard count > 0 else { return 0 }
    let middle = count / 2
    return UInt64(bytes[0]) | UInt64(bytes[middle]) << (UInt64(middle) * 8)
      | UInt64(bytes[count - 1]) << (UInt64(count - 1) * 8)
  }
}

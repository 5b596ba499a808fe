/// Hashes texts under a secret of its own, so that nobody can prepare texts that collide.
struct SymbolHasher: Sendable {
  /// Whether it multiplies, which is fast; or calls SipHash, whose resistance is proven.
  let isFast: Bool
  private let seed: UInt64
  private let secret: UInt64

  init(isFast: Bool = true) {
    self.isFast = isFast
    seed = .random(in: .min ... .max)
    secret = .random(in: .min ... .max)
  }

  /// The hash of a text of more than 8 bytes.
  @inline(__always)
  func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(bytes)
    return isFast ? fastHash(bytes) : sipHash(bytes)
  }

  /// The hash of a text of up to 8 bytes, given as a word.
  @inline(__always)
  func hash(_ word: UInt64, length: Int) -> UInt64 {
    guard isFast else { return sipHash(word, length) }
    return fold(word ^ secret, UInt64(truncatingIfNeeded: length) ^ seed)
  }

  private func sipHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(seed)
    hasher.combine(bytes: bytes)
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }

  private func sipHash(_ word: UInt64, _ length: Int) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(seed)
    hasher.combine(word)
    hasher.combine(length)
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }

  @inline(__always)
  private func fastHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    while bytes.count - index > 16 {
      state = fold(word(bytes, at: index) ^ secret, word(bytes, at: index + 8) ^ state)
      index += 16
    }
    // The last two words may overlap, and begin before `index`: the count tells what they hold.
    let low = word(bytes, at: min(index, bytes.count - 8))
    let high = word(bytes, at: bytes.count - 8)
    return fold(fold(low ^ secret, high ^ state), secret)
  }

  @inline(__always)
  private func word(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  @inline(__always)
  private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

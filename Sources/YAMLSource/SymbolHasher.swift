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

  @inline(__always)
  func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(bytes)
    return UInt32(truncatingIfNeeded: (isFast ? fastHash(bytes) : sipHash(bytes)) >> 32)
  }

  private func sipHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(seed)
    hasher.combine(bytes: bytes)
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }

  @inline(__always)
  private func fastHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    while bytes.count - index > 16 {
      let low = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let high = bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
      state = fold(low ^ secret, high ^ state)
      index += 16
    }
    let (low, high) = tail(bytes, from: index)
    return fold(fold(low ^ secret, high ^ state), secret)
  }

  /// The last 0 through 16 bytes as two words; the count tells apart what they leave open.
  @inline(__always)
  private func tail(_ bytes: UnsafeRawBufferPointer, from index: Int) -> (UInt64, UInt64) {
    let count = bytes.count - index
    if count >= 8 {
      return (
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return (
        UInt64(bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)),
        UInt64(bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
      )
    }
    guard count > 0 else { return (0, 0) }
    return (
      UInt64(bytes[index]) << 8 | UInt64(bytes[index + count / 2]), UInt64(bytes[bytes.count - 1])
    )
  }

  @inline(__always)
  private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

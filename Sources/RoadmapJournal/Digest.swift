import Crypto

/// A SHA-256 digest: 32 bytes, written as 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Sendable {
  /// How many bytes a digest has: 32.
  public static let byteCount = 32

  // Four words instead of an array: a digest is copied with every event and must not allocate.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of `bytes`, without any tag: what `sha256sum` prints for the same bytes.
  public init(of bytes: [UInt8]) {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    self.init(hasher.finalize())
  }

  /// The digest with these 32 bytes; nil where there are more or fewer.
  public init?(bytes: [UInt8]) {
    self.init(span: bytes.span)
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hex text: String) {
    guard let bytes = Hexadecimal.bytes(of: text, count: Self.byteCount) else { return nil }
    self.init(bytes: bytes)
  }

  init(_ digest: SHA256Digest) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    Swift.withUnsafeMutableBytes(of: &words) { words in
      digest.withUnsafeBytes { words.copyMemory(from: $0) }
    }
    self.words = (
      UInt64(bigEndian: words.0), UInt64(bigEndian: words.1), UInt64(bigEndian: words.2),
      UInt64(bigEndian: words.3)
    )
  }

  private init?(span: Span<UInt8>) {
    guard span.count == Self.byteCount else { return nil }
    func word(_ index: Int) -> UInt64 {
      var word: UInt64 = 0
      for byte in index * 8..<index * 8 + 8 { word = word << 8 | UInt64(span[byte]) }
      return word
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    append(to: &bytes)
    return bytes
  }

  /// Appends the 32 bytes to `bytes`.
  func append(to bytes: inout [UInt8]) {
    bytes.append(bigEndian: words.0)
    bytes.append(bigEndian: words.1)
    bytes.append(bigEndian: words.2)
    bytes.append(bigEndian: words.3)
  }

  /// Feeds the 32 bytes to a hash without an array of them.
  func update(_ hasher: inout SHA256) {
    let bytes = (
      words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
    )
    Swift.withUnsafeBytes(of: bytes) { hasher.update(bufferPointer: $0) }
  }

  /// Whether both have the same 32 bytes.
  public static func == (left: Digest, right: Digest) -> Bool {
    left.words == right.words
  }

  /// Feeds the 32 bytes to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension Digest: CustomStringConvertible {
  /// The digest as 64 lower-case hexadecimal digits.
  public var description: String { Hexadecimal.text(of: bytes) }
}

extension [UInt8] {
  /// Appends the eight bytes of `word`, most significant first.
  mutating func append(bigEndian word: UInt64) {
    Swift.withUnsafeBytes(of: word.bigEndian) { append(contentsOf: $0) }
  }
}

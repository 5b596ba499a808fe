import Crypto

/// What is fed to a hash: every part of fixed width or with its length before it, so that two
/// different lists of parts never give the same bytes.
struct HashMessage {
  private(set) var bytes: [UInt8] = []

  /// A message that begins with `tag`, which keeps hashes for different purposes apart.
  init(tag: StaticString) {
    bytes.reserveCapacity(160)
    tag.withUTF8Buffer { tag in
      bytes.append(bigEndian: UInt64(tag.count))
      bytes.append(contentsOf: tag)
    }
  }

  mutating func append(_ id: JournalID) {
    bytes.append(contentsOf: id.bytes)
  }

  mutating func append(_ number: EventNumber) {
    bytes.append(bigEndian: UInt64(bitPattern: number))
  }

  mutating func append(_ digest: Digest) {
    digest.append(to: &bytes)
  }

  mutating func append(text: String) {
    bytes.append(bigEndian: UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ part: [UInt8]) {
    bytes.append(bigEndian: UInt64(part.count))
    bytes.append(contentsOf: part)
  }

  /// The digest of the message.
  func digest() -> Digest {
    Digest(of: bytes)
  }

  /// The digest of the message with `last`, its length before it, at its end. Not copied: it may
  /// be large.
  func digest(endingWith last: [UInt8]) -> Digest {
    var head = bytes
    head.append(bigEndian: UInt64(last.count))
    var hasher = SHA256()
    head.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    last.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return Digest(hasher.finalize())
  }
}

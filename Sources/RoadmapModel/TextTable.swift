/// A text kept in a ``TextTable``.
public struct TextID: Hashable, Sendable {
  @usableFromInline let raw: UInt32

  @usableFromInline
  init(raw: UInt32) { self.raw = raw }

  /// The empty text, which every table holds.
  public static let empty = TextID(raw: 0)

  /// Whether this is the empty text.
  public var isEmpty: Bool { raw == 0 }
}

/// Many texts in one block of bytes, so that 100,000 titles are one allocation.
public struct TextTable: Sendable {
  @usableFromInline var bytes: [UInt8] = []
  @usableFromInline var ends: [UInt32] = [0]

  /// Creates a table that holds only the empty text.
  public init() {}

  /// Adds a text in UTF-8; the empty text is always ``TextID/empty``.
  public mutating func add(_ utf8: UnsafeBufferPointer<UInt8>) -> TextID {
    guard !utf8.isEmpty else { return .empty }
    bytes.append(contentsOf: utf8)
    return close()
  }

  /// Adds a text.
  public mutating func add(_ text: String) -> TextID {
    guard !text.isEmpty else { return .empty }
    bytes.append(contentsOf: text.utf8)
    return close()
  }

  /// Adds two texts joined by a full stop, which stands there once if the first one ends in it.
  public mutating func add(joining first: TextID, _ second: TextID) -> TextID {
    guard !first.isEmpty else { return second }
    let start = bytes.count
    appendBytes(of: first)
    if bytes.last != UInt8(ascii: ".") { bytes.append(UInt8(ascii: ".")) }
    appendBytes(of: second)
    return bytes.count == start ? .empty : close()
  }

  private mutating func appendBytes(of id: TextID) {
    guard id.raw > 0, Int(id.raw) < ends.count else { return }
    let range = Int(ends[Int(id.raw) - 1])..<Int(ends[Int(id.raw)])
    for position in range { bytes.append(bytes[position]) }
  }

  private mutating func close() -> TextID {
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    return TextID(raw: UInt32(truncatingIfNeeded: ends.count - 1))
  }

  /// The text as a string.
  public subscript(id: TextID) -> String {
    withUTF8(of: id) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the bytes of a text, in UTF-8.
  @inlinable
  public func withUTF8<Result>(
    of id: TextID, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { all in
      guard id.raw > 0, Int(id.raw) < ends.count else {
        return body(UnsafeBufferPointer(start: nil, count: 0))
      }
      let start = Int(ends[Int(id.raw) - 1])
      let end = Int(ends[Int(id.raw)])
      return body(UnsafeBufferPointer(rebasing: all[start..<end]))
    }
  }

  /// Whether a text has exactly these bytes; canonical equivalence does not count.
  @inlinable
  public func text(_ id: TextID, equals utf8: some Collection<UInt8>) -> Bool {
    withUTF8(of: id) { $0.elementsEqual(utf8) }
  }

  /// Makes room for `count` texts of `bytes` bytes in all.
  public mutating func reserve(count: Int, bytes size: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(size)
  }
}

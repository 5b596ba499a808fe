/// The identity of a journal: 128 random bits, written as 32 lower-case hexadecimal digits.
///
/// It is hashed into every event, so that events cannot be spliced from one journal into another.
public struct JournalID: Hashable, Sendable {
  /// How many bytes an identity has: 16.
  public static let byteCount = 16

  private let high: UInt64
  private let low: UInt64

  /// A new identity, from the system's source of randomness.
  public static func random() -> JournalID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  /// A new identity from `generator`, so that a simulation can repeat itself.
  public static func random(using generator: inout some RandomNumberGenerator) -> JournalID {
    JournalID(high: generator.next(), low: generator.next())
  }

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The identity with these 16 bytes; nil where there are more or fewer.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads 32 lower-case hexadecimal digits; nil for anything else.
  public init?(hex text: String) {
    guard let bytes = Hexadecimal.bytes(of: text, count: Self.byteCount) else { return nil }
    self.init(bytes: bytes)
  }

  /// The 16 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    bytes.append(bigEndian: high)
    bytes.append(bigEndian: low)
    return bytes
  }
}

extension JournalID: CustomStringConvertible {
  /// The identity as 32 lower-case hexadecimal digits.
  public var description: String { Hexadecimal.text(of: bytes) }
}

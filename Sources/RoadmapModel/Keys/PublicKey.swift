/// An Ed25519 public key, written `ed25519:` and its 32 bytes in Base64.
///
/// Only keys with which a signature means something: their encoding is canonical, and they are none
/// of the eight points of small order, under which anybody can make signatures that verify.
///
/// Source: RFC 8032; the points of small order are those P with 8·P = 0.
public struct PublicKey: Hashable, Sendable {
  /// How many bytes a key has: 32.
  public static let byteCount = 32
  /// What stands before the Base64 digits.
  public static let prefix = "ed25519:"

  /// The 32 bytes of the key.
  public let bytes: [UInt8]

  /// Why something is no key.
  public enum Problem: Error, Hashable, Sendable {
    /// The text does not begin with `ed25519:`.
    case prefix
    /// What follows is not Base64 in its one strict spelling.
    case base64
    /// There are more or fewer than 32 bytes: this many.
    case length(Int)
    /// The bytes are not the canonical encoding of a point.
    case notCanonical
    /// The point is of small order: everybody can sign with it.
    case weak
  }

  /// The key with these bytes.
  ///
  /// - Throws: ``Problem`` where they are no key that can be relied on.
  public init(bytes: [UInt8]) throws(Problem) {
    guard bytes.count == Self.byteCount else { throw .length(bytes.count) }
    guard Self.isCanonical(bytes) else { throw .notCanonical }
    guard !Self.isOfSmallOrder(bytes) else { throw .weak }
    self.bytes = bytes
  }

  /// Reads `ed25519:` and the Base64 digits of 32 bytes.
  ///
  /// - Throws: ``Problem`` for anything else.
  public init(_ text: String) throws(Problem) {
    guard text.utf8.starts(with: Self.prefix.utf8) else { throw .prefix }
    let digits = String(decoding: text.utf8.dropFirst(Self.prefix.utf8.count), as: UTF8.self)
    guard let bytes = Base64.bytes(of: digits) else { throw .base64 }
    try self.init(bytes: bytes)
  }

  /// Whether the y coordinate, which the lower 255 bits hold, is below 2^255 - 19.
  static func isCanonical(_ point: [UInt8]) -> Bool {
    guard point.count == byteCount else { return false }
    let isAllOnes =
      point[31] & 0x7F == 0x7F && point[1..<31].allSatisfy { $0 == 0xFF }
    return !isAllOnes || point[0] < 0xED
  }

  /// Whether the y coordinate is one that a point of order 1, 2, 4 or 8 has, whatever its sign.
  public static func isOfSmallOrder(_ point: [UInt8]) -> Bool {
    guard point.count == byteCount else { return true }
    var point = point
    point[31] &= 0x7F
    return smallOrder.contains(point)
  }

  private static let smallOrder: Set<[UInt8]> = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98,
      0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53,
      0xFC, 0x05,
    ],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
      0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC,
      0x03, 0x7A,
    ],
  ]
}

extension PublicKey: CustomStringConvertible {
  /// The key as roadmaps write it.
  public var description: String { Self.prefix + Base64.text(of: bytes) }
}

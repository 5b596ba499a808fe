public import CivilTime

/// The SHA-256 digest of some content, as 64 lower-case hexadecimal digits.
public struct ContentDigest: Hashable, Sendable {
  /// The digits.
  public let hex: String

  /// Takes 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hex: String) {
    let isDigit = { (byte: UInt8) in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard hex.utf8.count == 64, hex.utf8.allSatisfy(isDigit) else { return nil }
    self.hex = hex
  }

  /// The digest of `bytes`.
  public init(of bytes: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    hex = String(decoding: text, as: UTF8.self)
  }
}

/// What belongs to a measure in a run: a file, such as the order's text, or a field, such as a sum.
public struct Attachment: Hashable, Sendable {
  /// The name, unique among those of the measure, byte by byte.
  public let name: String
  /// The size of the content in bytes.
  public let size: Int64
  /// What the content is.
  public let digest: ContentDigest
  /// The value where it is a field, whose content are the value's bytes; `nil` where it is a file.
  public let value: String?
  /// Who attached it.
  public let person: PersonIndex
  /// When that took effect.
  public let time: Instant
  /// How many times something was attached under the name, from 1.
  public let revision: Int

  /// Creates an attachment.
  public init(
    name: String, size: Int64, digest: ContentDigest, value: String? = nil,
    by person: PersonIndex, at time: Instant, revision: Int
  ) {
    self.name = name
    self.size = size
    self.digest = digest
    self.value = value
    self.person = person
    self.time = time
    self.revision = revision
  }

  /// The greatest number of bytes in a name.
  public static let longestName = 255

  /// The greatest number of bytes in the value of a field.
  public static let longestValue = 4096

  /// Whether a field may have this value: up to ``longestValue`` bytes, no control characters.
  public static func isUsable(value: String) -> Bool {
    value.utf8.count <= longestValue
      && value.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
      }
  }

  /// Whether something may be attached under this name: 1 through 255 bytes, no slash, no control
  /// characters, no blanks at its ends, and neither `.` nor `..`.
  public static func isUsable(name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard (1...longestName).contains(name.utf8.count), name != ".", name != "..",
      scalars.first?.properties.isWhitespace == false,
      scalars.last?.properties.isWhitespace == false
    else { return false }
    return scalars.allSatisfy { scalar in
      scalar != "/" && scalar != "\\" && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
    }
  }
}

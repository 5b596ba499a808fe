public import CivilTime

/// The SHA-256 digest of a file's content, as 64 lower-case hexadecimal digits.
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
}

/// A file that belongs to a measure in a run: the order's text, a list of guests.
public struct Attachment: Hashable, Sendable {
  /// The name, unique among those of the measure, byte by byte.
  public let name: String
  /// The size of the content in bytes.
  public let size: Int64
  /// What the content is.
  public let digest: ContentDigest
  /// Who attached it.
  public let person: PersonIndex
  /// When that took effect.
  public let time: Instant
  /// How many times something was attached under the name, from 1.
  public let revision: Int

  /// Creates an attachment.
  public init(
    name: String, size: Int64, digest: ContentDigest, by person: PersonIndex, at time: Instant,
    revision: Int
  ) {
    self.name = name
    self.size = size
    self.digest = digest
    self.person = person
    self.time = time
    self.revision = revision
  }

  /// The greatest number of bytes in a name.
  public static let longestName = 255

  /// Whether a file may be attached under this name: 1 through 255 bytes, no slash, no control
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

/// The name that a client gives a command, so that sending it again is harmless.
///
/// 1 through 128 printable ASCII characters without spaces, such as a UUID. A store keeps every one
/// that changed something and never does the same one twice.
public struct RequestID: Hashable, Sendable {
  /// How many characters a name may have.
  public static let lengths = 1...128

  /// The characters.
  public let text: String

  /// Reads a name; nil where it is empty, too long or has an unprintable character.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard Self.lengths.contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    self.text = text
  }

  /// A new name: 32 random hexadecimal digits.
  public static func random() -> RequestID {
    RequestID(unchecked: JournalID.random().description)
  }

  private init(unchecked text: String) {
    self.text = text
  }
}

extension RequestID: CustomStringConvertible {
  /// The characters.
  public var description: String { text }
}

public import RoadmapModel

/// A text with the signatures of those who stand behind it.
///
/// Written as the text, an empty line, and for each signature a line `— NAME BASE64`, whose bytes
/// are four that tell the key and the 64 of an Ed25519 signature of the text. Without signatures it
/// is the text alone.
///
/// Source: C2SP, signed-note.
public struct SignedNote: Hashable, Sendable {
  /// A signature line.
  public struct Signature: Hashable, Sendable {
    /// Who signed.
    public let name: String
    /// What tells the key: the first four bytes of SHA-256 over the name, a line feed, the byte 1
    /// and the key.
    let keyID: [UInt8]
    let bytes: [UInt8]
  }

  /// What a note says about a signature by a certain key.
  public enum Standing: Hashable, Sendable {
    /// There is none.
    case absent
    /// There is one, and it verifies.
    case valid
    /// There is one that does not verify.
    case forged
  }

  /// The most signatures that are read.
  private static let mostSignatures = 100

  /// The text, which ends in a line feed.
  public let text: String
  /// The signatures, in their order.
  public private(set) var signatures: [Signature] = []

  /// A note that nobody has signed.
  public init(_ text: String) { self.text = text }

  /// Reads a note; nil where it is malformed.
  public init?(parsing note: String) {
    let bytes = Array(note.utf8)
    guard bytes.last == UInt8(ascii: "\n") else { return nil }
    guard let gap = Self.lastGap(in: bytes) else {
      self.init(note)
      return
    }
    self.init(String(decoding: bytes[...gap], as: UTF8.self))
    let lines = bytes[(gap + 2)...].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).dropLast()
    guard (1...Self.mostSignatures).contains(lines.count) else { return nil }
    for line in lines {
      guard let signature = Signature(line: String(decoding: line, as: UTF8.self)) else {
        return nil
      }
      signatures.append(signature)
    }
    guard description.utf8.elementsEqual(note.utf8) else { return nil }
  }

  /// The place of the line feed that ends the text, where an empty line follows it.
  private static func lastGap(in bytes: [UInt8]) -> Int? {
    let feed = UInt8(ascii: "\n")
    return bytes.indices.dropLast().last { bytes[$0] == feed && bytes[$0 + 1] == feed }
  }

  /// Whether somebody can sign under this name: not empty, no space, no `+`.
  public static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" }
  }

  /// Adds the signature of `signer` under a name for which ``isName(_:)`` holds.
  public mutating func sign(as name: String, with signer: any Signer) throws {
    signatures.append(
      Signature(
        name: name, keyID: Self.keyID(name, signer.publicKey),
        bytes: try signer.signature(of: Array(text.utf8))))
  }

  /// What the note says about signatures by `key`, under whatever name. Of several, one that does
  /// not verify is enough to make the note a forgery.
  public func standing(of key: PublicKey) -> Standing {
    let own = signatures.filter { $0.keyID == Self.keyID($0.name, key) }
    guard !own.isEmpty else { return .absent }
    let message = Array(text.utf8)
    return own.allSatisfy { key.verifies($0.bytes, of: message) } ? .valid : .forged
  }

  private static func keyID(_ name: String, _ key: PublicKey) -> [UInt8] {
    Array(Digest(of: Array(name.utf8) + [0x0A, 0x01] + key.bytes).bytes.prefix(4))
  }
}

extension SignedNote: CustomStringConvertible {
  /// The note as it is written.
  public var description: String {
    signatures.isEmpty ? text : text + "\n" + signatures.map { $0.line + "\n" }.joined()
  }
}

extension SignedNote.Signature {
  private static let dash = "— "

  fileprivate init?(line: String) {
    guard line.utf8.starts(with: Self.dash.utf8) else { return nil }
    let words = line.utf8.dropFirst(Self.dash.utf8.count).split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 2, SignedNote.isName(words[0]),
      let bytes = Base64.bytes(of: words[1]), bytes.count > 4
    else { return nil }
    self.init(name: words[0], keyID: Array(bytes[..<4]), bytes: Array(bytes[4...]))
  }

  fileprivate var line: String { "\(Self.dash)\(name) \(Base64.text(of: keyID + bytes))" }
}

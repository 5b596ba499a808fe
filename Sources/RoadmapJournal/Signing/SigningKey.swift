import Crypto
import FoundationEssentials
public import RoadmapModel

/// The secret half of a person's Ed25519 key.
///
/// Its description shows the public half only.
public struct SigningKey: Signer {
  private let secret: Curve25519.Signing.PrivateKey
  /// The key by which its signatures are verified.
  public let publicKey: PublicKey

  /// A new key from the system's source of randomness.
  public init() {
    while true {
      let secret = Curve25519.Signing.PrivateKey()
      // Nobody has ever met a secret whose public half is weak.
      guard let key = SigningKey(secret) else { continue }
      self = key
      return
    }
  }

  /// The key that these 32 secret bytes stand for; nil for more or fewer.
  public init?(secret bytes: [UInt8]) {
    guard let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes),
      let key = SigningKey(secret)
    else { return nil }
    self = key
  }

  private init?(_ secret: Curve25519.Signing.PrivateKey) {
    guard let key = try? PublicKey(bytes: Array(secret.publicKey.rawRepresentation)) else {
      return nil
    }
    self.secret = secret
    publicKey = key
  }

  /// The signature of `message`.
  public func signature(of message: [UInt8]) throws -> [UInt8] {
    Array(try secret.signature(for: message))
  }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible {
  /// The public half.
  public var description: String { "the secret half of \(publicKey)" }

  /// The public half.
  public var debugDescription: String { description }
}

// MARK: - As a file

extension SigningKey {
  private static let title = "vekha signing key 1"

  /// The key as a file keeps it: three lines, the last of which is secret.
  public var fileText: String {
    let digits = Base64.text(of: Array(secret.rawRepresentation))
    return "\(Self.title)\npublic \(publicKey)\nsecret \(digits)\n"
  }

  /// Reads what ``fileText`` writes; nil for anything else, and where the halves do not fit.
  public init?(fileText text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 4, lines[2].utf8.starts(with: "secret ".utf8),
      let bytes = Base64.bytes(of: String(lines[2].dropFirst("secret ".count))),
      let key = SigningKey(secret: bytes), key.fileText.utf8.elementsEqual(text.utf8)
    else { return nil }
    self = key
  }
}

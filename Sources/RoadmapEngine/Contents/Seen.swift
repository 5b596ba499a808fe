import RoadmapModel

/// What was read before deciding, as somebody names it.
public enum Seen: Hashable, Sendable {
  /// Nothing: no file and no field that the step covers was there.
  case nothing
  /// The contents with this digest, or whose digest alone begins so: 12 through 64 lower-case
  /// hexadecimal digits.
  case digest(String)

  /// The word that stands for ``nothing``.
  public static let none = "none"

  /// The fewest digits that name a digest.
  public static let fewestDigits = 12

  /// Reads what somebody writes: `none`, or digits of a digest; nil for anything else.
  public init?(_ word: String) {
    guard word != Self.none else {
      self = .nothing
      return
    }
    let isDigits = word.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard (Self.fewestDigits...64).contains(word.utf8.count), isDigits else { return nil }
    self = .digest(word)
  }

  /// The word that it is written as.
  public var word: String {
    switch self {
    case .nothing: Self.none
    case .digest(let digits): digits
    }
  }

  /// Whether it names this digest, or that there is none; what is malformed names nothing.
  func names(_ digest: ContentDigest?) -> Bool {
    switch self {
    case .nothing: digest == nil
    case .digest(let digits):
      digits.utf8.count >= Self.fewestDigits && digest?.hex.utf8.starts(with: digits.utf8) == true
    }
  }
}

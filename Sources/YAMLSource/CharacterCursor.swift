/// Finds the byte at which a character of well-formed UTF-8 starts, going forward only.
///
/// All moves together cost one pass over the text.
struct CharacterCursor {
  private let text: UnsafeBufferPointer<UInt8>
  /// The number of the character the cursor stands at.
  private(set) var character: UInt32 = 0
  /// The byte at which that character starts.
  private(set) var byte = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The byte under the cursor; nil at the end of the text.
  var current: UInt8? { byte < text.count ? text[byte] : nil }

  /// Moves to a character that is not before the present one, or to the end of the text.
  mutating func move(to target: UInt32) {
    while character < target, byte < text.count { step() }
  }

  /// Moves on by one character.
  mutating func step() {
    guard byte < text.count else { return }
    byte += 1
    while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
    character += 1
  }

  /// Moves past blanks, line breaks and comments.
  mutating func skipBlanksAndComments() {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        while current != nil, !isAtLineBreak { step() }
      } else if byte == 0x20 || byte == 0x09 || isAtLineBreak {
        step()
      } else {
        return
      }
    }
  }

  /// Moves past the anchor or the tag under the cursor.
  mutating func skipProperty() {
    if current == UInt8(ascii: "&") { skipAnchor() } else { skipTag() }
  }

  private mutating func skipAnchor() {
    step()
    while let byte = current, Self.isInAnchor(byte) { step() }
  }

  private mutating func skipTag() {
    let isVerbatim = byte + 1 < text.count && text[byte + 1] == UInt8(ascii: "<")
    while let byte = current, byte != 0x20, byte != 0x09, !isAtLineBreak {
      if isVerbatim, byte == UInt8(ascii: ">") { return step() }
      if !isVerbatim, Self.flowIndicators.contains(byte) { return }
      step()
    }
  }

  private static func isInAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether libyaml breaks the line here: at LF, CR, and at what YAML 1.1 broke lines at too, NEL,
  /// LS and PS.
  private var isAtLineBreak: Bool {
    switch current {
    case 0x0A, 0x0D: true
    case 0xC2: text.count > byte + 1 && text[byte + 1] == 0x85
    case 0xE2: text.count > byte + 2 && text[byte + 1] == 0x80 && text[byte + 2] & 0xFE == 0xA8
    default: false
    }
  }

  /// How many blanks and line breaks stand before the cursor.
  func blanksBefore(atMost limit: Int) -> Int {
    var count = 0
    while count < limit, byte > count, Self.blanks.contains(text[byte - count - 1]) { count += 1 }
    return count
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
  private static let flowIndicators: [UInt8] = [0x2C, 0x5B, 0x5D, 0x7B, 0x7D]
}

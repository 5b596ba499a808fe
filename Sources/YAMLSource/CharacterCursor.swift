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
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: step()
      case UInt8(ascii: "#"): skipLine()
      default: return
      }
    }
  }

  /// Moves past an anchor or a tag: up to the next blank, line break or bracket.
  mutating func skipProperty() {
    let isVerbatim = byte + 1 < text.count && text[byte + 1] == UInt8(ascii: "<")
    while let byte = current, !Self.blanks.contains(byte) {
      if isVerbatim, byte == UInt8(ascii: ">") { return step() }
      if !isVerbatim, Self.flowIndicators.contains(byte) { return }
      step()
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

  private mutating func skipLine() {
    while let byte = current, byte != 0x0A, byte != 0x0D { step() }
  }
}

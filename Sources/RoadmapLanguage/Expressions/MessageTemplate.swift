/// A text with expressions in braces, such as `«{measure.number}»: no plan`.
///
/// `{{` and `}}` stand for braces. Braces and quotes inside an expression are its own.
struct MessageTemplate {
  /// A piece of the text.
  enum Part: Equatable {
    case text(String)
    /// An expression, and its first byte in the text.
    case expression(String, offset: Int)
  }

  private(set) var parts: [Part] = []
  /// The byte of a brace that is never closed.
  private(set) var unclosed: Int?

  private let bytes: [UInt8]
  private var index = 0
  private var words: [UInt8] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    while index < bytes.count, unclosed == nil { readNext() }
    endWords()
  }

  private mutating func readNext() {
    let byte = bytes[index]
    let isDouble = index + 1 < bytes.count && bytes[index + 1] == byte
    switch byte {
    case UInt8(ascii: "{") where !isDouble: readExpression()
    case UInt8(ascii: "{"), UInt8(ascii: "}"):
      words.append(byte)
      index += isDouble ? 2 : 1
    default:
      words.append(byte)
      index += 1
    }
  }

  private mutating func readExpression() {
    let open = index
    var depth = 0
    repeat {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""): skipString(bytes[index])
      default: break
      }
      index += 1
    } while depth > 0 && index < bytes.count
    guard depth == 0 else {
      unclosed = open
      return
    }
    endWords()
    let source = String(decoding: bytes[(open + 1)..<(index - 1)], as: UTF8.self)
    parts.append(.expression(source, offset: open + 1))
  }

  /// Moves to the quote that ends a string, or to the last byte.
  private mutating func skipString(_ quote: UInt8) {
    index += 1
    while index < bytes.count, bytes[index] != quote {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index, bytes.count - 1)
  }

  private mutating func endWords() {
    if !words.isEmpty { parts.append(.text(String(decoding: words, as: UTF8.self))) }
    words = []
  }
}

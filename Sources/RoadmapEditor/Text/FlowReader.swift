/// Reads a line of YAML character by character: the key that it begins with, the brackets that are
/// open at its end, and the word that stands there.
struct FlowReader {
  /// A bracket that is open.
  struct Frame {
    let isList: Bool
    /// The key whose value is being written.
    var key: String?
    var keys: Set<String> = []
  }

  private(set) var frames: [Frame] = []
  /// The key before any bracket.
  private(set) var blockKey: String?
  /// The word that was being written.
  private(set) var word = ""
  /// All of the value that was being written.
  private(set) var value = ""
  /// How many brackets were closed that were not opened here.
  private(set) var closedCount = 0
  /// Whether a comment has begun.
  private(set) var hasEnded = false

  private var quote: Unicode.Scalar?
  private var isWordQuoted = false
  /// Whether a text without quotes has begun, in which brackets outside of brackets mean nothing.
  private var isInText = false

  var isEmpty: Bool { frames.isEmpty }

  mutating func endLine() {
    hasEnded = false
    word += word.isEmpty ? "" : " "
  }

  mutating func read(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    for (position, scalar) in scalars.enumerated() where !hasEnded {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      let previous = position > 0 ? scalars[position - 1] : " "
      read(scalar, next: next, previous: previous)
    }
  }

  private mutating func read(
    _ scalar: Unicode.Scalar, next: Unicode.Scalar, previous: Unicode.Scalar
  ) {
    if let quote {
      if scalar == quote { self.quote = nil } else { append(scalar) }
      return
    }
    switch scalar {
    case "\"", "'":
      if word.allSatisfy({ $0 == " " }) {
        (quote, isWordQuoted) = (scalar, true)
        word = ""
      } else {
        append(scalar)
      }
    case "#" where previous == " " || previous == "\t": hasEnded = true
    case ":" where next == " " || next == "\t" || (isWordQuoted && !frames.isEmpty): endKey()
    case "{", "[": open(isList: scalar == "[", scalar)
    case "}", "]": close(scalar)
    case "," where !frames.isEmpty: endEntry()
    case " " where word.isEmpty: value.unicodeScalars.append(scalar)
    default: append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    word.unicodeScalars.append(scalar)
    value.unicodeScalars.append(scalar)
    isInText = true
  }

  private mutating func endKey() {
    guard !isInText || frames.isEmpty || frames.last?.key == nil else {
      return append(":")
    }
    let name = word.trimmedOfSpaces
    if frames.isEmpty {
      guard blockKey == nil else { return append(":") }
      blockKey = name
    } else {
      frames[frames.count - 1].key = name
      frames[frames.count - 1].keys.insert(name)
    }
    beginWord()
  }

  private mutating func open(isList: Bool, _ scalar: Unicode.Scalar) {
    guard !isInText else { return append(scalar) }
    frames.append(Frame(isList: isList))
    beginWord()
  }

  private mutating func close(_ scalar: Unicode.Scalar) {
    if frames.isEmpty {
      if isInText { return append(scalar) }
      closedCount += 1
    } else {
      frames.removeLast()
    }
    beginWord()
  }

  private mutating func endEntry() {
    frames[frames.count - 1].key = nil
    beginWord()
  }

  private mutating func beginWord() {
    (word, value) = ("", "")
    (isWordQuoted, isInText) = (false, false)
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmedOfSpaces: String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    let head = drop(while: isSpace)
    guard let last = head.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(head[...last])
  }
}

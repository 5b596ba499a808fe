import Bilingual

/// Splits the UTF-8 source of an expression into tokens.
struct Lexer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private(set) var tokens: ContiguousArray<Token> = []
  private(set) var problems: [Problem] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 3 + 4)
  }

  mutating func run() {
    while true {
      skipBlanksAndComments()
      guard position < bytes.count else { break }
      lexToken()
    }
    add(.end, from: position)
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, start: Int32(start), end: Int32(position)))
  }

  private mutating func skipBlanksAndComments() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
      case 0x2F where byte(1) == 0x2F:
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func lexToken() {
    let first = bytes[position]
    if first.isIdentifierStart {
      lexWord()
    } else if first.isDigit || (first == 0x2E && byte(1).isDigit) {
      lexNumber()
    } else if first == 0x22 || first == 0x27 {
      lexString(.string, from: position, raw: false)
    } else if first == 0x60 {
      lexQuotedIdentifier()
    } else {
      lexPunctuation(first)
    }
  }

  private mutating func lexWord() {
    let start = position
    let next = byte(1)
    switch bytes[position] | 0x20 {
    case 0x72 where next == 0x22 || next == 0x27:
      position += 1
      return lexString(.string, from: start, raw: true)
    case 0x62 where next == 0x22 || next == 0x27:
      position += 1
      return lexString(.bytes, from: start, raw: false)
    case 0x62 where next | 0x20 == 0x72 && (byte(2) == 0x22 || byte(2) == 0x27):
      position += 2
      return lexString(.bytes, from: start, raw: true)
    default: break
    }
    while position < bytes.count, bytes[position].isIdentifierPart { position += 1 }
    add(keyword(from: start) ?? .identifier, from: start)
  }

  private func keyword(from start: Int) -> Token.Kind? {
    let word = UnsafeBufferPointer(rebasing: bytes[start..<position])
    switch word.count {
    case 2 where word.elementsEqual("in".utf8): return .inWord
    case 4 where word.elementsEqual("true".utf8): return .trueWord
    case 4 where word.elementsEqual("null".utf8): return .nullWord
    case 5 where word.elementsEqual("false".utf8): return .falseWord
    default: return nil
    }
  }

  private mutating func lexQuotedIdentifier() {
    let start = position
    position += 1
    while position < bytes.count, bytes[position].isQuotedIdentifierPart { position += 1 }
    if byte() == 0x60, position > start + 1 {
      position += 1
      add(.quotedIdentifier, from: start)
    } else {
      fail(from: start, Text(en: "a quoted name does not end", ru: "имя в кавычках не закончено"))
    }
  }

  private mutating func lexNumber() {
    let start = position
    if byte() == 0x30, byte(1) | 0x20 == 0x78, byte(2).isHexDigit {
      position += 2
      while byte().isHexDigit { position += 1 }
      return finishInteger(from: start)
    }
    while byte().isDigit { position += 1 }
    var isDouble = false
    if byte() == 0x2E, byte(1).isDigit {
      isDouble = true
      position += 1
      while byte().isDigit { position += 1 }
    }
    if byte() | 0x20 == 0x65 {
      let sign = byte(1) == 0x2B || byte(1) == 0x2D ? 1 : 0
      if byte(1 + sign).isDigit {
        isDouble = true
        position += 1 + sign
        while byte().isDigit { position += 1 }
      }
    }
    if isDouble { add(.double, from: start) } else { finishInteger(from: start) }
  }

  private mutating func finishInteger(from start: Int) {
    if byte() | 0x20 == 0x75 {
      position += 1
      add(.uint, from: start)
    } else {
      add(.int, from: start)
    }
  }

  private mutating func lexString(_ kind: Token.Kind, from start: Int, raw: Bool) {
    let quote = bytes[position]
    let isTriple = byte(1) == quote && byte(2) == quote
    position += isTriple ? 3 : 1
    while position < bytes.count {
      let next = bytes[position]
      if next == 0x5C, !raw {
        position = min(position + 2, bytes.count)
      } else if next == quote, !isTriple || (byte(1) == quote && byte(2) == quote) {
        position += isTriple ? 3 : 1
        return add(kind, from: start)
      } else if !isTriple, next == 0x0A || next == 0x0D {
        break
      } else {
        position += 1
      }
    }
    fail(from: start, Text(en: "a string does not end", ru: "строка не закончена"))
  }

  private mutating func fail(from start: Int, _ message: Text) {
    problems.append(Problem(.syntax, at: SourceRange(start, position), message))
    add(.bad, from: start)
  }
}

extension Lexer {
  private mutating func lexPunctuation(_ first: UInt8) {
    let start = position
    position += 1
    let next = byte()
    if let kind = Self.pair(first, next) {
      position += 1
      add(kind, from: start)
    } else if let kind = Self.single(first) {
      add(kind, from: start)
    } else {
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      let character = String(decoding: bytes[start..<position], as: UTF8.self)
      fail(
        from: start,
        Text(en: "unexpected character `\(character)`", ru: "лишний знак `\(character)`"))
    }
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (0x26, 0x26): .and
    case (0x7C, 0x7C): .or
    case (0x3D, 0x3D): .equal
    case (0x21, 0x3D): .notEqual
    case (0x3C, 0x3D): .lessOrEqual
    case (0x3E, 0x3D): .greaterOrEqual
    default: nil
    }
  }

  private static func single(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case 0x28: .leftParenthesis
    case 0x29: .rightParenthesis
    case 0x5B: .leftBracket
    case 0x5D: .rightBracket
    case 0x7B: .leftBrace
    case 0x7D: .rightBrace
    case 0x2E: .dot
    case 0x2C: .comma
    case 0x3A: .colon
    case 0x3F: .question
    case 0x2B: .plus
    case 0x2D: .minus
    case 0x2A: .star
    case 0x2F: .slash
    case 0x25: .percent
    case 0x21: .not
    case 0x3C: .less
    case 0x3E: .greater
    default: nil
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  var isIdentifierStart: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5F }
  var isIdentifierPart: Bool { isIdentifierStart || isDigit }
  fileprivate var isQuotedIdentifierPart: Bool {
    isIdentifierPart || self == 0x2E || self == 0x2D || self == 0x2F || self == 0x20
  }
}

/// A word of an expression's source.
struct Token {
  enum Kind: UInt8 {
    case identifier, quotedIdentifier, int, uint, double, string, bytes
    case trueWord, falseWord, nullWord, inWord
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case dot, comma, colon, question
    case plus, minus, star, slash, percent, not
    case and, or, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case bad, end
  }

  var kind: Kind
  var start: Int32
  var end: Int32

  var range: SourceRange { SourceRange(Int(start), Int(end)) }
}

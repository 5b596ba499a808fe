/// A word or a sign of an expression, for editors that colour it.
public struct ExpressionToken: Hashable, Sendable {
  /// What a token is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The name of a variable.
    case variable
    /// A name after a dot that is not called.
    case property
    /// A name that is called alone.
    case function
    /// A name after a dot that is called.
    case method
    /// A name that is called and goes through a list, or asks whether a field is set.
    case macro
    /// `true`, `false`, `null` and `in`.
    case keyword
    /// A text or octets.
    case string
    /// A number.
    case number
    /// A sign of calculation, comparison or logic.
    case operation
  }

  /// What it is.
  public let kind: Kind
  /// Where it is.
  public let range: SourceRange

  /// The tokens of `source`, in order, brackets and other marks left out. What is no expression
  /// has tokens too, as far as they can be told.
  public static func all(in source: String) -> [ExpressionToken] {
    var source = source
    return source.withUTF8 { bytes in
      var lexer = Lexer(bytes)
      lexer.run()
      return lexer.tokens.indices.compactMap { position in
        kind(at: position, of: lexer.tokens, bytes).map { kind in
          ExpressionToken(kind: kind, range: lexer.tokens[position].range)
        }
      }
    }
  }

  private static func kind(
    at position: Int, of tokens: ContiguousArray<Token>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Kind? {
    switch tokens[position].kind {
    case .identifier, .quotedIdentifier: nameKind(at: position, of: tokens, bytes)
    case .int, .uint, .double: .number
    case .string, .bytes: .string
    case .trueWord, .falseWord, .nullWord, .inWord: .keyword
    case .plus, .minus, .star, .slash, .percent, .not, .and, .or, .equal, .notEqual, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .question:
      .operation
    default: nil
    }
  }

  private static func nameKind(
    at position: Int, of tokens: ContiguousArray<Token>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Kind {
    let isMember = position > 0 && tokens[position - 1].kind == .dot
    let isCalled =
      position + 1 < tokens.count && tokens[position + 1].kind == .leftParenthesis
    guard isCalled else { return isMember ? .property : .variable }
    let token = tokens[position]
    let name = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    if ExpressionMacro.names.contains(name) { return .macro }
    return isMember ? .method : .function
  }
}

/// A call that goes through a list or a map under a name of its own, or asks for a field.
public enum ExpressionMacro {
  /// Every macro that is called after a dot, with what it is given, in the order of the alphabet.
  public static let members: [(name: String, parameters: String)] = [
    ("all", "x, condition"), ("exists", "x, condition"), ("exists_one", "x, condition"),
    ("existsOne", "x, condition"), ("filter", "x, condition"), ("map", "x, value"),
    ("optFlatMap", "x, optional"), ("optMap", "x, value"), ("sortBy", "x, key"),
    ("transformList", "i, x, value"), ("transformMap", "k, x, value"),
    ("transformMapEntry", "k, x, map"),
  ]

  /// The names of all macros.
  public static let names: Set<String> = Set(members.map(\.name) + ["has"])
}

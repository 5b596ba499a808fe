/// What may be typed at a place of an expression that is being written.
public struct ExpressionCursor: Sendable {
  /// What stands before the dot before the name, where there is one.
  public let receiver: CELType?
  /// The variables of the macros around the place, the innermost last.
  public let locals: [Environment.Variable]
  /// Where the part of the name stands that is already there.
  public let prefix: SourceRange

  /// Looks at the place before byte `byte` of `source`, which need not be an expression yet.
  public init(in source: String, at byte: Int, environment: Environment) {
    var text = source
    let tokens = text.withUTF8 { bytes in
      var lexer = Lexer(bytes)
      lexer.run()
      return ContiguousArray(lexer.tokens.filter { $0.kind != .end && Int($0.start) < byte })
    }
    var reader = CursorReader(source: source, tokens: tokens, environment: environment)
    var end = tokens.count
    var prefix = SourceRange(byte, byte)
    if let last = tokens.last, last.kind == .identifier || last.kind == .inWord,
      Int(last.end) >= byte
    {
      prefix = SourceRange(Int(last.start), byte)
      end -= 1
    }
    reader.readScopes(before: end)
    locals = reader.locals
    self.prefix = prefix
    let hasDot = end > 0 && tokens[end - 1].kind == .dot
    receiver = hasDot ? reader.type(endingBefore: end - 1) : nil
  }
}

/// Goes back over tokens from the place that is being written.
private struct CursorReader {
  let source: String
  let tokens: ContiguousArray<Token>
  var environment: Environment
  var locals: [Environment.Variable] = []

  init(source: String, tokens: ContiguousArray<Token>, environment: Environment) {
    self.source = source
    self.tokens = tokens
    self.environment = environment
  }

  /// Declares the variables of the macros whose parentheses are open at token `end`.
  mutating func readScopes(before end: Int) {
    var open: [Int] = []
    for position in 0..<end {
      switch tokens[position].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: open.append(position)
      case .rightParenthesis, .rightBracket, .rightBrace: _ = open.popLast()
      default: break
      }
    }
    for position in open where tokens[position].kind == .leftParenthesis {
      readScope(of: position, before: end)
    }
  }

  /// Declares the variables of the macro that is called with the parenthesis at `open`.
  private mutating func readScope(of open: Int, before end: Int) {
    guard open >= 2, tokens[open - 1].kind == .identifier, tokens[open - 2].kind == .dot,
      let macro = ExpressionMacro.members.first(where: { $0.name == text(open - 1) })
    else { return }
    let isPair = macro.parameters.split(separator: ",").count == 3
    var names: [String] = []
    var position = open + 1
    while position + 1 < end, tokens[position].kind == .identifier,
      tokens[position + 1].kind == .comma, names.count < 2
    {
      names.append(text(position))
      position += 2
    }
    guard let type = type(endingBefore: open - 2) else { return }
    add(names, of: type, isPair: isPair || names.count == 2)
  }

  private mutating func add(_ names: [String], of type: CELType, isPair: Bool) {
    guard let element = Environment.element(of: type), let first = names.first else { return }
    var found = [Environment.Variable(first, element)]
    if isPair {
      let (key, value): (CELType, CELType) =
        if case .map(let key, let value) = type { (key, value) } else { (.int, element) }
      found = [Environment.Variable(first, key)]
      if names.count > 1 { found.append(Environment.Variable(names[1], value)) }
    }
    locals += found
    environment = environment.adding(found)
  }

  /// The type of the operand whose last token stands before `end`; `dyn` where it has mistakes.
  func type(endingBefore end: Int) -> CELType? {
    guard let start = start(ofOperandBefore: end) else { return nil }
    let bytes = Array(source.utf8)[Int(tokens[start].start)..<Int(tokens[end - 1].end)]
    let operand = String(decoding: bytes, as: UTF8.self)
    guard case .success(let program) = environment.compile(operand) else { return .dyn }
    return program.resultType
  }

  /// Where the chain of names, calls and indices begins that ends before token `end`.
  private func start(ofOperandBefore end: Int) -> Int? {
    var position = end
    while position > 0 {
      switch tokens[position - 1].kind {
      case .identifier, .string, .int, .uint, .double, .quotedIdentifier: position -= 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        guard let open = opening(of: position - 1) else { return nil }
        let isIndex = tokens[open].kind == .leftBracket && open > 0 && endsOperand(open - 1)
        let isCall =
          tokens[open].kind == .leftParenthesis && open > 0
          && tokens[open - 1].kind == .identifier
        position = isCall ? open - 1 : open
        if isIndex { continue }
      default: return nil
      }
      guard position > 0, tokens[position - 1].kind == .dot else { return position }
      position -= 1
    }
    return nil
  }

  private func endsOperand(_ position: Int) -> Bool {
    switch tokens[position].kind {
    case .identifier, .rightParenthesis, .rightBracket, .rightBrace, .string: true
    default: false
    }
  }

  private func opening(of close: Int) -> Int? {
    var depth = 0
    for position in (0...close).reversed() {
      switch tokens[position].kind {
      case .rightParenthesis, .rightBracket, .rightBrace: depth += 1
      case .leftParenthesis, .leftBracket, .leftBrace:
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
    }
    return nil
  }

  private func text(_ position: Int) -> String {
    let token = tokens[position]
    return String(
      decoding: Array(source.utf8)[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }
}

import Bilingual

extension Parser {
  mutating func parseMember() -> Int32 {
    var operand = parsePrimary()
    while true {
      switch token.kind {
      case .dot: operand = parseSelection(of: operand)
      case .leftBracket: operand = parseIndex(of: operand)
      case .leftBrace where qualifiedName(operand) != nil: operand = parseRecord(named: operand)
      default: return operand
      }
    }
  }

  private mutating func parseSelection(of operand: Int32) -> Int32 {
    advance()
    let isOptional = take(.question)
    let field = token
    guard field.kind == .identifier || field.kind == .quotedIdentifier else {
      report(.expectedName(at: field.range))
      return operand
    }
    advance()
    if field.kind == .identifier, !isOptional, token.kind == .leftParenthesis {
      return parseCall(text(field), mark: field, receiver: operand)
    }
    return add(
      isOptional ? .optionalSelect : .select, [operand], mark: field, end: field.end,
      name: fieldName(field))
  }

  private func fieldName(_ token: Token) -> String {
    let name = text(token)
    return token.kind == .quotedIdentifier ? String(name.dropFirst().dropLast()) : name
  }

  private mutating func parseIndex(of operand: Int32) -> Int32 {
    let mark = token
    advance()
    let operation: Operator = take(.question) ? .optionalIndex : .index
    let key = parseExpression()
    expect(.rightBracket, "]")
    return add(
      .operation, [operand, key], mark: mark, detail: operation.rawValue, end: lastEnd)
  }

  /// The end of the token before this one.
  private var lastEnd: Int32 { position > 0 ? tokens[position - 1].end : 0 }

  /// The dotted name that `id` is, if it is nothing but a name.
  func qualifiedName(_ id: Int32) -> String? {
    var parts: [String] = []
    var node = nodes[Int(id)]
    while node.kind == .select {
      parts.append(names[Int(node.name)])
      node = nodes[Int(children[Int(node.first)])]
    }
    guard node.kind == .identifier else { return nil }
    parts.append((node.isRooted ? "." : "") + names[Int(node.name)])
    return parts.reversed().joined(separator: ".")
  }

  private mutating func parsePrimary() -> Int32 {
    switch token.kind {
    case .leftParenthesis: return parseParenthesized()
    case .leftBracket: return parseList()
    case .leftBrace: return parseMap()
    case .identifier: return parseName(rooted: nil)
    case .dot where peek().kind == .identifier:
      let dot = token
      advance()
      return parseName(rooted: dot)
    default: return parseLiteral()
    }
  }

  private mutating func parseParenthesized() -> Int32 {
    let start = token.start
    advance()
    let inner = parseExpression()
    expect(.rightParenthesis, ")")
    nodes[Int(inner)].start = start
    nodes[Int(inner)].end = lastEnd
    return inner
  }

  private mutating func parseName(rooted dot: Token?) -> Int32 {
    let mark = token
    let name = text(mark)
    if Self.reserved.contains(name) {
      report(
        Problem(
          .syntax, at: mark.range,
          Text(en: "`\(name)` is a reserved word", ru: "`\(name)` — зарезервированное слово")))
    }
    advance()
    if token.kind == .leftParenthesis {
      let call = parseCall(name, mark: mark, receiver: nil)
      if let dot {
        nodes[Int(call)].isRooted = true
        nodes[Int(call)].start = dot.start
      }
      return call
    }
    let id = add(.identifier, [], mark: mark, start: (dot ?? mark).start, name: name)
    nodes[Int(id)].isRooted = dot != nil
    return id
  }

  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  private mutating func parseCall(_ name: String, mark: Token, receiver: Int32?) -> Int32 {
    advance()
    var arguments: [Int32] = []
    if token.kind != .rightParenthesis {
      repeat { arguments.append(parseExpression()) } while take(.comma)
    }
    expect(.rightParenthesis, ")")
    let end = lastEnd
    if let macro = expandMacro(name, mark: mark, receiver: receiver, arguments, end: end) {
      return macro
    }
    let operands = (receiver.map { [$0] } ?? []) + arguments
    let start = receiver.map { nodes[Int($0)].start } ?? mark.start
    let id = add(.call, operands, mark: mark, start: start, end: end, name: name)
    nodes[Int(id)].isMember = receiver != nil
    return id
  }

  private mutating func parseList() -> Int32 {
    let mark = token
    advance()
    var elements: [Int32] = []
    while token.kind != .rightBracket, token.kind != .end {
      if elements.isEmpty, token.kind == .comma { break }
      elements.append(parseOptionalEntry { $0.parseExpression() })
      guard take(.comma) else { break }
    }
    _ = take(.comma)
    expect(.rightBracket, "]")
    return add(.list, elements, mark: mark, start: mark.start, end: lastEnd)
  }

  /// Reads what `parse` reads, marked optional where a `?` precedes it.
  private mutating func parseOptionalEntry(_ parse: (inout Parser) -> Int32) -> Int32 {
    let mark = token
    guard take(.question) else { return parse(&self) }
    let value = parse(&self)
    return add(.optionalEntry, [value], mark: mark, start: mark.start)
  }

  private mutating func parseMap() -> Int32 {
    let mark = token
    advance()
    var entries: [Int32] = []
    while token.kind != .rightBrace, token.kind != .end {
      if entries.isEmpty, token.kind == .comma { break }
      let question = token
      let isOptional = take(.question)
      let key = parseExpression()
      expect(.colon, ":")
      let value = parseExpression()
      entries.append(key)
      entries.append(isOptional ? add(.optionalEntry, [value], mark: question) : value)
      guard take(.comma) else { break }
    }
    _ = take(.comma)
    expect(.rightBrace, "}")
    return add(.map, entries, mark: mark, start: mark.start, end: lastEnd)
  }

  private mutating func parseRecord(named operand: Int32) -> Int32 {
    let start = nodes[Int(operand)].start
    let type = qualifiedName(operand) ?? ""
    let mark = token
    advance()
    var fields: [String] = []
    var values: [Int32] = []
    while token.kind != .rightBrace, token.kind != .end {
      if values.isEmpty, token.kind == .comma { break }
      let question = token
      let isOptional = take(.question)
      guard token.kind == .identifier || token.kind == .quotedIdentifier else {
        report(.expectedName(at: token.range))
        break
      }
      fields.append(fieldName(token))
      advance()
      expect(.colon, ":")
      let value = parseExpression()
      values.append(isOptional ? add(.optionalEntry, [value], mark: question) : value)
      guard take(.comma) else { break }
    }
    _ = take(.comma)
    expect(.rightBrace, "}")
    let id = add(.record, values, mark: mark, start: start, end: lastEnd, name: type)
    names.append(contentsOf: fields)
    return id
  }
}

extension Problem {
  fileprivate static func expectedName(at range: SourceRange) -> Problem {
    Problem(.syntax, at: range, Text(en: "expected the name of a field", ru: "нужно имя поля"))
  }
}

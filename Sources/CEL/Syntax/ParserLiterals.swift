import Bilingual

extension Parser {
  mutating func parseLiteral() -> Int32 {
    let isNegative = token.kind == .minus
    let first = token
    if isNegative { advance() }
    let mark = token
    guard let value = literalValue(mark, isNegative: isNegative) else { return failedLiteral(mark) }
    advance()
    let id = add(.literal, [], mark: mark, start: first.start)
    nodes[Int(id)].name = Int32(literals.count)
    literals.append(value)
    return id
  }

  /// The value of a literal token; a problem is reported where it has none.
  private mutating func literalValue(_ mark: Token, isNegative: Bool) -> Value? {
    switch mark.kind {
    case .int: Literal.int(text(mark), negative: isNegative).map(Value.int)
    case .uint: Literal.uint(text(mark)).map(Value.uint)
    case .double: Literal.double(text(mark)).map { .double(isNegative ? -$0 : $0) }
    case .trueWord: .bool(true)
    case .falseWord: .bool(false)
    case .nullWord: .null
    case .string, .bytes: stringValue(mark)
    default: nil
    }
  }

  private mutating func stringValue(_ mark: Token) -> Value? {
    let token = UnsafeBufferPointer(rebasing: bytes[Int(mark.start)..<Int(mark.end)])
    do {
      let octets = try Literal.octets(token, isBytes: mark.kind == .bytes)
      return mark.kind == .bytes ? .bytes(octets) : .string(String(decoding: octets, as: UTF8.self))
    } catch {
      let start = Int(mark.start) + error.offset
      report(Problem(.syntax, at: SourceRange(start, start + error.length), error.message))
      return nil
    }
  }

  private mutating func failedLiteral(_ mark: Token) -> Int32 {
    switch mark.kind {
    case .string, .bytes: break
    case .int, .uint, .double:
      report(
        Problem(
          .syntax, at: mark.range,
          Text(
            en: "the number `\(text(mark))` is out of range",
            ru: "число `\(text(mark))` выходит за пределы своего типа")))
    case .bad: break
    default:
      report(
        Problem(
          .syntax, at: mark.range,
          Text(
            en: "expected an expression, found \(found.en)",
            ru: "нужно выражение, а здесь \(found.ru)")))
    }
    let id = errorNode()
    switch mark.kind {
    case .rightParenthesis, .rightBracket, .rightBrace, .comma, .colon, .question, .end: break
    default: advance()
    }
    return id
  }
}

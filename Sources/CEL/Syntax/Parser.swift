import Bilingual

/// Limits of what is read as an expression, the same as those of cel-go.
public enum SyntaxLimits {
  /// The greatest depth of nesting.
  public static let depth = 250
  /// The greatest length of a source, in code points.
  public static let codePoints = 100_000
  /// The number of problems after which reading stops.
  static let problems = 30
}

extension Expression {
  /// Reads `source`, reporting every mistake in it rather than the first.
  ///
  /// - Throws: the ``Problems`` found, in the order of the source.
  public init(_ source: String) throws(Problems) {
    guard source.unicodeScalars.count <= SyntaxLimits.codePoints else {
      throw Problems([.tooLong(source)])
    }
    var text = source
    let result = text.withUTF8 { bytes in
      var parser = Parser(bytes)
      return parser.parse(source)
    }
    self = try result.get()
  }
}

/// Every problem of one expression, in the order of its source.
public struct Problems: Error, Hashable, Sendable {
  /// The problems, at least one.
  public let list: [Problem]

  init(_ list: [Problem]) {
    self.list = list.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }
}

/// Reads tokens by recursive descent and precedence climbing; recovers after a mistake.
struct Parser {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: ContiguousArray<Token>
  var position = 0
  var nodes: ContiguousArray<Node> = []
  var children: ContiguousArray<Int32> = []
  var names: [String] = []
  var literals: [Value] = []
  var problems: [Problem]
  private var depth = 0
  private var lastProblemStart = -1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var lexer = Lexer(bytes)
    lexer.run()
    tokens = lexer.tokens
    problems = lexer.problems
    nodes.reserveCapacity(tokens.count)
  }

  mutating func parse(_ source: String) -> Result<Expression, Problems> {
    let root = parseExpression()
    if token.kind != .end { reportUnexpected() }
    guard problems.isEmpty else { return .failure(Problems(problems)) }
    return .success(
      Expression(
        source: source, nodes: nodes, children: children, names: names, literals: literals,
        root: Int(root)))
  }

  var token: Token { tokens[position] }

  func peek(_ offset: Int = 1) -> Token { tokens[min(position + offset, tokens.count - 1)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func take(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  func text(_ token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  mutating func report(_ problem: Problem) {
    guard problems.count < SyntaxLimits.problems, problem.range.start != lastProblemStart else {
      return
    }
    lastProblemStart = problem.range.start
    problems.append(problem)
  }

  mutating func parseExpression() -> Int32 {
    depth += 1
    defer { depth -= 1 }
    guard depth <= SyntaxLimits.depth else {
      reportDepth(at: token.range)
      position = tokens.count - 1
      return errorNode()
    }
    let condition = parseBinary(atLeast: 1)
    guard token.kind == .question else { return condition }
    let mark = token
    advance()
    let yes = parseBinary(atLeast: 1)
    expect(.colon, ":")
    let no = parseExpression()
    return add(.conditional, [condition, yes, no], mark: mark)
  }

  private mutating func parseBinary(atLeast minimum: Int) -> Int32 {
    var left = parseUnary()
    while let (precedence, operation) = Self.binary(token.kind), precedence >= minimum {
      let mark = token
      if let operation {
        advance()
        let right = parseBinary(atLeast: precedence + 1)
        left = add(.operation, [left, right], mark: mark, detail: operation.rawValue)
      } else {
        var operands = [left]
        while take(mark.kind) { operands.append(parseBinary(atLeast: precedence + 1)) }
        left = add(mark.kind == .and ? .and : .or, operands, mark: mark)
      }
    }
    return left
  }

  private static func binary(_ kind: Token.Kind) -> (Int, Operator?)? {
    switch kind {
    case .or: (1, nil)
    case .and: (2, nil)
    case .equal: (3, .equal)
    case .notEqual: (3, .notEqual)
    case .less: (3, .less)
    case .lessOrEqual: (3, .lessOrEqual)
    case .greater: (3, .greater)
    case .greaterOrEqual: (3, .greaterOrEqual)
    case .inWord: (3, .contained)
    case .plus: (4, .add)
    case .minus: (4, .subtract)
    case .star: (5, .multiply)
    case .slash: (5, .divide)
    case .percent: (5, .modulo)
    default: nil
    }
  }

  private mutating func parseUnary() -> Int32 {
    var prefixes: [Token] = []
    while token.kind == .not || token.kind == .minus {
      if token.kind == .minus, peek().kind == .int || peek().kind == .double { break }
      prefixes.append(token)
      advance()
    }
    var operand = parseMember()
    for mark in prefixes.reversed() {
      let operation: Operator = mark.kind == .not ? .not : .negate
      operand = add(
        .operation, [operand], mark: mark, detail: operation.rawValue, start: mark.start)
    }
    return operand
  }
}

extension Parser {
  /// Adds a node over `operands`; its range spans them unless `start` or `end` say otherwise.
  mutating func add(
    _ kind: Node.Kind, _ operands: [Int32], mark: Token, detail: UInt8 = 0, start: Int32? = nil,
    end: Int32? = nil, name: String? = nil
  ) -> Int32 {
    var height: UInt16 = 0
    for operand in operands { height = max(height, nodes[Int(operand)].height) }
    var node = Node(
      kind: kind, detail: detail, height: height + 1,
      start: start ?? operands.first.map { nodes[Int($0)].start } ?? mark.start,
      end: end ?? operands.last.map { nodes[Int($0)].end } ?? mark.end,
      markStart: mark.start, markEnd: mark.end)
    node.first = Int32(children.count)
    node.count = Int32(operands.count)
    children.append(contentsOf: operands)
    if let name {
      node.name = Int32(names.count)
      names.append(name)
    }
    if Int(node.height) > SyntaxLimits.depth {
      reportDepth(at: node.mark)
      node.height = 1
    }
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  mutating func errorNode() -> Int32 {
    add(.error, [], mark: token)
  }

  mutating func expect(_ kind: Token.Kind, _ symbol: String) {
    guard !take(kind) else { return }
    if token.kind != .bad {
      report(
        Problem(
          .syntax, at: token.range,
          Text(
            en: "expected `\(symbol)`, found \(found.en)",
            ru: "нужен знак `\(symbol)`, а здесь \(found.ru)")))
    }
    recover(to: kind)
  }

  mutating func reportUnexpected() {
    guard token.kind != .bad else { return }
    report(
      Problem(
        .syntax, at: token.range,
        Text(
          en: "expected an expression to end here, found \(found.en)",
          ru: "выражение должно здесь закончиться, а дальше \(found.ru)")))
  }

  var found: Text {
    guard token.kind != .end else {
      return Text(en: "the end of the expression", ru: "конец выражения")
    }
    return Text(verbatim: "`\(text(token))`")
  }

  private mutating func reportDepth(at range: SourceRange) {
    guard !problems.contains(where: { $0.code == .tooComplex }) else { return }
    report(
      Problem(
        .tooComplex, at: range,
        Text(
          en: "the expression is nested deeper than \(SyntaxLimits.depth) levels",
          ru: "вложенность выражения больше \(SyntaxLimits.depth) уровней")))
  }

  /// Skips to the closer `kind` of this level and past it, or stops before what closes more.
  private mutating func recover(to kind: Token.Kind) {
    var level = 0
    while token.kind != .end {
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: level += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        if level == 0 {
          if token.kind == kind { advance() }
          return
        }
        level -= 1
      case .comma where level == 0: return
      case kind where level == 0:
        advance()
        return
      default: break
      }
      advance()
    }
  }
}

extension Problem {
  fileprivate static func tooLong(_ source: String) -> Problem {
    Problem(
      .tooComplex, at: SourceRange(0, source.utf8.count),
      Text(
        en: "the expression is longer than \(SyntaxLimits.codePoints) characters",
        ru: "выражение длиннее \(SyntaxLimits.codePoints) знаков"))
  }
}

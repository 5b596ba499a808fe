extension Expression: CustomStringConvertible {
  /// The expression as text: one blank around operators, no parentheses without need.
  ///
  /// Read again, the text gives the same tree.
  public var description: String {
    var unparser = Unparser(expression: self)
    unparser.write(root, atLeast: 0)
    return unparser.output
  }
}

extension Expression {
  /// The text of one part of the expression, written like ``description``.
  func text(of id: Int) -> String {
    var unparser = Unparser(expression: self)
    unparser.write(id, atLeast: 0)
    return unparser.output
  }
}

/// Writes an expression as text. Recursion is bounded by ``SyntaxLimits/depth``.
private struct Unparser {
  let expression: Expression
  var output = ""

  private static let member = 8
  private static let unary = 7
  /// More than anything binds, so that parentheses are written.
  private static let enclosed = 9

  /// Writes node `id`, in parentheses where it binds weaker than `minimum`.
  mutating func write(_ id: Int, atLeast minimum: Int) {
    let node = expression.nodes[id]
    let isEnclosed = precedence(node) < minimum
    if isEnclosed { output += "(" }
    write(node)
    if isEnclosed { output += ")" }
  }

  private func precedence(_ node: Node) -> Int {
    switch node.kind {
    case .conditional: return 1
    case .or: return 2
    case .and: return 3
    case .operation:
      switch node.operation {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: return 4
      case .add, .subtract: return 5
      case .multiply, .divide, .modulo: return 6
      case .negate, .not: return Self.unary
      case .index, .optionalIndex: return Self.member
      }
    case .literal:
      switch expression.literals[Int(node.name)] {
      case .int(let number) where number < 0: return Self.unary
      case .double(let number) where number.sign == .minus: return Self.unary
      default: return Self.member
      }
    default: return Self.member
    }
  }

  private mutating func write(_ node: Node) {
    switch node.kind {
    case .error: output += "<error>"
    case .literal: output += expression.literals[Int(node.name)].quotation
    case .identifier: output += (node.isRooted ? "." : "") + name(expression.name(node))
    case .select, .optionalSelect: writeSelect(node)
    case .has:
      output += "has("
      writeSelect(node)
      output += ")"
    case .call: writeCall(node)
    case .operation: writeOperation(node)
    case .and, .or: writeLogic(node)
    case .conditional: writeConditional(node)
    case .list:
      output += "["
      writeSequence(node, from: 0)
      output += "]"
    case .map: writeMap(node)
    case .record: writeRecord(node)
    case .optionalEntry:
      output += "?"
      write(expression.child(node, 0), atLeast: 1)
    case .fold, .optionalMap, .optionalFlatMap: writeMacro(node)
    case .bind, .block: writeNamespaced(node)
    }
  }

  /// A name that an optimizer writes goes back to the call that made it.
  private func name(_ name: String) -> String {
    let parts = name.split(separator: ":")
    let functions = ["@index": "cel.index", "@it": "cel.iterVar", "@ac": "cel.accuVar"]
    guard let first = parts.first, let function = functions[String(first)] else { return name }
    return function + "(" + parts.dropFirst().joined(separator: ", ") + ")"
  }

  private func field(_ name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy(\.isIdentifierPart) && name.utf8.first?.isIdentifierStart == true
      && !["in", "true", "false", "null"].contains(name)
    return isPlain ? name : "`\(name)`"
  }

  private mutating func writeSelect(_ node: Node) {
    write(expression.child(node, 0), atLeast: Self.member)
    output += node.kind == .optionalSelect ? ".?" : "."
    output += field(expression.name(node))
  }

  private mutating func writeSequence(_ node: Node, from first: Int) {
    for (position, child) in expression.childIDs(node).dropFirst(first).enumerated() {
      if position > 0 { output += ", " }
      write(Int(child), atLeast: 1)
    }
  }

  private mutating func writeCall(_ node: Node) {
    if node.isMember {
      write(expression.child(node, 0), atLeast: Self.member)
      output += "."
    } else if node.isRooted {
      output += "."
    }
    output += expression.name(node) + "("
    writeSequence(node, from: node.isMember ? 1 : 0)
    output += ")"
  }

  private mutating func writeOperation(_ node: Node) {
    let own = precedence(node)
    switch node.operation {
    case .negate, .not:
      output += node.operation.symbol
      write(expression.child(node, 0), atLeast: startsWithSign(node) ? Self.enclosed : Self.unary)
    case .index, .optionalIndex:
      write(expression.child(node, 0), atLeast: Self.member)
      output += node.operation == .index ? "[" : "[?"
      write(expression.child(node, 1), atLeast: 1)
      output += "]"
    default:
      write(expression.child(node, 0), atLeast: own)
      output += " \(node.operation.symbol) "
      write(expression.child(node, 1), atLeast: own + 1)
    }
  }

  /// Whether a minus would run into a number, and be read as its sign.
  private func startsWithSign(_ node: Node) -> Bool {
    node.operation == .negate && startsWithNumber(expression.child(node, 0))
  }

  private func startsWithNumber(_ id: Int) -> Bool {
    var node = expression.nodes[id]
    while node.kind != .literal {
      let leadsWithOperand =
        node.kind == .select || node.kind == .optionalSelect
        || (node.kind == .call && node.isMember)
        || node.kind == .fold || (node.kind == .operation && precedence(node) == Self.member)
      guard leadsWithOperand, node.count > 0 else { return false }
      node = expression.nodes[expression.child(node, 0)]
    }
    switch expression.literals[Int(node.name)] {
    case .int, .double: return true
    default: return false
    }
  }

  private mutating func writeLogic(_ node: Node) {
    let symbol = node.kind == .and ? " && " : " || "
    for (position, child) in expression.childIDs(node).enumerated() {
      if position > 0 { output += symbol }
      write(Int(child), atLeast: precedence(node) + 1)
    }
  }

  private mutating func writeConditional(_ node: Node) {
    write(expression.child(node, 0), atLeast: 2)
    output += " ? "
    write(expression.child(node, 1), atLeast: 2)
    output += " : "
    write(expression.child(node, 2), atLeast: 1)
  }

  private mutating func writeMap(_ node: Node) {
    output += "{"
    let ids = expression.childIDs(node).map { Int($0) }
    for position in stride(from: 0, to: ids.count - 1, by: 2) {
      if position > 0 { output += ", " }
      let value = expression.nodes[ids[position + 1]]
      if value.kind == .optionalEntry { output += "?" }
      write(ids[position], atLeast: 1)
      output += ": "
      write(
        value.kind == .optionalEntry ? expression.child(value, 0) : ids[position + 1], atLeast: 1)
    }
    output += "}"
  }

  private mutating func writeRecord(_ node: Node) {
    output += expression.name(node) + "{"
    for (position, child) in expression.childIDs(node).enumerated() {
      if position > 0 { output += ", " }
      let value = expression.nodes[Int(child)]
      if value.kind == .optionalEntry { output += "?" }
      output += field(expression.names[Int(node.name) + 1 + position]) + ": "
      write(value.kind == .optionalEntry ? expression.child(value, 0) : Int(child), atLeast: 1)
    }
    output += "}"
  }

  private mutating func writeMacro(_ node: Node) {
    write(expression.child(node, 0), atLeast: Self.member)
    let macro =
      switch node.kind {
      case .optionalMap: "optMap"
      case .optionalFlatMap: "optFlatMap"
      default: node.fold == .existsOne ? "exists_one" : "\(node.fold)"
      }
    output += ".\(macro)(" + name(expression.name(node)) + ", "
    if node.isMember { output += name(expression.secondName(node)) + ", " }
    writeSequence(node, from: 1)
    output += ")"
  }

  private mutating func writeNamespaced(_ node: Node) {
    if node.kind == .bind {
      output += "cel.bind(" + name(expression.name(node)) + ", "
      writeSequence(node, from: 0)
    } else {
      output += "cel.block(["
      for position in 0..<max(Int(node.count) - 1, 0) {
        if position > 0 { output += ", " }
        write(expression.child(node, position), atLeast: 1)
      }
      output += "], "
      write(expression.child(node, Int(node.count) - 1), atLeast: 1)
    }
    output += ")"
  }
}

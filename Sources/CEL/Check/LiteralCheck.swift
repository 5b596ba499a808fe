import Bilingual

/// Reads literals whose meaning is known before anything runs: patterns, moments, spans, zones.
struct LiteralCheck {
  let expression: Expression
  let resolution: Resolution

  func problems() -> [Problem] {
    expression.nodes.indices.compactMap { id in
      guard expression.nodes[id].kind == .call,
        case .function(let function, let isQualified) = resolution.meanings[id]
      else { return nil }
      return problem(function.name, expression.nodes[id], from: isQualified ? 1 : 0)
    }
  }

  private func problem(_ name: String, _ node: Node, from first: Int) -> Problem? {
    let operands = expression.childIDs(node).dropFirst(first).map { Int($0) }
    switch (name, operands.count) {
    case ("timestamp", 1): return reading(operands[0], Library.timestamp)
    case ("duration", 1): return reading(operands[0], Library.duration)
    case ("ip", 1) where !node.isMember, ("cidr", 1):
      return reading(operands[0], name == "ip" ? Library.parseIP : Library.parseCIDR)
    case ("matches", 2), ("regex.extract", 2), ("regex.extractAll", 2), ("regex.replace", 3...):
      return pattern(operands[1])
    case (_, 2) where name.hasPrefix("get"): return zone(operands[1])
    default: return nil
    }
  }

  private func text(_ id: Int) -> String? {
    let node = expression.nodes[id]
    guard node.kind == .literal, case .string(let text) = expression.literals[Int(node.name)]
    else { return nil }
    return text
  }

  private func reading(_ id: Int, _ read: (Value) -> Value) -> Problem? {
    guard let text = text(id), case .error(let error) = read(.string(text)) else { return nil }
    return Problem(.badLiteral, at: expression.range(id), error.message)
  }

  private func pattern(_ id: Int) -> Problem? {
    guard let text = text(id), case .failure(.error(let error)) = PatternCache.compile(text) else {
      return nil
    }
    return Problem(.badLiteral, at: expression.range(id), error.message)
  }

  private func zone(_ id: Int) -> Problem? {
    guard let text = text(id), TimeZoneRules.named(text) == nil else { return nil }
    return Problem(
      .badLiteral, at: expression.range(id),
      Text(
        en: "there is no time zone \(Value.quoted(text))",
        ru: "нет часового пояса \(Value.quoted(text))"))
  }
}

/// Makes random expressions over the variables of ``World``: sensible, and senseless.
struct ExpressionMaker {
  private var state: UInt64
  private var scope: [String] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

  mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    switch next(14) {
    case 0, 1: return "(\(expression(depth - 1)) \(operation()) \(expression(depth - 1)))"
    case 2: return "(\(expression(depth - 1)) && \(expression(depth - 1)) && \(leaf()))"
    case 3: return "(\(expression(depth - 1)) || \(expression(depth - 1)))"
    case 4: return "(\(expression(depth - 1)) ? \(expression(depth - 1)) : \(leaf()))"
    case 5: return "\(pick(["!", "-"]))(\(expression(depth - 1)))"
    case 6: return "[\(expression(depth - 1)), \(leaf())]"
    case 7: return "{\(leaf()): \(expression(depth - 1)), \"k\": \(leaf())}"
    case 8:
      return "(\(expression(depth - 1)))\(pick([".a", ".b", "[0]", "[\"a\"]", ".?a", "[?1]"]))"
    case 9: return call(depth)
    case 10, 11: return macro(depth)
    case 12: return "has(\(pick(["m", "people", "r"] + scope)).\(pick(["a", "b", "name"])))"
    default: return "cel.bind(v, \(expression(depth - 1)), \(within("v", depth)))"
    }
  }

  private mutating func operation() -> String {
    pick(["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in"])
  }

  private mutating func call(_ depth: Int) -> String {
    let operand = expression(depth - 1)
    switch next(6) {
    case 0: return "size(\(operand))"
    case 1: return "(\(operand)).\(pick(["startsWith", "contains", "matches"]))(\(leaf()))"
    case 2: return "\(pick(["int", "string", "double", "type", "dyn", "bool"]))(\(operand))"
    case 3: return "math.greatest(\(operand), \(leaf()))"
    case 4: return "optional.of(\(operand)).orValue(\(leaf()))"
    default: return "(\(operand)).\(pick(["reverse", "distinct", "sort", "size"]))()"
    }
  }

  private mutating func macro(_ depth: Int) -> String {
    let range = pick(["l", "people", "m", "texts", "[1, 2, \(leaf())]"] + scope)
    let name = pick(["all", "exists", "exists_one", "filter", "map", "sortBy"])
    if next(4) == 0 {
      let pair = pick(["all", "exists", "existsOne", "transformList", "transformMap"])
      scope.append("i")
      defer { scope.removeLast() }
      return "\(range).\(pair)(i, e, \(within("e", depth)))"
    }
    let macro = "\(range).\(name)(e, \(within("e", depth)))"
    return next(3) == 0 && name != "all" && name != "exists" ? macro + ".size()" : macro
  }

  private mutating func within(_ variable: String, _ depth: Int) -> String {
    scope.append(variable)
    defer { scope.removeLast() }
    return expression(depth - 1)
  }

  private mutating func leaf() -> String {
    let literals = [
      "1", "0", "-3", "2u", "1.5", "true", "false", "null", "\"a\"", "\"текст\"", "b\"x\"", "[]",
      "{}", "9223372036854775807", "duration(\"1h\")", "timestamp(0)", "optional.none()",
    ]
    return next(2) == 0
      ? pick(literals)
      : pick(
        ["n", "s", "flag", "l", "m", "people", "texts", "missing", "r.name", "people[0].a"] + scope)
  }
}

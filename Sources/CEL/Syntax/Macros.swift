import Bilingual

extension Parser {
  /// The node that a macro of this name and these arguments stands for; nil if it is no macro.
  mutating func expandMacro(
    _ name: String, mark: Token, receiver: Int32?, _ arguments: [Int32], end: Int32
  ) -> Int32? {
    guard let receiver else {
      guard name == "has", arguments.count == 1 else { return nil }
      return expandHas(arguments[0], mark: mark, end: end)
    }
    if isNamespace(receiver, "cel") {
      return expandNamespaced(name, mark: mark, receiver: receiver, arguments, end: end)
    }
    if arguments.count == 2, name == "optMap" || name == "optFlatMap" {
      let kind: Node.Kind = name == "optMap" ? .optionalMap : .optionalFlatMap
      return expandBody(
        kind, detail: 0, variables: [arguments[0]], [receiver, arguments[1]], mark: mark, end: end)
    }
    guard let (fold, variables) = Self.fold(name, arguments.count) else { return nil }
    return expandBody(
      .fold, detail: fold.rawValue, variables: Array(arguments.prefix(variables)),
      [receiver] + arguments.dropFirst(variables), mark: mark, end: end)
  }

  /// The macro of this name and number of arguments, and how many of these are variables.
  private static func fold(_ name: String, _ count: Int) -> (Fold, variables: Int)? {
    folds[name]?.first { $0.count == count }.map { ($0.fold, $0.variables) }
  }

  private static let folds: [String: [(count: Int, fold: Fold, variables: Int)]] = [
    "all": [(2, .all, 1), (3, .all, 2)],
    "exists": [(2, .exists, 1), (3, .exists, 2)],
    "exists_one": [(2, .existsOne, 1), (3, .existsOne, 2)],
    "existsOne": [(2, .existsOne, 1), (3, .existsOne, 2)],
    "map": [(2, .map, 1), (3, .map, 1)],
    "filter": [(2, .filter, 1)],
    "transformList": [(3, .transformList, 2), (4, .transformList, 2)],
    "transformMap": [(3, .transformMap, 2), (4, .transformMap, 2)],
    "transformMapEntry": [(3, .transformMapEntry, 2), (4, .transformMapEntry, 2)],
    "sortBy": [(2, .sortBy, 1)],
  ]

  /// The names of all macros that people write.
  static let macros =
    folds.keys.sorted() + ["has", "optMap", "optFlatMap", "cel.bind", "cel.block"]

  private func isNamespace(_ id: Int32, _ name: String) -> Bool {
    let node = nodes[Int(id)]
    return node.kind == .identifier && names[Int(node.name)] == name
  }

  private mutating func expandHas(_ argument: Int32, mark: Token, end: Int32) -> Int32 {
    let selection = nodes[Int(argument)]
    guard selection.kind == .select else {
      if selection.kind != .error {
        report(
          Problem(
            .syntax, at: selection.range,
            Text(
              en: "`has` takes the selection of a field, such as `has(a.b)`",
              ru: "`has` принимает обращение к полю, например `has(a.b)`")))
      }
      return errorNode()
    }
    let operand = children[Int(selection.first)]
    let id = add(.has, [operand], mark: mark, start: mark.start, end: end)
    nodes[Int(id)].name = selection.name
    nodes[Int(id)].markStart = selection.markStart
    nodes[Int(id)].markEnd = selection.markEnd
    return id
  }

  private mutating func expandBody(
    _ kind: Node.Kind, detail: UInt8, variables: [Int32], _ operands: [Int32], mark: Token,
    end: Int32
  ) -> Int32? {
    var variableNames: [String] = []
    for variable in variables {
      let node = nodes[Int(variable)]
      guard node.kind == .identifier, !node.isRooted else {
        if node.kind != .error { report(.expectedVariable(at: node.range)) }
        return errorNode()
      }
      variableNames.append(names[Int(node.name)])
    }
    if variableNames.count == 2, variableNames[0] == variableNames[1] {
      report(.sameVariable(variableNames[0], at: nodes[Int(variables[1])].range))
    }
    let id = add(kind, operands, mark: mark, detail: detail, end: end, name: variableNames[0])
    nodes[Int(id)].isMember = variableNames.count == 2
    nodes[Int(id)].secondName = Int32(names.count)
    if variableNames.count == 2 { names.append(variableNames[1]) }
    return id
  }
}

extension Parser {
  private mutating func expandNamespaced(
    _ name: String, mark: Token, receiver: Int32, _ arguments: [Int32], end: Int32
  ) -> Int32? {
    let start = nodes[Int(receiver)].start
    switch (name, arguments.count) {
    case ("bind", 3):
      let id = expandBody(
        .bind, detail: 0, variables: [arguments[0]], Array(arguments.dropFirst()), mark: mark,
        end: end)
      if let id { nodes[Int(id)].start = start }
      return id
    case ("block", 2):
      let list = nodes[Int(arguments[0])]
      guard list.kind == .list else {
        report(.expectedList(at: list.range))
        return errorNode()
      }
      let shared = children[Int(list.first)..<Int(list.first + list.count)]
      return add(.block, shared + [arguments[1]], mark: mark, start: start, end: end)
    case ("index", 1):
      return internalName("@index", arguments, mark: mark, start: start, end: end)
    case ("iterVar", 2):
      return internalName("@it", arguments, mark: mark, start: start, end: end)
    case ("accuVar", 2):
      return internalName("@ac", arguments, mark: mark, start: start, end: end)
    default: return nil
    }
  }

  /// The name of a variable that only an optimizer writes, such as `@it:0:1`.
  private mutating func internalName(
    _ prefix: String, _ arguments: [Int32], mark: Token, start: Int32, end: Int32
  ) -> Int32 {
    var name = prefix
    for argument in arguments {
      let node = nodes[Int(argument)]
      guard node.kind == .literal, case .int(let number) = literals[Int(node.name)], number >= 0
      else {
        report(.expectedNumber(at: node.range))
        return errorNode()
      }
      name += ":\(number)"
    }
    return add(.identifier, [], mark: mark, start: start, end: end, name: name)
  }
}

extension Problem {
  fileprivate static func expectedVariable(at range: SourceRange) -> Problem {
    Problem(
      .syntax, at: range,
      Text(en: "expected a simple name for the variable", ru: "нужно простое имя переменной"))
  }

  fileprivate static func sameVariable(_ name: String, at range: SourceRange) -> Problem {
    Problem(
      .syntax, at: range,
      Text(
        en: "both variables are named `\(name)`", ru: "обе переменные названы `\(name)`"))
  }

  fileprivate static func expectedList(at range: SourceRange) -> Problem {
    Problem(
      .syntax, at: range,
      Text(en: "expected a list of expressions", ru: "нужен список выражений"))
  }

  fileprivate static func expectedNumber(at range: SourceRange) -> Problem {
    Problem(
      .syntax, at: range,
      Text(en: "expected a whole number from 0", ru: "нужно целое число от 0"))
  }
}

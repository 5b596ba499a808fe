import Bilingual

extension Checker {
  mutating func inferList(_ node: Node) -> CELType {
    var element: CELType?
    for child in expression.childIDs(node) {
      let type = entryType(Int(child))
      element = element.map { join($0, type) } ?? type
    }
    return .list(element ?? unification.fresh())
  }

  /// The type of an element or value; that inside the optional where it is marked optional.
  private mutating func entryType(_ id: Int) -> CELType {
    let type = check(id)
    guard expression.nodes[id].kind == .optionalEntry else { return type }
    let element = unification.fresh()
    if unification.assign(type, to: .optional(element)) { return substituted(element) }
    return report(
      .typeMismatch, at: expression.range(id),
      en: "expected an optional value, found \(shown(type))",
      ru: "нужно необязательное значение (optional), а здесь \(shown(type))")
  }

  /// The one type that both are of, or dyn.
  private mutating func join(_ earlier: CELType, _ later: CELType) -> CELType {
    if unification.assign(earlier, to: later) {
      return unification.moreGeneral(substituted(earlier), substituted(later))
    }
    if unification.assign(later, to: earlier) { return substituted(earlier) }
    return .dyn
  }

  mutating func inferMap(_ node: Node) -> CELType {
    var key: CELType?
    var value: CELType?
    let entries = expression.childIDs(node).map { Int($0) }
    for position in stride(from: 0, to: entries.count - 1, by: 2) {
      let keyType = check(entries[position])
      key = key.map { join($0, keyType) } ?? keyType
      let valueType = entryType(entries[position + 1])
      value = value.map { join($0, valueType) } ?? valueType
    }
    return .map(key ?? unification.fresh(), value ?? unification.fresh())
  }

  mutating func inferRecord(_ id: Int, _ node: Node) -> CELType {
    guard case .record(let shape) = resolution.meanings[id] else {
      for child in expression.childIDs(node) { _ = check(Int(child)) }
      let name = expression.name(node)
      return report(
        .unknownName, at: node.range, en: "there is no record type `\(name)`",
        ru: "нет типа записи `\(name)`", help: .meant(name, environment.shapes.keys))
    }
    for (offset, child) in expression.childIDs(node).enumerated() {
      let field = expression.names[Int(node.name) + 1 + offset]
      checkField(field, Int(child), of: shape)
    }
    return .record(shape.name)
  }

  private mutating func checkField(_ field: String, _ id: Int, of shape: RecordShape) {
    let type = entryType(id)
    guard let position = shape.position(of: field) else {
      _ = report(
        .unknownField, at: expression.range(id), en: "`\(shape.name)` has no field `\(field)`",
        ru: "у `\(shape.name)` нет поля `\(field)`", help: .meant(field, shape.fields.map(\.name)))
      return
    }
    let wanted = shape.fields[position].type
    guard !unification.assign(type, to: wanted) else { return }
    _ = report(
      .typeMismatch, at: expression.range(id),
      en: "the field `\(field)` holds \(shown(wanted)), not \(shown(type))",
      ru: "поле `\(field)` имеет тип \(shown(wanted)), а не \(shown(type))")
  }

  mutating func inferBind(_ node: Node) -> CELType {
    let value = check(expression.child(node, 0))
    return withLocals([(expression.name(node), value)]) { checker in
      checker.check(checker.expression.child(node, 1))
    }
  }

  private mutating func withLocals<Result>(
    _ list: [(String, CELType)], _ body: (inout Checker) -> Result
  ) -> Result {
    for (name, type) in list {
      locals.append(type)
      localNames.append(name)
    }
    let result = body(&self)
    locals.removeLast(list.count)
    localNames.removeLast(list.count)
    return result
  }

  mutating func inferBlock(_ node: Node) -> CELType {
    let outer = locals.count
    let children = expression.childIDs(node).map { Int($0) }
    for (index, child) in children.dropLast().enumerated() {
      let type = check(child)
      locals.append(type)
      localNames.append("@index:\(index)")
    }
    let result = children.last.map { check($0) } ?? .error
    locals.removeLast(locals.count - outer)
    localNames.removeLast(localNames.count - outer)
    return result
  }

  mutating func inferOptionalMap(_ node: Node) -> CELType {
    let operand = check(expression.child(node, 0))
    let element = unification.fresh()
    if !unification.assign(operand, to: .optional(element)) {
      _ = report(
        .typeMismatch, at: expression.range(expression.child(node, 0)),
        en: "expected an optional value, found \(shown(operand))",
        ru: "нужно необязательное значение (optional), а здесь \(shown(operand))")
    }
    let variable = operand.isDynOrError ? .dyn : substituted(element)
    let body = withLocals([(expression.name(node), variable)]) { checker in
      checker.check(checker.expression.child(node, 1))
    }
    guard node.kind == .optionalFlatMap else { return .optional(body) }
    let result = unification.fresh()
    if unification.assign(body, to: .optional(result)) { return .optional(substituted(result)) }
    return report(
      .typeMismatch, at: expression.range(expression.child(node, 1)),
      en: "expected an optional value, found \(shown(body))",
      ru: "нужно необязательное значение (optional), а здесь \(shown(body))")
  }
}

extension Checker {
  mutating func inferFold(_ id: Int, _ node: Node) -> CELType {
    let rangeID = expression.child(node, 0)
    let (key, element) = rangeTypes(checkKnown(rangeID), rangeID)
    var variables = [(expression.name(node), node.isMember ? key : element)]
    if node.isMember { variables.append((expression.secondName(node), element)) }
    if case .map = substituted(types[rangeID]), !node.isMember { variables[0].1 = key }
    let bodies = expression.childIDs(node).dropFirst().map { Int($0) }
    return withLocals(variables) { checker in
      checker.foldResult(node.fold, bodies, key: key, variable: variables[0].1)
    }
  }

  /// The types of positions (or keys) and elements (or values) of what a macro goes through.
  private mutating func rangeTypes(
    _ type: CELType, _ id: Int
  ) -> (key: CELType, element: CELType) {
    switch type {
    case .list(let element): return (.int, element)
    case .map(let key, let value): return (key, value)
    case .dyn, .error: return (.dyn, .dyn)
    case .variable:
      _ = unification.assign(.dyn, to: type)
      return (.dyn, .dyn)
    default:
      _ = report(
        .typeMismatch, at: expression.range(id),
        en: "expected a list or a map to go through, found \(shown(type))",
        ru: "нужен список или словарь, а здесь \(shown(type))")
      return (.error, .error)
    }
  }

  private mutating func foldResult(
    _ fold: Fold, _ bodies: [Int], key: CELType, variable: CELType
  ) -> CELType {
    guard let last = bodies.last else { return .error }
    for condition in bodies.dropLast() { require(condition, .bool) }
    switch fold {
    case .all, .exists, .existsOne:
      require(last, .bool)
      return .bool
    case .filter:
      require(last, .bool)
      return .list(variable)
    case .map, .transformList: return .list(check(last))
    case .transformMap: return .map(key, check(last))
    case .transformMapEntry:
      let entry = CELType.map(unification.fresh(), unification.fresh())
      require(last, entry)
      return substituted(entry)
    case .sortBy:
      _ = check(last)
      return .list(variable)
    }
  }
}

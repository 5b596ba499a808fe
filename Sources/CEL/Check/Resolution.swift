/// What the names of an expression stand for, by node.
struct Resolution: Sendable {
  enum Meaning: Sendable {
    /// Nothing special: the node means what its kind says.
    case plain
    /// A variable of a macro, in this slot after the host's variables.
    case local(Int)
    /// A variable of the host, at this position.
    case variable(Int)
    /// The name of a type.
    case type(CELType)
    /// A name that stands for nothing known.
    case unknown
    /// A call of this function; the receiver is part of its name when the flag is set.
    case function(Function, isQualified: Bool)
    /// A literal of this record type.
    case record(RecordShape)
  }

  var meanings: ContiguousArray<Meaning>
  /// The first slot of the variables that a fold, binding or block declares, by node.
  var slots: ContiguousArray<Int32>
  /// How many slots the deepest nesting needs.
  var slotCount = 0
}

/// Finds what every name stands for: locals first, then the longest name in the container.
struct Resolver {
  private let expression: Expression
  private let environment: Environment
  private var scope: [(name: String, slot: Int)] = []
  private var result: Resolution

  init(_ expression: Expression, _ environment: Environment) {
    self.expression = expression
    self.environment = environment
    result = Resolution(
      meanings: ContiguousArray(repeating: .plain, count: expression.nodes.count),
      slots: ContiguousArray(repeating: 0, count: expression.nodes.count))
  }

  static func resolve(_ expression: Expression, in environment: Environment) -> Resolution {
    var resolver = Resolver(expression, environment)
    resolver.visit(expression.root)
    return resolver.result
  }

  /// Recursion is bounded by ``SyntaxLimits/depth``.
  private mutating func visit(_ id: Int) {
    let node = expression.nodes[id]
    switch node.kind {
    case .identifier, .select: visitName(id, node)
    case .call: visitCall(id, node)
    case .fold: visitFold(id, node)
    case .bind, .optionalMap, .optionalFlatMap:
      visit(expression.child(node, 0))
      visitBody(id, node, [expression.name(node)], from: 1)
    case .block: visitBlock(id, node)
    case .record:
      let name = expression.name(node)
      let shape = lookup(name) { environment.shapes[$0] }
      result.meanings[id] = shape.map { .record($0) } ?? .unknown
      visitChildren(node)
    default: visitChildren(node)
    }
  }

  private mutating func visitChildren(_ node: Node) {
    for child in expression.childIDs(node) { visit(Int(child)) }
  }

  /// Looks a possibly rooted name up.
  private func lookup<Found>(_ name: String, _ find: (String) -> Found?) -> Found? {
    name.utf8.first == 0x2E
      ? find(String(name.dropFirst()))
      : environment.resolve(name, isRooted: false, find)
  }

  private mutating func visitName(_ id: Int, _ node: Node) {
    guard let (root, name) = chain(id) else { return visitChildren(node) }
    let rootNode = expression.nodes[root]
    if !rootNode.isRooted {
      let first = expression.name(rootNode)
      if let local = scope.last(where: { $0.name == first }) {
        result.meanings[root] = .local(local.slot)
        return
      }
    }
    let meaning = environment.resolve(name, isRooted: rootNode.isRooted) { name in
      if let position = environment.variablePositions[name] {
        return Resolution.Meaning.variable(position)
      }
      return environment.typeNamed(name).map { .type($0) }
    }
    if let meaning {
      result.meanings[id] = meaning
    } else if node.kind == .select {
      visit(expression.child(node, 0))
    } else {
      result.meanings[id] = .unknown
    }
  }

  /// The identifier at the start of a chain of selections, and the whole chain as a dotted name.
  private func chain(_ id: Int) -> (root: Int, name: String)? {
    var current = id
    var node = expression.nodes[id]
    var parts: [String] = []
    while node.kind == .select {
      parts.append(expression.name(node))
      current = expression.child(node, 0)
      node = expression.nodes[current]
    }
    guard node.kind == .identifier else { return nil }
    if parts.isEmpty { return (current, expression.name(node)) }
    parts.append(expression.name(node))
    return (current, parts.reversed().joined(separator: "."))
  }

  private mutating func visitCall(_ id: Int, _ node: Node) {
    let name = expression.name(node)
    if node.isMember, let function = qualifiedFunction(node, name) {
      result.meanings[id] = .function(function, isQualified: true)
      for child in expression.childIDs(node).dropFirst() { visit(Int(child)) }
      return
    }
    let function =
      node.isMember
      ? environment.functions[name]
      : environment.resolve(name, isRooted: node.isRooted) { environment.functions[$0] }
    result.meanings[id] = function.map { .function($0, isQualified: false) } ?? .unknown
    visitChildren(node)
  }

  /// The function that `a.b.f(…)` names as a whole, unless `a` is a local variable.
  private func qualifiedFunction(_ node: Node, _ name: String) -> Function? {
    guard let (root, prefix) = chain(expression.child(node, 0)) else { return nil }
    let rootNode = expression.nodes[root]
    if !rootNode.isRooted, scope.contains(where: { $0.name == expression.name(rootNode) }) {
      return nil
    }
    return environment.resolve(prefix + "." + name, isRooted: rootNode.isRooted) {
      environment.functions[$0]
    }
  }

  private mutating func visitFold(_ id: Int, _ node: Node) {
    visit(expression.child(node, 0))
    let names =
      [expression.name(node)] + (node.isMember ? [expression.secondName(node)] : [])
    visitBody(id, node, names, from: 1)
  }

  private mutating func visitBody(_ id: Int, _ node: Node, _ names: [String], from first: Int) {
    let outer = scope.count
    result.slots[id] = Int32(outer)
    for name in names { scope.append((name, scope.count)) }
    result.slotCount = max(result.slotCount, scope.count)
    for child in expression.childIDs(node).dropFirst(first) { visit(Int(child)) }
    scope.removeLast(scope.count - outer)
  }

  private mutating func visitBlock(_ id: Int, _ node: Node) {
    let outer = scope.count
    result.slots[id] = Int32(outer)
    let children = expression.childIDs(node)
    for (index, child) in children.dropLast().enumerated() {
      visit(Int(child))
      scope.append(("@index:\(index)", scope.count))
    }
    result.slotCount = max(result.slotCount, scope.count)
    if let body = children.last { visit(Int(body)) }
    scope.removeLast(scope.count - outer)
  }
}

/// The values of an environment's variables, and working space for evaluation.
///
/// Make one for a thread and use it again and again: evaluation then allocates nothing of its own.
/// Not for several threads at once.
public final class Bindings {
  private let environment: Environment
  /// The host's variables, then room that a running evaluation lends to the variables of macros.
  private(set) var slots: UnsafeMutablePointer<Value>
  private let count: Int
  private var capacity: Int
  var isInUse = false

  /// Creates bindings in which no variable has a value yet.
  public init(_ environment: Environment) {
    self.environment = environment
    count = environment.variables.count
    capacity = count + 8
    slots = .allocate(capacity: capacity)
    for (position, variable) in environment.variables.enumerated() {
      (slots + position).initialize(to: .unbound(variable.name))
    }
  }

  deinit {
    slots.deinitialize(count: count)
    slots.deallocate()
  }

  /// The position of the variable `name` for ``subscript(_:)``; nil if none is declared.
  public func position(of name: String) -> Int? { environment.variablePositions[name] }

  /// The value at a variable's position in ``Environment/variables``; other positions have none.
  public subscript(position: Int) -> Value? {
    get { position >= 0 && position < count ? slots[position] : nil }
    set {
      guard position >= 0, position < count, !isInUse else { return }
      slots[position] = newValue ?? .unbound(environment.variables[position].name)
    }
  }

  /// The value of the variable `name`; nil where it has none. Undeclared names are ignored.
  public subscript(name: String) -> Value? {
    get {
      guard let position = position(of: name), !slots[position].isError else { return nil }
      return slots[position]
    }
    set {
      guard let position = position(of: name) else { return }
      self[position] = newValue
    }
  }

  /// Makes room for `locals` variables of macros.
  @inline(__always)
  func reserve(_ locals: Int) {
    if capacity < count + locals { grow(locals) }
  }

  private func grow(_ locals: Int) {
    capacity = count + locals
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    larger.moveInitialize(from: slots, count: count)
    slots.deallocate()
    slots = larger
  }

  /// The same values with working space of their own.
  func copy() -> Bindings {
    let other = Bindings(environment)
    for position in 0..<count { other.slots[position] = slots[position] }
    return other
  }

  /// Whether these bindings were made for the variables of `other`.
  func belong(to other: Environment) -> Bool { count == other.variables.count }
}

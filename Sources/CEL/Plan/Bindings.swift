/// The values of an environment's variables, and working space for evaluation.
///
/// Make one for a thread and use it again and again: evaluation then allocates nothing of its own.
/// Not for several threads at once.
public final class Bindings {
  private let environment: Environment
  let slots: UnsafeMutableBufferPointer<Value>
  var locals: UnsafeMutableBufferPointer<Value>
  var isInUse = false

  /// Creates bindings in which no variable has a value yet.
  public init(_ environment: Environment) {
    self.environment = environment
    slots = .allocate(capacity: environment.variables.count)
    for (position, variable) in environment.variables.enumerated() {
      slots.initializeElement(at: position, to: .unbound(variable.name))
    }
    locals = .allocate(capacity: 0)
  }

  deinit {
    slots.deinitialize().deallocate()
    locals.deinitialize().deallocate()
  }

  /// The position of the variable `name` for ``subscript(_:)``; nil if none is declared.
  public func position(of name: String) -> Int? { environment.variablePositions[name] }

  /// The value at a variable's position in ``Environment/variables``; other positions have none.
  public subscript(position: Int) -> Value? {
    get { slots.indices.contains(position) ? slots[position] : nil }
    set {
      guard slots.indices.contains(position) else { return }
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

  /// Makes room for `count` local variables.
  func reserve(_ count: Int) {
    guard locals.count < count else { return }
    locals.deinitialize().deallocate()
    locals = .allocate(capacity: count)
    locals.initialize(repeating: .null)
  }

  /// The same values with working space of their own.
  func copy() -> Bindings {
    let other = Bindings(environment)
    for position in slots.indices { other.slots[position] = slots[position] }
    return other
  }
}

/// A function that expressions may call: a name and its overloads.
public struct Function: Sendable {
  /// One way to call a function: types of its operands, and what it does.
  public struct Overload: Sendable {
    /// A stable name of the overload, such as `size_list`.
    public let id: String
    /// Whether it is called as `a.f(b)`, where `a` is the first parameter.
    public let isMember: Bool
    /// The types of the operands.
    public let parameters: [CELType]
    /// The type of the result.
    public let result: CELType
    let cost: CostRule
    let body: Body
    /// Names the overloads of the library that share one body; nil where the body is its own.
    let family: String?

    /// Creates an overload that computes its result with `body`.
    ///
    /// The body gets operands of the declared types, never errors; it may return `.error`.
    public init(
      _ id: String, isMember: Bool = false, _ parameters: [CELType], _ result: CELType,
      cost: CostRule = .one, body: @escaping @Sendable ([Value]) -> Value
    ) {
      self.init(id, isMember, parameters, result, cost: cost, body: .checked(body))
    }

    init(
      _ id: String, _ isMember: Bool, _ parameters: [CELType], _ result: CELType,
      cost: CostRule = .one, family: String? = nil, body: Body
    ) {
      self.id = id
      self.isMember = isMember
      self.parameters = parameters
      self.result = result
      self.cost = cost
      self.body = body
      self.family = family
    }
  }

  /// What an overload does. Bodies of the library look at the types themselves, and one body may
  /// serve several overloads; those of a host are called only with operands of declared types.
  enum Body: Sendable {
    case unary(@Sendable (Value) -> Value)
    case binary(@Sendable (Value, Value) -> Value)
    case ternary(@Sendable (Value, Value, Value) -> Value)
    case any(@Sendable ([Value]) -> Value)
    case checked(@Sendable ([Value]) -> Value)
  }

  /// The name, with dots where it has a namespace, such as `math.ceil`.
  public let name: String
  /// The ways to call it.
  public let overloads: [Overload]

  /// Creates a function.
  public init(_ name: String, _ overloads: [Overload]) {
    self.name = name
    self.overloads = overloads
  }

  /// The overloads that a call of this form could mean.
  func candidates(isMember: Bool, count: Int) -> [Overload] {
    overloads.filter { $0.isMember == isMember && $0.parameters.count == count }
  }
}

/// What a call costs, in the units of cel-go, where one is a step.
public enum CostRule: Hashable, Sendable {
  /// One unit.
  case one
  /// This many units.
  case constant(Int)
  /// A tenth of the size of the first operand.
  case firstOperand
  /// A tenth of the sizes of all operands together.
  case allOperands
  /// A tenth of the first operand's size times a tenth of the second's.
  case product
  /// A tenth of the first operand's size times a quarter of the second's: a pattern.
  case pattern
}

extension Function.Overload {
  /// Whether values of these types at run time fit the parameters.
  func accepts(_ operands: [Value]) -> Bool {
    operands.count == parameters.count
      && zip(operands, parameters).allSatisfy { $0.fits($1) }
  }
}

extension Value {
  /// Whether the value is of `type`, as far as a value at run time shows.
  func fits(_ type: CELType) -> Bool {
    switch type {
    case .dyn, .parameter, .variable: return true
    case .nullable(let inner):
      if case .null = self { return true }
      return fits(inner)
    default: return self.type.runtimeName == type.runtimeName
    }
  }
}

extension Function.Body {
  /// Calls the body; operands are not errors.
  func call(_ operands: [Value]) -> Value? {
    switch self {
    case .unary(let body): operands.count == 1 ? body(operands[0]) : nil
    case .binary(let body): operands.count == 2 ? body(operands[0], operands[1]) : nil
    case .ternary(let body):
      operands.count == 3 ? body(operands[0], operands[1], operands[2]) : nil
    case .any(let body), .checked(let body): body(operands)
    }
  }

  var isChecked: Bool {
    if case .checked = self { return true }
    return false
  }
}

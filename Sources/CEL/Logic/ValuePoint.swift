/// A value of a type with an order, for reasoning about all values of the type at once.
public enum ValuePoint: Hashable, Sendable {
  /// A truth value.
  case bool(Bool)
  /// A signed integer.
  case int(Int64)
  /// A floating-point number other than NaN; zero has one sign.
  case double(Double)
  /// A text, ordered by its bytes.
  case text(TextPoint)
  /// A moment.
  case moment(Timestamp)

  /// The point of a value; nil for NaN and for types that are not told apart here.
  public init?(_ value: Value) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double(let number) where !number.isNaN: self = .double(number == 0 ? 0 : number)
    case .string(let text): self = .text(TextPoint(text))
    case .timestamp(let moment): self = .moment(moment)
    default: return nil
    }
  }

  /// The value of the point.
  public var value: Value {
    switch self {
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .double(let number): .double(number)
    case .text(let text): .string(text.text)
    case .moment(let moment): .timestamp(moment)
    }
  }

  /// The next greater value; nil after the greatest.
  public var next: ValuePoint? {
    switch self {
    case .bool(let flag): return flag ? nil : .bool(true)
    case .int(let number): return number == .max ? nil : .int(number + 1)
    case .double(let number): return number == .infinity ? nil : .double(number.nextUp)
    case .text(let text): return .text(TextPoint(text.text + "\0"))
    case .moment(let moment):
      return CELDuration(seconds: 0, nanos: 1).flatMap { moment.adding($0) }.map { .moment($0) }
    }
  }

  /// The least value of a type; nil for types that are not told apart here.
  public static func least(of type: CELType) -> ValuePoint? {
    switch type {
    case .bool: .bool(false)
    case .int: .int(.min)
    case .double: .double(-.infinity)
    case .string: .text(TextPoint(""))
    case .timestamp: .moment(.minimum)
    default: nil
    }
  }

  private var rank: Int {
    switch self {
    case .bool: 0
    case .int: 1
    case .double: 2
    case .text: 3
    case .moment: 4
    }
  }
}

extension ValuePoint: Comparable {
  /// Orders values of one type by that type's order, and values of different types by their types.
  public static func < (left: ValuePoint, right: ValuePoint) -> Bool {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): !a && b
    case (.int(let a), .int(let b)): a < b
    case (.double(let a), .double(let b)): a < b
    case (.text(let a), .text(let b)): a < b
    case (.moment(let a), .moment(let b)): a < b
    default: left.rank < right.rank
    }
  }
}

/// A text that is equal to another, and ordered, by its UTF-8 bytes.
public struct TextPoint: Hashable, Comparable, Sendable {
  /// The text.
  public let text: String

  /// Creates the point of a text.
  public init(_ text: String) { self.text = text }

  /// Whether both have the same bytes.
  public static func == (left: TextPoint, right: TextPoint) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  /// Whether the bytes of `left` come first.
  public static func < (left: TextPoint, right: TextPoint) -> Bool {
    left.text.compareBytes(to: right.text) < 0
  }

  /// Feeds the bytes to a hasher.
  public func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

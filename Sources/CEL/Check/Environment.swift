/// What expressions may speak of: variables, record types and functions.
public struct Environment: Sendable {
  /// A variable that the host will bind.
  public struct Variable: Sendable {
    /// The name, possibly with dots.
    public let name: String
    /// The type of its values.
    public let type: CELType

    /// Declares a variable.
    public init(_ name: String, _ type: CELType) {
      self.name = name
      self.type = type
    }
  }

  /// The variables, in the order of their positions in ``Bindings``.
  public let variables: [Variable]
  /// The record types.
  public let records: [RecordShape]
  /// The namespace in which names are looked up first, such as `com.example`.
  public let container: String
  /// The greatest sizes of inputs, for the cost of the worst case.
  public let sizes: SizeLimits
  /// The cost of one evaluation that must not be exceeded, in the units of cel-go.
  public let costLimit: Int

  let variablePositions: [String: Int]
  let shapes: [String: RecordShape]
  let functions: [String: Function]
  let prefixes: [String]

  /// The cost that Kubernetes allows for one evaluation.
  public static let defaultCostLimit = 1_000_000

  /// Creates an environment with the standard library and the extensions.
  ///
  /// - Parameters:
  ///   - variables: what the host will bind; of two with one name the last counts.
  ///   - records: the record types that variables have.
  ///   - functions: the host's own functions; overloads join those of the library.
  ///   - container: the namespace in which names are looked up first.
  ///   - sizes: the greatest sizes of inputs.
  ///   - costLimit: the cost at which an evaluation is stopped.
  public init(
    variables: [Variable] = [], records: [RecordShape] = [], functions: [Function] = [],
    container: String = "", sizes: SizeLimits = SizeLimits(),
    costLimit: Int = Environment.defaultCostLimit
  ) {
    self.variables = variables
    self.records = records
    self.container = container
    self.sizes = sizes
    self.costLimit = costLimit
    variablePositions = Dictionary(
      variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
    shapes = Dictionary(records.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    var merged = Library.functions
    for function in functions {
      let earlier = merged[function.name]?.overloads ?? []
      merged[function.name] = Function(function.name, earlier + function.overloads)
    }
    self.functions = merged
    prefixes = Self.prefixes(of: container)
  }

  /// `a.b.`, `a.` and the empty prefix for the container `a.b`.
  private static func prefixes(of container: String) -> [String] {
    var parts = container.split(separator: ".").map(String.init)
    var prefixes: [String] = []
    while !parts.isEmpty {
      prefixes.append(parts.joined(separator: ".") + ".")
      parts.removeLast()
    }
    return prefixes + [""]
  }

  /// The first of the names that `name` may stand for which `lookup` knows.
  func resolve<Found>(
    _ name: String, isRooted: Bool, _ lookup: (String) -> Found?
  ) -> Found? {
    if isRooted || container.isEmpty { return lookup(name) }
    for prefix in prefixes {
      if let found = lookup(prefix + name) { return found }
    }
    return nil
  }

  /// The type that the name of a type stands for.
  func typeNamed(_ name: String) -> CELType? {
    if let shape = shapes[name] { return .record(shape.name) }
    return Self.typeNames[name]
  }

  private static let typeNames: [String: CELType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "null_type": .null, "type": .type(.dyn), "list": .list(.dyn),
    "map": .map(.dyn, .dyn), "dyn": .dyn, "optional_type": .optional(.dyn),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    "net.IP": .ip, "net.CIDR": .cidr,
  ]
}

/// The greatest sizes that the host promises for its inputs, for estimates of the worst case.
public struct SizeLimits: Sendable {
  /// Limits by path: `approvals`, `approvals.@items.by`, `request.labels.@values`.
  public let byPath: [String: Int]
  /// The size assumed where no path says more.
  public let unknown: Int

  /// Creates limits. A list's elements are at `path.@items`, a map's values at `path.@values`.
  public init(_ byPath: [String: Int] = [:], unknown: Int = 10_000) {
    self.byPath = byPath
    self.unknown = unknown
  }

  subscript(path: String) -> Int { byPath[path] ?? unknown }
}

extension Environment {
  /// A function as it may be called.
  public struct Callable: Hashable, Sendable {
    /// The name, with dots where it has a namespace.
    public let name: String
    /// Its forms, such as `(string, string) -> bool`; the receiver of a member is left out.
    public let forms: [String]
  }

  /// The fields of a type, in their order; none where it is no record.
  public func fields(of type: CELType) -> [(name: String, type: CELType)] {
    guard case .record(let name) = type else { return [] }
    return shapes[name]?.fields ?? []
  }

  /// The functions that may stand after a dot behind a value of `type`, by name.
  public func members(of type: CELType) -> [Callable] {
    callables { $0.isMember && ($0.parameters.first?.mayBe(type) ?? false) }
  }

  /// The functions that are called alone, by name.
  public var globals: [Callable] { callables { !$0.isMember } }

  /// The type of the elements that a macro goes through in a value of `type`; `nil` where it is no
  /// list and no map.
  public static func element(of type: CELType) -> CELType? {
    switch type {
    case .list(let element): element
    case .map(let key, _): key
    case .opaque("optional_type", let parameters): parameters.first
    case .dyn: .dyn
    default: nil
    }
  }

  /// The same environment with further variables.
  public func adding(_ more: [Variable]) -> Environment {
    let own = functions.values.compactMap { function -> Function? in
      let known = Library.functions[function.name]?.overloads.count ?? 0
      let overloads = Array(function.overloads.dropFirst(known))
      return overloads.isEmpty ? nil : Function(function.name, overloads)
    }
    return Environment(
      variables: variables + more, records: records, functions: own, container: container,
      sizes: sizes, costLimit: costLimit)
  }

  private func callables(where isWanted: (Function.Overload) -> Bool) -> [Callable] {
    functions.values.compactMap { function in
      let forms = function.overloads.filter(isWanted).map { overload in
        let parameters =
          overload.isMember ? overload.parameters.dropFirst() : overload.parameters[...]
        let list = parameters.map(\.description).joined(separator: ", ")
        return "(\(list)) -> \(overload.result)"
      }
      return forms.isEmpty ? nil : Callable(name: function.name, forms: forms)
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension CELType {
  /// Whether a value of `type` may be given where this type is wanted, as far as editors care.
  fileprivate func mayBe(_ type: CELType) -> Bool {
    switch (self, type) {
    case (.parameter, _), (.dyn, _), (_, .dyn), (_, .error): true
    case (.nullable(let inner), _): inner.mayBe(type)
    case (.list, .list), (.map, .map): true
    case (.opaque(let name, _), .opaque(let other, _)): name == other
    default: self == type
    }
  }
}

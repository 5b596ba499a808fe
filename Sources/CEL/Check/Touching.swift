extension Program {
  /// The names of the host's variables that the expression speaks of, in the order of the bytes.
  public var variables: [String] {
    var names: Set<String> = []
    for meaning in resolution.meanings {
      if case .variable(let position) = meaning {
        names.insert(environment.variables[position].name)
      }
    }
    return names.sorted { $0.compareBytes(to: $1) < 0 }
  }

  /// Whether the expression asks for the field `field` of a record of type `record`, or may do so:
  /// of something whose type is known only when it runs.
  public func asks(for field: String, of record: String) -> Bool {
    expression.nodes.contains { node in
      switch node.kind {
      case .select, .optionalSelect, .has:
        expression.name(node).hasSameBytes(as: field)
          && types[expression.child(node, 0)].mayBe(record)
      default: false
      }
    }
  }
}

extension CELType {
  /// Whether a value of this type may be a record of type `name`.
  fileprivate func mayBe(_ name: String) -> Bool {
    switch self {
    case .record(let own): own.hasSameBytes(as: name)
    case .dyn, .error, .parameter, .variable: true
    default: optionalElement.map { $0.mayBe(name) } ?? false
    }
  }
}

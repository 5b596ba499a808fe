extension Environment {
  /// The fields that an expression selects from a variable, in the order written.
  ///
  /// A name that a macro declares hides the variable. A text that is no expression selects nothing.
  ///
  /// - Parameters:
  ///   - variable: the name of a variable of this environment.
  ///   - source: the expression.
  /// - Returns: the names of the fields, and where each of them stands in the source.
  public func selections(
    from variable: String, in source: String
  ) -> [(field: String, range: SourceRange)] {
    guard let expression = try? Expression(source),
      let wanted = variablePositions[variable]
    else { return [] }
    let resolution = Resolver.resolve(expression, in: self)
    return expression.nodes.filter { node in
      switch node.kind {
      case .select, .optionalSelect, .has: break
      default: return false
      }
      guard case .variable(let position) = resolution.meanings[expression.child(node, 0)] else {
        return false
      }
      return position == wanted
    }.map { (expression.name($0), $0.mark) }.sorted { $0.range.start < $1.range.start }
  }
}

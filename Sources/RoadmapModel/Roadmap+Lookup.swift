extension Roadmap {
  /// The id of a measure.
  public func id(of measure: MeasureIndex) -> String { texts[measures[measure].id] }

  /// The full number of a measure, such as `1.1.6`, or `nil` where the document prints none.
  public func number(of measure: MeasureIndex) -> String? {
    let number = measures[measure].fullNumber
    return number.isEmpty ? nil : texts[number]
  }

  /// The text of a measure.
  public func title(of measure: MeasureIndex) -> String { texts[measures[measure].title] }

  /// The lifecycle of a measure, or `nil` in a definition that has errors.
  public func lifecycle(of measure: MeasureIndex) -> Lifecycle? {
    measures[measure].lifecycle.map { lifecycles[$0.position] }
  }

  /// The route that a transition of a measure takes: the measure's own or the transition's.
  public func route(of transition: TransitionIndex, for measure: MeasureIndex) -> RouteIndex? {
    if !measures.routeOverrides.isEmpty, let own = measures.routeOverrides[measure],
      let override = own.first(where: { $0.transition == transition })
    {
      return override.route
    }
    return lifecycle(of: measure)?[transition].route
  }

  /// The measures that `name` may mean: the one with that id, else all with that full number.
  public func measures(named name: String) -> [MeasureIndex] {
    let wanted = Array(name.utf8)
    if let exact = measures.indices.first(where: { texts.text(measures[$0].id, equals: wanted) }) {
      return [exact]
    }
    return measures.indices.filter {
      !measures[$0].fullNumber.isEmpty && texts.text(measures[$0].fullNumber, equals: wanted)
    }
  }

  /// The person with this id, compared byte by byte.
  public func person(named id: String) -> PersonIndex? {
    people.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }.map { PersonIndex($0) }
  }

  /// The route with this id, compared byte by byte.
  public func route(named id: String) -> RouteIndex? {
    routes.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }.map { RouteIndex($0) }
  }

  /// The external document with this id, compared byte by byte.
  public func document(named id: String) -> DocumentIndex? {
    documents.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }.map { DocumentIndex($0) }
  }
}

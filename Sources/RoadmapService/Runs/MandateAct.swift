public import CivilTime
public import RoadmapEngine
import RoadmapJournal
import RoadmapModel

/// What somebody says of who acts for whom, or of being away, in their own words.
public struct MandateAct: Hashable, Sendable {
  /// What it is.
  public var kind: Mandate.Kind
  /// The id of whose duties or votes; of who is away. Without it, whoever says so.
  public var principal: String?
  /// The id of who acts for them.
  public var deputy: String?
  /// The first day; without it, the day on which it takes effect.
  public var from: CivilDate?
  /// The last day.
  public var until: CivilDate?
  /// The id of the route that a delegation is for.
  public var route: String?
  /// The id of the step of the route.
  public var step: String?
  /// The measure that a delegation is for.
  public var measure: String?
  /// What the act of a substitution is called.
  public var order: String?
  /// Why.
  public var reason: String?

  /// Describes what is said; the rest is set afterwards.
  public init(_ kind: Mandate.Kind, of principal: String? = nil, by deputy: String? = nil) {
    self.kind = kind
    self.principal = principal
    self.deputy = deputy
  }

  /// All that was said, for telling a retry from another request.
  var words: [JSONValue] {
    let texts = [
      principal, deputy, from?.iso, until?.iso, route, step, measure, order, reason,
    ]
    return ["mandate", .integer(Int64(kind.rawValue))]
      + texts.map { $0.map { .string($0) } ?? .null }
  }
}

extension RunSession {
  /// What is said of who acts for whom, its names resolved.
  ///
  /// - Throws: ``ServiceError`` where a name means nothing.
  func mandate(_ act: MandateAct, by person: PersonIndex) throws(ServiceError) -> Mandate {
    var mandate = Mandate(
      act.kind, of: try act.principal.map(known) ?? person, by: try act.deputy.map(known),
      from: act.from, until: act.until, order: act.order, reason: act.reason)
    if let name = act.route {
      guard let route = roadmap.route(named: name) else {
        throw .unknownRoute(name, known: roadmap.routes.map(\.id))
      }
      mandate.scope.route = route
      if let step = act.step {
        let steps = roadmap.routes[route.position]
        guard let found = steps.step(named: step) else {
          throw .unknownStep(step, known: steps.steps.map(\.id))
        }
        mandate.scope.step = found
      }
    }
    if let measure = act.measure { mandate.scope.measure = try roadmap.knownMeasure(measure) }
    return mandate
  }

  private func known(_ id: String) throws(ServiceError) -> PersonIndex {
    try roadmap.knownPerson(id)
  }

  /// The act that people mean by the number of its event, or by its order.
  ///
  /// - Throws: ``ServiceError/severalActs(_:)`` where several stand on the order.
  func act(named name: String) throws(ServiceError) -> ActReference {
    if let number = Int(name), number > 0, !hasOrder(name) { return .event(number) }
    let recorded = state.mandates.filter { isOrder($0.mandate.order, name) }
      .map { ActReference.event($0.number) }
    let written = roadmap.substitutions.indices.filter { position in
      let known = roadmap.substitutions[position]
      return isOrder(known.order, name) && !state.isRevoked(known, in: roadmap)
        && roadmap.substitution(of: known.principal, by: known.deputy, order: known.order)
          == SubstitutionIndex(position)
    }.map { ActReference.order(SubstitutionIndex($0)) }
    let found = recorded + written
    guard let act = found.first else { throw .unknownAct(name) }
    guard found.count == 1 else { throw .severalActs(name) }
    return act
  }

  private func hasOrder(_ name: String) -> Bool {
    roadmap.substitutions.contains { isOrder($0.order, name) }
      || state.mandates.contains { isOrder($0.mandate.order, name) }
  }

  private func isOrder(_ order: String?, _ name: String) -> Bool {
    order.map { $0.utf8.elementsEqual(name.utf8) } ?? false
  }
}

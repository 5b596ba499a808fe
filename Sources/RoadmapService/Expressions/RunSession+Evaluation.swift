public import CivilTime
import RoadmapEngine
import RoadmapModel
import SourceDiagnostics

/// Where in a run an expression is to be tried.
public struct EvaluationPlace: Hashable, Sendable {
  /// The measure, by its id or number.
  public let measure: String
  /// The transition; the one that leads forward where there is just one, when nil.
  public let transition: String?
  /// The id of who asks, if somebody does.
  public let person: String?
  /// The moment that `now` stands for.
  public let time: Instant

  /// Names a place.
  public init(
    measure: String, transition: String? = nil, person: String? = nil, at time: Instant
  ) {
    self.measure = measure
    self.transition = transition
    self.person = person
    self.time = time
  }
}

extension RunSession {
  /// Checks an expression as a condition of a transition would be, and evaluates it where the run
  /// stands.
  ///
  /// - Throws: ``ServiceError`` where a name means nothing.
  public func evaluate(
    _ expression: String, at place: EvaluationPlace, onlyType: Bool = false
  ) throws(ServiceError) -> Evaluation {
    let measure = try roadmap.knownMeasure(place.measure)
    var person: PersonIndex?
    if let id = place.person { person = try roadmap.knownPerson(id) }
    var transition: TransitionIndex?
    if place.transition != nil {
      transition = try self.transition(named: place.transition, of: measure, for: person)
    } else {
      transition = try? self.transition(named: nil, of: measure, for: person)
    }
    let bindings = engine.conditionBindings(
      for: measure, transition, by: person, in: state, at: place.time)
    var files = SourceFiles()
    let source = files.add(path: "<expression>", bytes: Array(expression.utf8))
    return Evaluation(
      of: expression, as: source, in: Rule.environment(for: .transition, of: roadmap),
      onlyType ? nil : bindings, files, Diagnostics())
  }
}

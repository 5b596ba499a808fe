public import CivilTime
public import RoadmapEngine
public import RoadmapModel

/// Why a transition of a measure can or cannot happen now.
public struct Reason: Sendable {
  /// The measure.
  public let measure: MeasureIndex
  /// The transition.
  public let transition: TransitionIndex
  /// Everything that stands in the way; nothing where it can be asked for now.
  public let blockers: [Blocker]
  /// The rules that only warn and that it would break; they keep nobody from asking.
  public let warnings: [Blocker]
  /// Who can ask for it now, in the order of the people; of these the person asked about, if any.
  public let people: [PersonIndex]
}

extension RunSession {
  /// Why a transition, or every transition out of the current state, can or cannot happen now:
  /// for a person, or for whoever may ask. Conditions are judged at `time`.
  ///
  /// - Throws: ``ServiceError`` where a name means nothing.
  public func reasons(
    for measureName: String, transition name: String?, by personID: String?,
    at time: Instant? = nil
  ) throws(ServiceError) -> [Reason] {
    let measure = try roadmap.knownMeasure(measureName)
    var person: PersonIndex?
    if let personID { person = try roadmap.knownPerson(personID) }
    var transitions = engine.transitions(of: measure, in: state)
    if name != nil { transitions = [try transition(named: name, of: measure, for: person)] }
    return transitions.map { transition in
      let blockers = engine.blockers(
        of: transition, of: measure, by: person, in: state, at: time)
      return Reason(
        measure: measure, transition: transition, blockers: blockers,
        warnings: engine.warnings(
          of: transition, of: measure, by: person, in: state, at: time),
        people: blockers.isEmpty
          ? people(for: transition, of: measure, among: person, at: time) : [])
    }
  }

  private func people(
    for transition: TransitionIndex, of measure: MeasureIndex, among person: PersonIndex?,
    at time: Instant?
  ) -> [PersonIndex] {
    let meant = roadmap.people(
      meant: roadmap.lifecycle(of: measure)?[transition].by ?? [], for: measure, requester: nil)
    return meant.filter {
      (person == nil || person == $0)
        && engine.blockers(of: transition, of: measure, by: $0, in: state, at: time).isEmpty
    }
  }
}

import CivilTime
import RoadmapModel

extension Engine {
  /// Extends the term of a measure. Only who sets terms may do so, to a later day, and says why.
  func extend(
    _ measure: MeasureIndex, until day: CivilDate, reason: String, by person: PersonIndex,
    in state: RunState
  ) -> Decision {
    guard plan.measures[measure.position].cycle >= 0 else {
      return .blocked([.brokenDefinition(measure)])
    }
    let setters = roadmap.heading.timers.termSetters
    var blockers: [Blocker] = []
    if !roadmap.person(person, is: setters, for: measure, requester: nil) {
      let people = roadmap.people(meant: setters, for: measure, requester: nil)
      blockers.append(.notTermSetter(measure, actor: person, people: people))
    }
    if !isPending(measure, in: state) {
      blockers.append(.alreadyOver(measure, state: state.state(of: measure)))
    }
    let deadline = roadmap.deadline(of: measure, in: state)
    if let deadline {
      if day <= deadline {
        blockers.append(.notAnExtension(measure, until: day, deadline: deadline))
      }
    } else {
      blockers.append(.noTerm(measure))
    }
    if reason.allSatisfy(\.isWhitespace) { blockers.append(.reasonMissing(measure)) }
    guard blockers.isEmpty, let deadline else { return .blocked(blockers) }
    return .accepted([.extended(measure, from: deadline, until: day, reason: reason, by: person)])
  }
}

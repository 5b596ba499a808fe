public import CivilTime
public import RoadmapModel

/// Why a measure has not been carried out by the end of a simulation.
public enum Standstill: Hashable, Sendable {
  /// The engine refuses what comes next.
  case blocked(Blocker)
  /// Its work lasts until this day, or beyond the end of the calendar.
  case working(until: CivilDate?)
  /// It does not begin before this day.
  case notBefore(CivilDate)
  /// It comes after what ends on the last day, and begins the day after.
  case beginsNext
  /// A step of its open round waits for these people, of whom the absent ones never decide.
  case undecided(RouteIndex, StepIndex, people: [PersonIndex], absent: [PersonIndex])
  /// A step of its open round is decided on this day.
  case decidedOn(RouteIndex, StepIndex, CivilDate)
  /// Nobody who may ask for its transition is there.
  case nobodyAsks(TransitionIndex, absent: [PersonIndex])
  /// No transition leads on from where it stands.
  case noWay
  /// It has been given up, in this state.
  case givenUp(StateIndex)
}

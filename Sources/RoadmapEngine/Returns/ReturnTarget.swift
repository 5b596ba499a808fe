public import RoadmapModel

/// Where a return for rework leads.
public enum ReturnTarget: Hashable, Sendable {
  /// To an earlier step of the round, which stays open.
  case step(StepIndex)
  /// To a state, which ends the round.
  case state(StateIndex)
}

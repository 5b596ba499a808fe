public import RoadmapModel

extension Engine {
  /// The transitions that leave the state in which a measure stands, in the order written; none
  /// where the measure's definition has errors.
  public func transitions(of measure: MeasureIndex, in state: RunState) -> [TransitionIndex] {
    guard fits(state), plan.has(measure), let moves = plan.cycle(of: measure)?.moves else {
      return []
    }
    let bit = UInt64(1) << UInt64(state.standings[measure.position].current & 63)
    return moves.indices.filter { moves[$0].from & bit != 0 }.map { TransitionIndex($0) }
  }

  /// Whether a transition leads from where the measure stands towards a done state: into one, or
  /// to where one can be reached by agreement without coming back.
  ///
  /// Dropping, putting off and sending back to rework do not.
  public func isForward(
    _ transition: TransitionIndex, of measure: MeasureIndex, in state: RunState
  ) -> Bool {
    guard fits(state), let move = move(transition, of: measure) else { return false }
    return move.forwardFrom & (1 << UInt64(state.standings[measure.position].current & 63)) != 0
  }

  /// The route that a transition of a measure takes: the measure's own or the lifecycle's; `nil`
  /// where it needs no approvals.
  public func route(of transition: TransitionIndex, for measure: MeasureIndex) -> RouteIndex? {
    move(transition, of: measure).flatMap { route(of: $0, transition, for: measure) }
  }

  /// Whether a measure has ever reached a done state.
  public func isDone(_ measure: MeasureIndex, in state: RunState) -> Bool {
    guard fits(state), plan.has(measure), let done = plan.cycle(of: measure)?.done else {
      return false
    }
    return state.standings[measure.position].reached & done != 0
  }
}

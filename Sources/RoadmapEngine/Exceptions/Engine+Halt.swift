import RoadmapModel

extension Engine {
  /// What keeps a command from meaning anything, since its measure is cancelled or stands still.
  ///
  /// Asking for a transition tells it among the other reasons, and acts outside of the usual course
  /// judge it for themselves. While a measure stands still its term goes on, so that it may be
  /// extended, and papers may be attached to it; of one that is cancelled, neither.
  func halt(of command: Command, in state: RunState) -> Blocker? {
    switch command {
    case .vote(let measure, _), .retract(let measure, _, _, _), .withdraw(let measure, _, _):
      state.halt(of: measure)
    case .attach(_, let measure, _), .extend(let measure, _, _, _):
      state.cancellation(of: measure).map { .exceptional(.cancelled(measure, $0)) }
    case .start, .tick, .receive, .advance, .exceptional, .mandate, .revoke: nil
    }
  }
}

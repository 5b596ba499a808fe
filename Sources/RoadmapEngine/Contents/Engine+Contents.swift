import CivilTime
import RoadmapModel

extension Engine {
  /// Records what was attached, and what that or a return does to approvals.
  func recordContents(_ event: Event, in state: inout RunState, at time: Instant) {
    switch event {
    case .attached(let measure, let content, let person):
      if plan.has(measure), has(person), content.size >= 0 {
        state.attach(content, to: measure, by: person, at: time)
      }
    case .approvalsKept(let measure, let kept):
      change(measure, kept.round, in: &state) { keep(kept, in: &$0) }
    case .stepsReopened(let measure, let reopening):
      change(measure, reopening.round, in: &state) { reopen(reopening, in: &$0, at: time) }
    default: break
    }
  }
}

import RoadmapModel

/// The conditions that a run must keep: of which transition, and which rules.
struct ConditionPlan: Sendable {
  /// Whether there is none, so that nothing about conditions is ever looked at.
  let isEmpty: Bool
  /// Whether one of them depends on who asks.
  let dependOnActor: Bool
  /// Whether one of them depends on the time.
  let dependOnTime: Bool
  /// Whether one of them depends on what is attached.
  let dependOnAttachments: Bool
  /// The rules that only a run can keep and that block, in the order written.
  let rules: [Rule]
  /// The rules that only a run can keep and that warn, in the order written.
  let warnings: [Rule]
  /// What measures come after, for conditions that ask.
  let ancestry: Ancestry?
  /// The positions among the roadmap's guards, by lifecycle and transition.
  private let guards: [[[Int]]]

  init(_ roadmap: Roadmap) {
    rules = roadmap.rules.filter { $0.needs.run && $0.severity == .error }
    isEmpty = rules.isEmpty && roadmap.guards.isEmpty && roadmap.unreadableRules.isEmpty
    dependOnActor =
      rules.contains { $0.needs.actor } || roadmap.guards.contains { $0.needs.actor }
    dependOnTime = rules.contains { $0.needs.time } || roadmap.guards.contains { $0.needs.time }
    dependOnAttachments =
      rules.contains { $0.needs.attachments } || roadmap.guards.contains { $0.needs.attachments }
    warnings = roadmap.rules.filter { $0.needs.run && $0.severity == .warning }
    ancestry = isEmpty && warnings.isEmpty ? nil : Ancestry(roadmap)
    var guards = roadmap.lifecycles.map { $0.transitions.map { _ in [Int]() } }
    for (position, item) in roadmap.guards.enumerated() {
      let (cycle, transition) = (item.lifecycle.position, item.transition.position)
      guard guards.indices.contains(cycle), guards[cycle].indices.contains(transition) else {
        continue
      }
      guards[cycle][transition].append(position)
    }
    self.guards = guards
  }

  /// The positions of the guards of a transition, which must exist.
  func guards(of transition: TransitionIndex, in lifecycle: Int) -> [Int] {
    guards[lifecycle][transition.position]
  }
}

import Bilingual
import RoadmapModel

extension FindingCode {
  /// A lifecycle without a done state, whose measures can never count as carried out.
  public static let noDoneState = FindingCode("no-done-state")
}

extension Facts {
  /// Finds lifecycles in which nothing counts as carried out.
  func lifecyclesWithoutDoneState() -> [Finding] {
    roadmap.lifecycles.indices.compactMap { position in
      let lifecycle = roadmap.lifecycles[position]
      guard lifecycles[position].isWhole, lifecycle.doneStates.isEmpty else { return nil }
      return .noDoneState(in: lifecycle.id, at: .lifecycle(LifecycleIndex(position)))
    }
  }
}

extension Finding {
  fileprivate static func noDoneState(in lifecycle: String, at element: Element) -> Self {
    Finding(
      .error, .noDoneState, at: element,
      Text(
        en: "lifecycle `\(lifecycle)` has no done state",
        ru: "в жизненном цикле `\(lifecycle)` ни одно состояние не означает исполнения"),
      help: Text(
        en: "mark the state of a measure that is carried out with `done: true`",
        ru: "отметьте состояние исполненного мероприятия: `done: true`"))
  }
}

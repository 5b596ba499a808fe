import Bilingual
import RoadmapModel

extension FindingCode {
  /// A lifecycle whose done states no way leads to.
  public static let doneUnreachable = FindingCode("done-unreachable")
}

extension Facts {
  /// Finds lifecycles whose measures can never be carried out, though there is a state for it.
  func unreachableDoneStates() -> [Finding] {
    roadmap.lifecycles.indices.compactMap { position in
      guard lifecycles[position].isWhole, isDoneOutOfReach(position) else { return nil }
      return .doneUnreachable(in: roadmap.lifecycles[position], LifecycleIndex(position))
    }
  }

  /// Whether the lifecycle at `position` has done states, but none that can be reached.
  func isDoneOutOfReach(_ position: Int) -> Bool {
    let done = roadmap.lifecycles[position].doneStates
    return !done.isEmpty && !lifecycles[position].reachable.intersects(done)
  }
}

extension Finding {
  fileprivate static func doneUnreachable(in lifecycle: Lifecycle, _ index: LifecycleIndex) -> Self
  {
    let initial = lifecycle[lifecycle.initial].id
    return Finding(
      .error, .doneUnreachable, at: .lifecycle(index),
      Text(
        en: "lifecycle `\(lifecycle.id)`: no way leads from `\(initial)` to a done state",
        ru: "жизненный цикл `\(lifecycle.id)`: из `\(initial)` нельзя прийти к исполнению"),
      help: Text(
        en: "add a transition that leads to it",
        ru: "добавьте переход, который ведёт к исполнению"),
      related: lifecycle.doneStates.states.map { state in
        let id = lifecycle[state].id
        return .init(
          .state(index, state),
          Text(en: "`\(id)` is never reached", ru: "в `\(id)` попасть нельзя"))
      })
  }
}

import Bilingual
import RoadmapModel

extension FindingCode {
  /// A state that no way leads to.
  ///
  /// An error, because it is nearly always a transition forgotten or leading elsewhere, and a
  /// measure that should come there never will.
  public static let unreachableState = FindingCode("unreachable-state")
}

extension Facts {
  /// Finds states that cannot be reached; done states only where another one can be, since
  /// ``FindingCode/doneUnreachable`` tells of the rest.
  func unreachableStates() -> [Finding] {
    roadmap.lifecycles.indices.flatMap { position -> [Finding] in
      let lifecycle = roadmap.lifecycles[position]
      let known = lifecycles[position]
      guard known.isWhole else { return [] }
      let told = isDoneOutOfReach(position) ? lifecycle.doneStates : StateSet()
      return lifecycle.states.indices.map { StateIndex($0) }
        .filter { !known.reachable.contains($0) && !told.contains($0) }
        .map { state in
          .unreachableState(
            lifecycle[state].id, isEntered: known.entered.contains(state), in: lifecycle.id,
            at: .state(LifecycleIndex(position), state))
        }
    }
  }
}

extension Finding {
  fileprivate static func unreachableState(
    _ state: String, isEntered: Bool, in lifecycle: String, at element: Element
  ) -> Self {
    let message =
      isEntered
      ? Text(
        en: "`\(state)` of `\(lifecycle)` is entered only from states that are never reached",
        ru: "в `\(state)` цикла `\(lifecycle)` ведут только недостижимые состояния")
      : Text(
        en: "no transition of `\(lifecycle)` enters `\(state)`",
        ru: "ни один переход цикла `\(lifecycle)` не ведёт в `\(state)`")
    return Finding(
      .error, .unreachableState, at: element, message,
      help: Text(
        en: "add a transition that leads to it, or remove the state",
        ru: "добавьте переход, который ведёт в него, или уберите состояние"))
  }
}

import Bilingual
import RoadmapModel

extension FindingCode {
  /// A state from which a measure comes neither to a done nor to a final state.
  public static let trapState = FindingCode("trap-state")
}

extension Facts {
  /// Finds states where measures get stuck: those with no way out, and circles of states that
  /// lead nowhere else. Silent where no done state can be reached at all, which others tell.
  func trapStates() -> [Finding] {
    roadmap.lifecycles.indices.flatMap { position -> [Finding] in
      let lifecycle = roadmap.lifecycles[position]
      let known = lifecycles[position]
      guard known.isWhole, known.reachable.intersects(lifecycle.doneStates) else { return [] }
      return Self.traps(of: lifecycle, known).map { trap in
        .trapState(
          trap.states.map { lifecycle[$0].id }, in: lifecycle.id,
          at: .state(LifecycleIndex(position), trap.states.first ?? lifecycle.initial))
      }
    }
  }

  /// The smallest sets of reachable states that cannot be left and hold no done or final state.
  private static func traps(of lifecycle: Lifecycle, _ known: LifecycleFacts) -> [StateSet] {
    let moves = known.moves
    let ends = StateSet(
      lifecycle.states.indices.filter {
        lifecycle.states[$0].isDone || lifecycle.states[$0].isFinal
      }
      .map { StateIndex($0) })
    var traps: [StateSet] = []
    for state in known.reachable.states where !traps.contains(where: { $0.contains(state) }) {
      let onward = moves.reached(from: StateSet([state]))
      let isClosed = onward.states.allSatisfy {
        moves.reached(from: StateSet([$0])).contains(state)
      }
      if !onward.intersects(ends), isClosed { traps.append(onward) }
    }
    return traps
  }
}

extension Finding {
  fileprivate static func trapState(_ states: [String], in lifecycle: String, at element: Element)
    -> Self
  {
    let list = states.map { "`\($0)`" }.joined(separator: ", ")
    let message =
      states.count == 1
      ? Text(
        en: "no transition of `\(lifecycle)` leaves \(list), which is neither done nor final",
        ru: "из состояния \(list) цикла `\(lifecycle)` нет выхода, а оно не `done` и не `final`")
      : Text(
        en: "from \(list) of `\(lifecycle)` no way leads to a done or final state",
        ru: "из состояний \(list) цикла `\(lifecycle)` не выйти ни в `done`, ни в `final`")
    return Finding(
      .error, .trapState, at: element, message,
      help: Text(
        en: "add a transition that leads out, or mark where a measure may stay with `final: true`",
        ru: "добавьте переход наружу или отметьте, где можно остаться: `final: true`"))
  }
}

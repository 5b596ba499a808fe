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
      let index = LifecycleIndex(position)
      let proof = LifecycleProof(
        index, lifecycle, routed: known.routed, blocked: [], measures: [])
      return proof.traps.map { trap in
        .trapState(
          trap.states.map { lifecycle[$0].id }, in: lifecycle.id,
          at: .state(index, trap.states.first ?? lifecycle.initial),
          way: way(trap.way, in: index))
      }
    }
  }
}

extension Facts {
  /// The moves that lead somewhere, as notes at their transitions.
  private func way(
    _ legs: [LifecycleProof.Leg], in index: LifecycleIndex
  ) -> [Finding.Related] {
    let lifecycle = roadmap.lifecycles[index.position]
    return legs.prefix(Finding.mostRelated).enumerated().map { number, leg in
      let ending =
        switch leg.ending {
        case .agreed: Text(verbatim: "")
        case .returned: Text(en: " is returned and", ru: " после возврата")
        case .rejected: Text(en: " is rejected and", ru: " после отказа")
        }
      let move = "`\(lifecycle[leg.transition].id)`"
      return Finding.Related(
        .transition(index, leg.transition),
        Text(
          en: "the way there, \(number + 1): \(move)\(ending.en) leads to "
            + "`\(lifecycle[leg.to].id)`",
          ru: "путь туда, шаг \(number + 1): \(move)\(ending.ru) ведёт в "
            + "`\(lifecycle[leg.to].id)`"))
    }
  }
}

extension Finding {
  fileprivate static func trapState(
    _ states: [String], in lifecycle: String, at element: Element, way: [Related]
  ) -> Self {
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
        ru: "добавьте переход наружу или отметьте, где можно остаться: `final: true`"),
      related: way)
  }
}

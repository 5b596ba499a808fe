import Bilingual
import RoadmapModel

extension FindingCode {
  /// A dependency on a state that its measure can never reach.
  public static let unreachableReaches = FindingCode("unreachable-reaches")
}

extension Facts {
  /// Finds dependencies on states that no way leads to.
  func unreachableReaches() -> [Finding] {
    namedStates.compactMap { named in
      let known = lifecycles[named.lifecycle.position]
      guard !known.isIncomplete, !known.reachable.contains(named.state) else { return nil }
      let lifecycle = roadmap.lifecycles[named.lifecycle.position]
      return .unreachableReaches(
        name(named.waiting), waitsFor: name(named.awaited), toReach: lifecycle[named.state].id,
        at: .dependency(named.waiting, named.position),
        state: .state(named.lifecycle, named.state))
    }
  }

  /// The dependencies that name a state, in the order of the document.
  private var namedStates: [NamedState] {
    let dependencies = roadmap.measures.dependencies
    guard dependencies.values.contains(where: { $0.reaches != nil }) else { return [] }
    var found: [NamedState] = []
    for measure in roadmap.measures.indices {
      for (position, dependency) in dependencies[measure.position].enumerated() {
        guard let state = dependency.reaches,
          columns.lifecycles.indices.contains(dependency.predecessor.position)
        else { continue }
        let lifecycle = LifecycleIndex(raw: columns.lifecycles[dependency.predecessor.position])
        guard lifecycle.raw >= 0,
          roadmap.lifecycles[lifecycle.position].states.indices.contains(state.position)
        else { continue }
        found.append(
          NamedState(
            waiting: measure, position: position, awaited: dependency.predecessor,
            lifecycle: lifecycle, state: state))
      }
    }
    return found
  }
}

/// A dependency that names a state.
private struct NamedState {
  let waiting: MeasureIndex
  let position: Int
  let awaited: MeasureIndex
  let lifecycle: LifecycleIndex
  let state: StateIndex
}

extension Finding {
  fileprivate static func unreachableReaches(
    _ waiting: String, waitsFor awaited: String, toReach state: String, at element: Element,
    state place: Element
  ) -> Self {
    Finding(
      .error, .unreachableReaches, at: element,
      Text(
        en: "\(waiting) waits for \(awaited) to reach `\(state)`, which it can never reach",
        ru: "\(waiting) ждёт, пока \(awaited) достигнет состояния `\(state)`, "
          + "а в него попасть нельзя"),
      help: Text(
        en: "name a state that transitions lead to, or add one that leads to `\(state)`",
        ru: "назовите достижимое состояние или добавьте переход в `\(state)`"),
      related: [
        .init(
          place,
          Text(
            en: "no way leads from the initial state to `\(state)`",
            ru: "из начального состояния нет пути в `\(state)`"))
      ])
  }
}

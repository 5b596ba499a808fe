import Bilingual
import RoadmapModel

extension FindingCode {
  /// A transition that leaves only states that are never reached.
  public static let deadTransition = FindingCode("dead-transition")
}

extension Facts {
  /// Finds transitions that nobody will ever be able to ask for.
  func deadTransitions() -> [Finding] {
    roadmap.lifecycles.indices.flatMap { position -> [Finding] in
      let lifecycle = roadmap.lifecycles[position]
      let known = lifecycles[position]
      guard known.isWhole else { return [] }
      return lifecycle.transitions.indices.compactMap { offset in
        let transition = lifecycle.transitions[offset]
        guard !transition.from.intersects(known.reachable) else { return nil }
        return .deadTransition(
          transition.id, from: transition.from.states.map { "`\(lifecycle[$0].id)`" },
          in: lifecycle.id, at: .transition(LifecycleIndex(position), TransitionIndex(offset)))
      }
    }
  }
}

extension Finding {
  fileprivate static func deadTransition(
    _ transition: String, from states: [String], in lifecycle: String, at element: Element
  ) -> Self {
    let list = states.joined(separator: ", ")
    let why =
      states.isEmpty
      ? Text(en: "it leaves no state", ru: "он не выходит ни из одного состояния")
      : Text(
        en: "\(list) \(states.count == 1 ? "is" : "are") never reached",
        ru: "в \(list) попасть нельзя")
    return Finding(
      .warning, .deadTransition, at: element,
      Text(
        en: "transition `\(transition)` of `\(lifecycle)` can never be taken: ",
        ru: "переход `\(transition)` цикла `\(lifecycle)` никогда не случится: "
      ).appending(why),
      help: Text(
        en: "name a state in `from` that can be reached, or remove the transition",
        ru: "укажите в `from` достижимое состояние или уберите переход"))
  }
}

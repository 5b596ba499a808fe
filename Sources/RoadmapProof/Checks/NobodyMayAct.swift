import Bilingual
import RoadmapModel

extension FindingCode {
  /// A transition on every way to a done state that nobody may ask for.
  public static let nobodyMayAct = FindingCode("nobody-may-act")
}

extension Facts {
  /// Finds transitions that nobody may ask for, in lifecycles whose measures cannot be carried
  /// out for want of them; of a way with several, those that come first.
  ///
  /// ``FindingCode/measureWithoutOwner`` tells of transitions that only owners may ask for.
  func transitionsWithoutPeople() -> [Finding] {
    roadmap.lifecycles.indices.flatMap { position -> [Finding] in
      guard !use.measures[position].isEmpty, lifecycles[position].isWhole else { return [] }
      let lifecycle = roadmap.lifecycles[position]
      let idle = transitionsOfNobody(in: position)
      return missing(idle, in: position).map { transition in
        .nobodyMayAct(
          lifecycle[transition].id, in: lifecycle.id, why: emptyRoles(in: lifecycle[transition].by),
          at: .transitionBy(LifecycleIndex(position), transition))
      }
    }
  }

  /// The transitions of a lifecycle that nobody may ask for, whoever owns the measure.
  func transitionsOfNobody(in position: Int) -> Set<TransitionIndex> {
    let transitions = roadmap.lifecycles[position].transitions
    return Set(
      transitions.indices.filter { offset in
        let crew = Crew(transitions[offset].by, in: roadmap)
        return crew.fixed.isEmpty && !crew.dependsOnMeasure
      }.map { TransitionIndex($0) })
  }

  /// Those of `idle` transitions that keep measures from a done state, which they could reach
  /// otherwise: each leads on from a state that can be reached without any of them.
  private func missing(_ idle: Set<TransitionIndex>, in position: Int) -> [TransitionIndex] {
    guard canBeDone(in: position, without: []), !canBeDone(in: position, without: idle) else {
      return []
    }
    let lifecycle = roadmap.lifecycles[position]
    let known = lifecycles[position]
    let open = Moves(lifecycle, routed: known.routed, without: idle)
      .reached(from: StateSet([lifecycle.initial]))
    return idle.sorted().filter { transition in
      let onward = known.moves.reached(from: StateSet([lifecycle[transition].to]))
      return lifecycle[transition].from.intersects(open) && onward.intersects(lifecycle.doneStates)
    }
  }

  /// Whether a done state can be reached in a lifecycle without some of its transitions.
  func canBeDone(in position: Int, without idle: Set<TransitionIndex>) -> Bool {
    let lifecycle = roadmap.lifecycles[position]
    return Moves(lifecycle, routed: lifecycles[position].routed, without: idle)
      .reached(from: StateSet([lifecycle.initial])).intersects(lifecycle.doneStates)
  }
}

extension Finding {
  fileprivate static func nobodyMayAct(
    _ transition: String, in lifecycle: String, why: Text, at element: Element
  ) -> Self {
    Finding(
      .error, .nobodyMayAct, at: element,
      Text(
        en: "nobody may ask for transition `\(transition)` of `\(lifecycle)`, "
          + "without which no measure is carried out",
        ru: "некому запросить переход `\(transition)` цикла `\(lifecycle)`, "
          + "а без него мероприятие не исполнить"
      ).appending(why),
      help: Text(
        en: "give somebody the role, or name people in `by`",
        ru: "дайте кому-нибудь роль или назовите людей в `by`"))
  }
}

import Bilingual
import RoadmapModel

extension FindingCode {
  /// A measure that nobody owns; an error where nobody else can carry it out.
  public static let measureWithoutOwner = FindingCode("measure-without-owner")
}

extension Facts {
  /// Finds measures without owners. Of parts that share their parent's want, the parent alone is
  /// told.
  func measuresWithoutOwner() -> [Finding] {
    let owners = roadmap.measures.owners
    var stuck: [StuckKey: Bool] = [:]
    var told: [Int: Bool] = [:]
    var found: [Finding] = []
    for measure in 0..<columns.count
    where owners.range(of: measure).isEmpty && !columns.areIncomplete[measure] {
      let isStuck = isStuckWithoutOwner(MeasureIndex(measure), &stuck)
      let parent = Int(columns.parents[measure])
      told[measure] = isStuck || told[parent] == true
      if parent >= 0, let parentIsStuck = told[parent], parentIsStuck || !isStuck { continue }
      found.append(
        .measureWithoutOwner(
          name(MeasureIndex(measure)), isStuck: isStuck, at: .measure(MeasureIndex(measure))))
    }
    return found
  }

  /// Whether a measure without owners can never be carried out, though it could be with some.
  private func isStuckWithoutOwner(
    _ measure: MeasureIndex, _ known: inout [StuckKey: Bool]
  ) -> Bool {
    guard let lifecycle = columns.soundLifecycle(of: measure) else { return false }
    let key = StuckKey(
      lifecycle: lifecycle, routes: roadmap.measures.routeOverrides[measure] ?? [])
    if let answer = known[key] { return answer }
    let nobody = transitionsOfNobody(in: lifecycle.position)
    let transitions = roadmap.lifecycles[lifecycle.position].transitions
    let ofOwners = transitions.indices.map { TransitionIndex($0) }.filter { transition in
      needsOwner(transitions[transition.position].by)
        || stepsNeedOwner(roadmap.route(of: transition, for: measure))
    }
    let answer =
      lifecycles[lifecycle.position].isWhole
      && canBeDone(in: lifecycle.position, without: nobody)
      && !canBeDone(in: lifecycle.position, without: nobody.union(ofOwners))
    known[key] = answer
    return answer
  }

  private func stepsNeedOwner(_ route: RouteIndex?) -> Bool {
    guard let route, roadmap.routes.indices.contains(route.position) else { return false }
    return roadmap.routes[route.position].steps.contains { step in
      !step.isIncomplete && Crew(step, in: roadmap).isOfOwnersOnly
    }
  }

  private func needsOwner(_ by: [Principal]) -> Bool { Crew(by, in: roadmap).isOfOwnersOnly }
}

/// What decides whether a measure without owners is stuck.
private struct StuckKey: Hashable {
  let lifecycle: LifecycleIndex
  let routes: [RouteOverride]
}

extension Finding {
  fileprivate static func measureWithoutOwner(
    _ measure: String, isStuck: Bool, at element: Element
  ) -> Self {
    let reason =
      isStuck
      ? Text(
        en: ", and only owners could carry it out", ru: ", а исполнить его могут только они")
      : Text(verbatim: "")
    return Finding(
      isStuck ? .error : .warning, .measureWithoutOwner, at: element,
      Text(en: "\(measure) has no owner", ru: "у \(measure) нет исполнителей").appending(reason),
      help: Text(
        en: "name people in `owners`, the one who answers for it first",
        ru: "назовите людей в `owners`, первым — ответственного"))
  }
}

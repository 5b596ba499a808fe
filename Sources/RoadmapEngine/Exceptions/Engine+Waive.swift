import CivilTime
public import RoadmapModel

extension Engine {
  /// Whether a measure waits for something now, or is held back by a lag after it: as what comes
  /// before it, as its part, or as a paper.
  ///
  /// Whether anybody has waived it makes no difference.
  public func waits(
    _ measure: MeasureIndex, for awaited: ExceptionalAct.Awaited, in state: RunState
  ) -> Bool {
    guard fits(state), plan.cycle(of: measure) != nil else { return false }
    switch awaited {
    case .measure(let other):
      return plan.has(other)
        && (roadmap.parts[measure.position].contains(other)
          ? !isCarriedOut(part: other, in: state) : isHeld(measure, by: other, in: state))
    case .document(let document):
      guard state.receipts.indices.contains(document.position),
        state.receipts[document.position] == nil
      else { return false }
      return holders(from: measure).contains {
        roadmap.measures.awaits[$0.position].contains(document)
      }
    }
  }

  private func isHeld(
    _ measure: MeasureIndex, by other: MeasureIndex, in state: RunState
  ) -> Bool {
    holders(from: measure).contains { holder in
      roadmap.measures.dependencies[holder.position].contains { dependency in
        dependency.predecessor == other && (holder == measure || dependency.kind.gatesStart)
          && (dependency.hasLag || !isFulfilled(dependency, in: state))
      }
    }
  }

  /// A measure and those that it is a part of, the innermost first.
  func holders(from measure: MeasureIndex) -> [MeasureIndex] {
    var found: [MeasureIndex] = []
    var next = measure.raw
    while next >= 0 {
      found.append(MeasureIndex(raw: next))
      next = plan.measures[Int(next)].parent
    }
    return found
  }

  /// Whether something that `holder` waits for has been waived for it, or for one of its parts on
  /// the way down to `measure`.
  func isWaived(
    _ awaited: ExceptionalAct.Awaited, for measure: MeasureIndex, through holder: MeasureIndex,
    in state: RunState
  ) -> Bool {
    guard !state.exceptions.waivers.isEmpty else { return false }
    for place in holders(from: measure) {
      if state.waivers(of: place).contains(where: { $0.awaited == awaited }) { return true }
      if place == holder { return false }
    }
    return false
  }

  func addObjections(
    toWaiving awaited: ExceptionalAct.Awaited, _ measure: MeasureIndex, _ state: RunState,
    to found: inout [Blocker]
  ) {
    if let mark = state.cancellation(of: measure) {
      found.append(.exceptional(.cancelled(measure, mark)))
    }
    if let waiver = state.waivers(of: measure).first(where: { $0.awaited == awaited }) {
      found.append(.exceptional(.alreadyWaived(measure, waiver)))
    } else if !waits(measure, for: awaited, in: state) {
      found.append(.exceptional(.nothingToWaive(measure, awaited)))
    }
  }

  /// Whether a part has been carried out, and has not been taken back to work since.
  func isCarriedOut(part: MeasureIndex, in state: RunState) -> Bool {
    let done = plan.cycle(of: part)?.done ?? 0
    return state.standings[part.position].reached & done != 0
      && state.reopening(of: part) == nil
  }
}

import CivilTime
public import RoadmapModel

extension Engine {
  /// Judges an act outside of the usual course of a measure: who may, whether it means anything
  /// now, and its reason.
  func judge(
    _ act: ExceptionalAct, in state: RunState, at time: Instant
  ) -> Decision {
    let measure = act.measure
    guard plan.measures[measure.position].cycle >= 0 else {
      return .blocked([.brokenDefinition(measure)])
    }
    var blockers = authority(for: act)
    switch act.deed {
    case .waive(let awaited): addObjections(toWaiving: awaited, measure, state, to: &blockers)
    case .skip(let step, let round):
      return skip(step, round, act, in: state, at: time, blockers)
    case .cancel: addObjections(toCancelling: measure, state, to: &blockers)
    case .suspend: addObjections(toSuspending: measure, state, to: &blockers)
    case .resume:
      if state.suspension(of: measure) == nil {
        blockers.append(.exceptional(.notSuspended(measure)))
      }
    case .reopen(let target): addObjections(toReopening: measure, target, state, to: &blockers)
    }
    guard blockers.isEmpty else { return .blocked(blockers) }
    var events: [Event] = [.exceptional(act)]
    if case .cancel = act.deed, let round = state.rounds[measure] {
      events.append(
        .roundClosed(
          measure, round: round.number, outcome: .cancelled, by: act.person, remarks: nil))
    }
    return .accepted(events)
  }

  /// The people who hold a power over a measure, in their order.
  public func holders(of power: Power, over measure: MeasureIndex) -> [PersonIndex] {
    guard plan.has(measure) else { return [] }
    let sound = Soundness(roadmap)
    let principals = (roadmap.holders(of: power, over: measure) ?? []).filter(sound.isSound)
    return roadmap.people(meant: principals, for: measure, requester: nil)
  }

  /// What speaks against the person and the words of an act.
  private func authority(for act: ExceptionalAct) -> [Blocker] {
    let power = act.deed.power
    var found: [Blocker] = []
    let people = holders(of: power, over: act.measure)
    if !people.contains(act.person) {
      let isGiven = roadmap.holders(of: power, over: act.measure) != nil
      found.append(
        .exceptional(
          .notEmpowered(power, act.measure, actor: act.person, people: people, isGiven: isGiven)))
    }
    if power != .resume, act.reason?.allSatisfy(\.isWhitespace) ?? true {
      found.append(.exceptional(.reasonMissing(power, act.measure)))
    }
    return found
  }

  private func addObjections(
    toCancelling measure: MeasureIndex, _ state: RunState, to found: inout [Blocker]
  ) {
    if let mark = state.cancellation(of: measure) {
      found.append(.exceptional(.cancelled(measure, mark)))
    } else if !isPending(measure, in: state) {
      found.append(.exceptional(.over(.cancel, measure, state: state.state(of: measure))))
    }
  }

  private func addObjections(
    toSuspending measure: MeasureIndex, _ state: RunState, to found: inout [Blocker]
  ) {
    if let halt = state.halt(of: measure) {
      found.append(halt)
    } else if transitions(of: measure, in: state).isEmpty {
      found.append(.exceptional(.over(.suspend, measure, state: state.state(of: measure))))
    }
  }

  private func addObjections(
    toReopening measure: MeasureIndex, _ target: StateIndex, _ state: RunState,
    to found: inout [Blocker]
  ) {
    let isCancelled = state.cancellation(of: measure) != nil
    if let round = state.rounds[measure] { found.append(.roundOpen(round)) }
    if let mark = state.suspension(of: measure) {
      found.append(.exceptional(.suspended(measure, mark)))
    }
    if !isCancelled, isPending(measure, in: state) {
      found.append(.exceptional(.notOver(measure, state: state.state(of: measure))))
    }
    if !mayReopen(measure, into: target, in: state) {
      found.append(.exceptional(.cannotReopenInto(measure, state: target)))
    }
  }

  /// Whether a state is one to which a measure may go back: it has stood there, and is neither
  /// carried out nor given up there.
  func mayReopen(
    _ measure: MeasureIndex, into target: StateIndex, in state: RunState
  ) -> Bool {
    guard let states = roadmap.lifecycle(of: measure)?.states,
      states.indices.contains(target.position)
    else { return false }
    return state.statesReached(by: measure).contains(target)
      && !states[target.position].isDone && !states[target.position].isFinal
  }
}

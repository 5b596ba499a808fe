import RoadmapModel

extension Engine {
  /// Refuses what the route of a round wants signed and is not, after whatever else speaks against
  /// it.
  func requireSignature(
    of command: Command, _ voucher: Voucher, in state: RunState, _ decision: Decision
  ) -> Decision {
    guard plan.wantsSignatures, let (measure, route) = signedRound(of: command, in: state),
      let actor = command.actor, !isSigned(by: actor, voucher)
    else { return decision }
    return .blocked(decision.blockers + [.unsigned(measure, route, actor: actor)])
  }

  /// The measure and the route of the round in which a command must be signed, if there is one.
  private func signedRound(
    of command: Command, in state: RunState
  ) -> (MeasureIndex, RouteIndex)? {
    switch command {
    case .vote(let measure, _), .retract(let measure, _, _, _):
      return openRoute(of: measure, in: state) { $0 != .optional }
    case .withdraw(let measure, _, _):
      return openRoute(of: measure, in: state) { $0 == .throughout }
    case .advance(let measure, let transition, _):
      guard let move = move(transition, of: measure),
        let route = route(of: move, transition, for: measure),
        plan.routes[route.position].signatures == .throughout
      else { return nil }
      return (measure, route)
    case .exceptional(let act): return signedRound(of: act, in: state)
    case .start, .receive, .attach, .tick, .extend, .mandate, .revoke: return nil
    }
  }

  /// Passing over a step is signed as a decision in it is; cancelling ends the round as withdrawing
  /// it does.
  private func signedRound(
    of act: ExceptionalAct, in state: RunState
  ) -> (MeasureIndex, RouteIndex)? {
    switch act.deed {
    case .skip: openRoute(of: act.measure, in: state) { $0 != .optional }
    case .cancel: openRoute(of: act.measure, in: state) { $0 == .throughout }
    case .waive, .suspend, .resume, .reopen: nil
    }
  }

  private func openRoute(
    of measure: MeasureIndex, in state: RunState, where isWanted: (Signatures) -> Bool
  ) -> (MeasureIndex, RouteIndex)? {
    guard let round = state.openRound(of: measure),
      isWanted(plan.routes[round.route.position].signatures)
    else { return nil }
    return (measure, round.route)
  }

  private func isSigned(by person: PersonIndex, _ voucher: Voucher) -> Bool {
    guard case .signature(let key) = voucher else { return false }
    return roadmap.people[person.position].keys.contains { $0.key == key }
  }
}

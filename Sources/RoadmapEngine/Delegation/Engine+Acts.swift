import CivilTime
import RoadmapModel

/// Whether an act lets somebody act for another.
enum ActSearch {
  case found(ActReference)
  case lacking(ActingBlocker.Lack)
}

extension Engine {
  /// Looks for an act that lets `actor` give the vote of `principal` in a step: first among the
  /// substitutions of the definition, then in the order of the journal, last the escalation.
  func act(
    letting actor: PersonIndex, for principal: PersonIndex, in step: StepIndex,
    of round: OpenRound, _ state: RunState, at time: Instant?
  ) -> ActSearch {
    guard let day = (time ?? state.latest)?.date else { return .lacking(.nothing) }
    var lack = ActingBlocker.Lack.nothing
    if let act = substitution(of: principal, by: actor, state, on: day, or: &lack) {
      return .found(act)
    }
    for entry in state.acting.standing
    where entry.mandate.deputy == actor && entry.mandate.principal == principal {
      guard let found = self.lack(of: entry, for: step, of: round, on: day) else {
        return .found(.event(entry.number))
      }
      lack = found
    }
    // An escalation gives the votes of the step's people, not what others may decide in it.
    for escalation in round.escalations
    where escalation.step == step && escalation.people.contains(actor)
      && meant(by: step, on: round.route, for: Request(round)).contains(principal)
    {
      guard day >= escalation.from else {
        lack = .notYet(.event(escalation.number), from: escalation.from)
        continue
      }
      return .found(.event(escalation.number))
    }
    return .lacking(lack)
  }

  /// A substitution of the definition that holds on a day and was not revoked.
  private func substitution(
    of principal: PersonIndex, by actor: PersonIndex, _ state: RunState, on day: CivilDate,
    or lack: inout ActingBlocker.Lack
  ) -> ActReference? {
    for position in roadmap.substitutions.indices {
      let known = roadmap.substitutions[position]
      guard known.deputy == actor, known.principal == principal, actor != principal,
        let first = canonical(SubstitutionIndex(position))
      else { continue }
      if state.acting.revokedOrders.contains(first) {
        lack = .revoked(.order(first))
      } else if known.holds(on: day) {
        return .order(first)
      } else {
        lack =
          day < known.from
          ? .notYet(.order(first), from: known.from) : .over(.order(first), until: known.until)
      }
    }
    return nil
  }

  /// What a mandate lacks to let its deputy decide in a step, if anything.
  private func lack(
    of entry: StandingMandate, for step: StepIndex, of round: OpenRound, on day: CivilDate
  ) -> ActingBlocker.Lack? {
    let act = ActReference.event(entry.number)
    let mandate = entry.mandate
    if let from = mandate.from, day < from { return .notYet(act, from: from) }
    if let until = mandate.until, until < day { return .over(act, until: until) }
    guard mandate.kind != .substitution else { return nil }
    if let measure = mandate.scope.measure, measure != round.measure { return .outOfScope(act) }
    // Who decides in one of bound steps must be able to decide in all of them.
    for step in plan.routes[round.route.position].bound[step.position] {
      guard mandate.scope.names(step, of: round.route, in: roadmap) else {
        return .outOfScope(act)
      }
      switch roadmap.routes[round.route.position].steps[step.position].delegability {
      case .anybody: continue
      case .nobody: return .notDelegable(act)
      case .people(let principals):
        let people = roadmap.people(
          meant: principals, for: round.measure, requester: round.requester)
        guard let deputy = mandate.deputy, people.contains(deputy) else {
          return .notToThem(act, people: people)
        }
      }
    }
    return nil
  }
}

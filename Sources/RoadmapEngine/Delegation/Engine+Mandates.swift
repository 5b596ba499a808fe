import CivilTime
import RoadmapModel

/// The rules of acting for others, which all fail closed:
/// - A vote has an actor and a principal, whose vote it is. The principal must be one of the step's
///   people; the actor must not, since whoever has a right of their own acts by that one.
/// - An act must let the actor give it: one that stands in the journal before the vote, was not
///   revoked before it, and has the vote's day, both ends included, among its days.
/// - Whatever keeps either of the two from deciding keeps both: `not`, a separation from whoever
///   asked, an approval in a rival step, be it for oneself or for another.
/// - Nobody stands behind two votes of a step, as actor or as principal. The quorum counts
///   principals.
/// - In bound steps the same actors must decide for the same principals.
/// - Nothing is passed on: an act of the principal's deputy is none of the principal.
extension Engine {
  /// Records that people act for others, or are away.
  func record(
    _ mandate: Mandate, by person: PersonIndex, in state: RunState, at time: Instant
  ) -> Decision {
    var mandate = mandate
    mandate.from = mandate.from ?? time.date
    if mandate.kind != .delegation { mandate.scope = Mandate.Scope() }
    if mandate.kind != .substitution { mandate.order = nil }
    mandate.reason = mandate.reason.withContent
    var blockers = blockers(of: mandate, by: person, on: time.date)
    if let twin = state.mandates.first(where: { $0.mandate.saysAll(of: mandate) }) {
      blockers.append(.mandate(.alreadyStands(twin.number)))
    }
    return blockers.isEmpty ? .accepted([.mandated(mandate, by: person)]) : .blocked(blockers)
  }

  private func blockers(
    of mandate: Mandate, by person: PersonIndex, on today: CivilDate
  ) -> [Blocker] {
    var found: [MandateBlocker] = []
    switch mandate.kind {
    case .substitution:
      let people = roadmap.people(meantAnywhere: roadmap.powers.substitute)
      if !people.contains(person) {
        found.append(.mayNotSubstitute(actor: person, people: people))
      }
      if mandate.deputy == person { found.append(.appointsThemselves(person)) }
      if mandate.order?.allSatisfy(\.isWhitespace) ?? true { found.append(.orderMissing) }
    case .delegation, .absence:
      if mandate.principal != person {
        found.append(.notTheirs(actor: person, principal: mandate.principal))
      }
      if mandate.deputy != nil {
        if let problem = delegationProblem(of: mandate) { found.append(problem) }
        if let from = mandate.from, from < today {
          found.append(.startsInThePast(from: from, today: today))
        }
      }
    }
    if mandate.deputy == mandate.principal { found.append(.toThemselves(mandate.principal)) }
    if mandate.kind != .delegation, mandate.until == nil { found.append(.endMissing) }
    if let from = mandate.from, let until = mandate.until, until < from {
      found.append(.endsBeforeItBegins(from: from, until: until))
    } else if let until = mandate.until, until < today {
      found.append(.isPast(until: until, today: today))
    }
    return found.map { .mandate($0) }
  }

  /// Why no step that a delegation is for takes it, if none does.
  private func delegationProblem(of mandate: Mandate) -> MandateBlocker? {
    let isTaken = roadmap.routes.indices.contains { position in
      let route = RouteIndex(position)
      return roadmap.routes[position].steps.indices.contains { step in
        mandate.scope.names(StepIndex(step), of: route, in: roadmap)
          && roadmap.routes[position].steps[step].delegability != .nobody
      }
    }
    return isTaken ? nil : .nothingToDelegate(mandate.scope)
  }

  /// Ends an act under which people act for others, or somebody's absence.
  func revoke(
    _ act: ActReference, reason: String?, by person: PersonIndex, in state: RunState
  ) -> Decision {
    let blocker: MandateBlocker?
    switch act {
    case .event(let number):
      guard let found = state.mandates.first(where: { $0.number == number }) else {
        return .blocked([.mandate(.noSuchAct(number))])
      }
      blocker = revocationProblem(of: found.mandate, by: person)
    case .order(let index):
      guard canonical(index) == index, !state.acting.revokedOrders.contains(index) else {
        return .blocked([.mandate(.noSuchOrder(Names(roadmap: roadmap).order(index)))])
      }
      blocker = substitutionProblem(by: person)
    }
    if let blocker { return .blocked([.mandate(blocker)]) }
    return .accepted([.revoked(act, reason: reason.withContent, by: person)])
  }

  private func revocationProblem(
    of mandate: Mandate, by person: PersonIndex
  ) -> MandateBlocker? {
    guard mandate.kind != .substitution else { return substitutionProblem(by: person) }
    return mandate.principal == person
      ? nil : .notTheirs(actor: person, principal: mandate.principal)
  }

  private func substitutionProblem(by person: PersonIndex) -> MandateBlocker? {
    let people = roadmap.people(meantAnywhere: roadmap.powers.substitute)
    return people.contains(person) ? nil : .mayNotSubstitute(actor: person, people: people)
  }

  /// The first substitution of the definition on the same act.
  func canonical(_ index: SubstitutionIndex) -> SubstitutionIndex? {
    guard roadmap.substitutions.indices.contains(index.position) else { return nil }
    let named = roadmap.substitutions[index.position]
    return roadmap.substitution(of: named.principal, by: named.deputy, order: named.order)
  }

  /// What keeps a mandate or a revocation from meaning anything.
  func unknownParts(of mandate: Mandate) -> [Blocker] {
    var found: [Blocker] = []
    for person in [mandate.principal, mandate.deputy].compactMap(\.self) where !has(person) {
      found.append(.unknown(.person(person.position)))
    }
    if let measure = mandate.scope.measure, !plan.has(measure) {
      found.append(.unknown(.measure(measure.position)))
    }
    let routes = roadmap.routes
    if let route = mandate.scope.route, !routes.indices.contains(route.position) {
      found.append(.unknown(.step(mandate.scope.step?.position ?? -1)))
    } else if let step = mandate.scope.step {
      let steps = mandate.scope.route.map { routes[$0.position].steps } ?? []
      if !steps.indices.contains(step.position) { found.append(.unknown(.step(step.position))) }
    }
    if mandate.kind != .absence, mandate.deputy == nil { found.append(.unknown(.person(-1))) }
    return found
  }

  // MARK: Evolving

  /// Keeps a mandate that is sound in itself.
  func keep(_ mandate: Mandate, in state: inout RunState) {
    guard unknownParts(of: mandate).isEmpty, mandate.from != nil,
      mandate.deputy != mandate.principal
    else { return }
    state.acting.standing.append(StandingMandate(number: state.eventCount, mandate: mandate))
  }

  /// Drops what is revoked.
  func drop(_ act: ActReference, in state: inout RunState) {
    switch act {
    case .event(let number): state.acting.standing.removeAll { $0.number == number }
    case .order(let index):
      guard let known = canonical(index), !state.acting.revokedOrders.contains(known) else {
        return
      }
      state.acting.revokedOrders.append(known)
    }
  }

  /// Lets those whom a late step was escalated to decide in it, where the route says so.
  func recordEscalation(_ reminder: Reminder, in state: inout RunState, at time: Instant) {
    guard let place = reminder.place, state.has(reminder.measure) else { return }
    let number = state.eventCount
    change(reminder.measure, place.round, in: &state) { round in
      let steps = roadmap.routes[round.route.position].steps
      guard isOpen(place.step, in: round), steps[place.step.position].escalationDecides,
        reminder.people.allSatisfy({ has($0) }),
        !round.escalations.contains(where: { $0.step == place.step })
      else { return }
      round.escalations.append(
        StepEscalation(
          step: place.step, number: number, from: time.date, people: reminder.people))
    }
  }
}

extension Mandate.Scope {
  /// Whether a step of a route is one that it is for, whatever the measure.
  func names(_ step: StepIndex, of route: RouteIndex, in roadmap: Roadmap) -> Bool {
    guard let wanted = self.route else { return true }
    guard wanted == route || roadmap.routes[route.position].origin == wanted else { return false }
    return self.step == nil || self.step == step
  }
}

extension Mandate {
  /// Whether it is for the same people, things and days as another, whatever the reasons.
  fileprivate func saysAll(of other: Mandate) -> Bool {
    kind == other.kind && principal == other.principal && deputy == other.deputy
      && from == other.from && until == other.until && scope == other.scope
      && (order ?? "").utf8.elementsEqual((other.order ?? "").utf8)
  }
}

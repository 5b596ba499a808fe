public import CivilTime
public import RoadmapModel

extension Engine {
  /// Moves a measure, or opens a round where the transition takes a route.
  func advance(
    _ measure: MeasureIndex, _ transition: TransitionIndex, by person: PersonIndex,
    in state: RunState, at time: Instant
  ) -> Decision {
    let blockers = blockers(of: transition, of: measure, by: person, in: state, at: time)
    guard blockers.isEmpty, let move = move(transition, of: measure) else {
      return .blocked(blockers)
    }
    if let route = route(of: move, transition, for: measure) {
      let number = Int(state.standings[measure.position].rounds) + 1
      let opened = Event.roundOpened(measure, transition, round: number, by: person)
      guard !state.returned.isEmpty else { return .accepted([opened]) }
      let request = barred(Request(measure, transition, by: person), on: route, in: state)
      return .accepted(
        [opened] + eventsKeeping(on: route, for: request, number: number, in: state, at: time))
    }
    return .accepted([
      .moved(
        measure, transition, from: state.state(of: measure), to: StateIndex(raw: Int32(move.to)),
        cause: .direct, by: person)
    ])
  }

  /// Everything that keeps a transition of a measure from being asked for now, in a fixed order:
  /// the state, the round, the person, what it waits for, its parts, the conditions and rules, the
  /// approvers.
  ///
  /// Without an `actor`, whatever depends on who would ask is left out. Days and conditions are
  /// judged at `time`; without it, when the latest event took effect.
  ///
  /// - Returns: an empty list where the transition can be asked for.
  public func blockers(
    of transition: TransitionIndex, of measure: MeasureIndex, by actor: PersonIndex?,
    in state: RunState, at time: Instant? = nil
  ) -> [Blocker] {
    guard fits(state) else { return [.unknown(.run)] }
    guard plan.has(measure) else {
      return [.unknown(.measure(measure.position))]
    }
    if let actor, !has(actor) { return [.unknown(.person(actor.position))] }
    guard plan.measures[measure.position].cycle >= 0 else { return [.brokenDefinition(measure)] }
    guard let move = move(transition, of: measure) else {
      return [.unknown(.transition(transition.position))]
    }
    guard state.isStarted else { return [.notStarted] }
    var found: [Blocker] = []
    if let round = state.rounds[measure] { found.append(.roundOpen(round)) }
    addGuards(of: move, transition, of: measure, by: actor, in: state, at: time, to: &found)
    if !conditions.isEmpty {
      let request = Request(measure, transition, by: actor)
      addConditions(of: move, for: request, in: state, at: time, to: &found)
    }
    if let actor, let blocker = dutyBlocker(of: actor, asking: transition, of: measure, in: state) {
      found.append(blocker)
    }
    if let route = route(of: move, transition, for: measure) {
      addApprovalGuards(
        route: route, move,
        barred(Request(measure, transition, by: actor), on: route, in: state), in: state,
        to: &found)
    }
    return found
  }

  /// The guards of a transition itself, which hold when it is asked for and again when it fires.
  func addGuards(
    of move: CyclePlan.Move, _ transition: TransitionIndex, of measure: MeasureIndex,
    by actor: PersonIndex?, in state: RunState, at time: Instant?, to found: inout [Blocker]
  ) {
    let current = state.standings[measure.position].current
    if move.from & (1 << UInt64(current & 63)) == 0 {
      found.append(.wrongState(measure, transition, state: StateIndex(raw: Int32(current))))
    }
    if let actor, !isEntitled(actor, to: transition, of: measure) {
      found.append(
        .notEntitled(
          measure, transition, actor: actor, people: entitled(to: transition, of: measure)))
    }
    addWaits(of: move, for: measure, in: state, at: time, to: &found)
    addWaitsOfFinish(of: move, for: measure, in: state, at: time, to: &found)
    addUnfinishedParts(of: move, for: measure, in: state, to: &found)
  }

  /// The people who may ask for a transition of a measure, in the order of the people.
  public func entitled(
    to transition: TransitionIndex, of measure: MeasureIndex
  ) -> [PersonIndex] {
    guard move(transition, of: measure) != nil, let cycle = roadmap.measures[measure].lifecycle
    else { return [] }
    let principals = roadmap.lifecycles[cycle.position].transitions[transition.position].by
    return roadmap.people(meant: principals, for: measure, requester: nil)
  }

  private func isEntitled(
    _ person: PersonIndex, to transition: TransitionIndex, of measure: MeasureIndex
  ) -> Bool {
    let cycle = Int(plan.measures[measure.position].cycle)
    return roadmap.person(
      person, is: roadmap.lifecycles[cycle].transitions[transition.position].by, for: measure,
      requester: nil)
  }

  /// A transition of a measure, or `nil` where there is none or the measure is unsound.
  func move(_ transition: TransitionIndex, of measure: MeasureIndex) -> CyclePlan.Move? {
    guard plan.has(measure) else { return nil }
    let cycle = plan.measures[measure.position].cycle
    guard cycle >= 0 else { return nil }
    let position = transition.position
    guard plan.cycles[Int(cycle)].moves.indices.contains(position) else { return nil }
    return plan.cycles[Int(cycle)].moves[position]
  }

  /// The route that a transition of a measure takes: the measure's own or the lifecycle's.
  func route(
    of move: CyclePlan.Move, _ transition: TransitionIndex, for measure: MeasureIndex
  ) -> RouteIndex? {
    if plan.measures[measure.position].hasOwnRoutes,
      let own = roadmap.measures.routeOverrides[measure]?.first(where: {
        $0.transition == transition
      })
    {
      return own.route
    }
    return move.route < 0 ? nil : RouteIndex(raw: move.route)
  }
}

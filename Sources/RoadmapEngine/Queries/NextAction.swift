public import CivilTime
public import RoadmapModel

/// Something that can be done now, and by whom.
public struct NextAction: Hashable, Sendable {
  /// What can be done.
  public enum Deed: Hashable, Sendable {
    /// Asking for the transition.
    case advance
    /// Approving in an open step; whoever may approve may also return and reject.
    case approve(step: StepIndex)
    /// Returning or rejecting in an open step, of those who have a veto and no more.
    case refuse(step: StepIndex)

    /// The step that it is about.
    public var step: StepIndex? {
      switch self {
      case .advance: nil
      case .approve(let step), .refuse(let step): step
      }
    }
  }

  /// The measure.
  public let measure: MeasureIndex
  /// The transition to ask for, or the one that is being approved.
  public let transition: TransitionIndex
  /// What can be done.
  public let deed: Deed
  /// Who can do it, in the order of the people, those who can only do it for others among them;
  /// never nobody.
  public let people: [PersonIndex]
  /// Who can do it for whom, by acts of others; where somebody could for several, they must say.
  public let representatives: [Representative]
  /// Whether the transition leads towards a done state.
  public let isForward: Bool
  /// Whether it is an approval in a step that is not open yet, which only its chair can give.
  public var isOutOfTurn = false
}

extension Engine {
  /// Everything that can be done now, in the order of the document, in time linear in the number
  /// of measures; nothing before the run is started.
  ///
  /// Each action is one that ``decide(_:in:at:vouched:)`` accepts from each of its people, signed
  /// where the route wants it; who could act for several must name one. An approval is listed once
  /// for each step that is open to somebody, with those who may only refuse in it behind it, then
  /// for each that a chair may pass out of turn.
  ///
  /// With a `person`, only what this person can do, and nobody else among the people. Days and
  /// conditions are judged at `time`; without it, when the latest event took effect.
  public func nextActions(
    in state: RunState, for person: PersonIndex? = nil, at time: Instant? = nil
  ) -> [NextAction] {
    guard fits(state), state.isStarted else { return [] }
    var actions: [NextAction] = []
    for position in plan.measures.indices {
      let measure = MeasureIndex(position)
      if state.isHalted(measure) { continue }
      if let round = liveRound(of: measure, in: state) {
        addApprovals(in: round, state, for: person, at: time, to: &actions)
      } else {
        addRequests(of: measure, in: state, for: person, at: time, to: &actions)
      }
    }
    return actions
  }

  private func addApprovals(
    in round: OpenRound, _ state: RunState, for person: PersonIndex?,
    at time: Instant?, to actions: inout [NextAction]
  ) {
    let open = openSteps(of: round)
    for step in open {
      let electorate = electorate(of: step, in: round)
      let chairs = chairs(of: step, in: round)
      let people =
        chairs.isEmpty ? electorate.people : Set(electorate.people + chairs).sorted()
      add(.approve(step: step), in: round, by: people, state, for: person, at: time, to: &actions)
      let holders = soleVetoHolders(of: step, in: round, but: people)
      add(.refuse(step: step), in: round, by: holders, state, for: person, at: time, to: &actions)
    }
    guard plan.routes[round.route.position].hasChairs else { return }
    for step in round.passed.indices.map({ StepIndex($0) })
    where !round.passed[step.position] && !open.contains(step) {
      let known = actions.count
      add(
        .approve(step: step), in: round, by: chairs(of: step, in: round), state, for: person,
        at: time, to: &actions)
      if actions.count > known { actions[known].isOutOfTurn = true }
    }
  }

  /// Those who may refuse in a step and do nothing else in it.
  private func soleVetoHolders(
    of step: StepIndex, in round: OpenRound, but people: [PersonIndex]
  ) -> [PersonIndex] {
    let named = roadmap.routes[round.route.position][step].veto.named
    guard !named.isEmpty else { return [] }
    return roadmap.people(meant: named, for: round.measure, requester: round.requester).filter {
      !people.contains($0)
    }
  }

  /// Adds what some of these people can do in a step now, or others for them.
  private func add(
    _ deed: NextAction.Deed, in round: OpenRound, by candidates: [PersonIndex], _ state: RunState,
    for person: PersonIndex?, at time: Instant?, to actions: inout [NextAction]
  ) {
    guard let step = deed.step else { return }
    let verdict: Verdict = deed == .approve(step: step) ? .approve : .returnForRework
    let isAccepted = { (actor: PersonIndex, principal: PersonIndex?) in
      let vote = Command.Vote(verdict, step: step, by: actor, for: principal)
      return (person == nil || actor == person)
        && self.decide(vote, on: round.measure, in: state, at: time).isAccepted
    }
    let people = candidates.filter { isAccepted($0, nil) }
    let deputies = representatives(in: step, of: round, state, at: time, deciding: verdict)
      .filter { candidates.contains($0.of.principal) && isAccepted($0.person, $0.of.principal) }
    guard !people.isEmpty || !deputies.isEmpty else { return }
    actions.append(
      NextAction(
        measure: round.measure, transition: round.transition, deed: deed,
        people: deputies.isEmpty ? people : Set(people + deputies.map(\.person)).sorted(),
        representatives: deputies,
        isForward: isForward(round.transition, of: round.measure, in: state)))
  }

  private func addRequests(
    of measure: MeasureIndex, in state: RunState, for person: PersonIndex?,
    at time: Instant?, to actions: inout [NextAction]
  ) {
    guard let moves = plan.cycle(of: measure)?.moves else { return }
    let bit = UInt64(1) << UInt64(state.standings[measure.position].current & 63)
    for position in moves.indices where moves[position].from & bit != 0 {
      let transition = TransitionIndex(position)
      let people = requesters(
        of: transition, of: measure, in: state, among: person, at: time)
      guard !people.isEmpty else { continue }
      actions.append(
        NextAction(
          measure: measure, transition: transition, deed: .advance, people: people,
          representatives: [],
          isForward: moves[position].forwardFrom & bit != 0))
    }
  }

  /// The people who can ask for a transition now. Where who may approve does not depend on who
  /// asks, one answer holds for all of them.
  private func requesters(
    of transition: TransitionIndex, of measure: MeasureIndex, in state: RunState,
    among person: PersonIndex?, at time: Instant?
  ) -> [PersonIndex] {
    let isFree = { (actor: PersonIndex?) in
      blockers(of: transition, of: measure, by: actor, in: state, at: time).isEmpty
    }
    guard isFree(nil) else { return [] }
    let people = entitled(to: transition, of: measure).filter { person == nil || $0 == person }
    let route = route(of: transition, for: measure)
    if conditions.dependOnActor || !plan.duties.isEmpty
      || route.map({ plan.routes[$0.position].dependsOnRequester }) == true
    {
      return people.filter { isFree($0) }
    }
    guard let first = people.first, route != nil else { return people }
    return isFree(first) ? people : []
  }
}

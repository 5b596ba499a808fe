public import CivilTime
public import RoadmapModel

/// An open round as people look at it.
public struct RoundView: Hashable, Sendable {
  /// A step of the round.
  public struct Step: Hashable, Sendable {
    /// The step.
    public let step: StepIndex
    /// Whether it takes decisions now.
    public let isOpen: Bool
    /// Whether it has all the agreement that it needs.
    public let isPassed: Bool
    /// How much agreement it needs, in the unit of its quorum, at least 1.
    public let needed: Int
    /// The approvals given in it, in their order.
    public let given: [OpenRound.Vote]
    /// Who may still decide in it, now or once it opens; nobody where it has passed.
    public let eligible: [PersonIndex]
    /// How its votes count.
    public let tally: Tally
    /// The last day on which an open step is decided in time; `nil` where it may take any time.
    public let deadline: CivilDate?
  }

  /// The number of the round among those of the measure, from 1.
  public let number: Int
  /// The transition that was asked for.
  public let transition: TransitionIndex
  /// The route that it takes.
  public let route: RouteIndex
  /// Who asked for it.
  public let requester: PersonIndex
  /// All steps of the route, in their order.
  public let steps: [Step]
}

extension Engine {
  /// The open round of a measure with all its steps, or `nil` where none is open.
  public func roundView(of measure: MeasureIndex, in state: RunState) -> RoundView? {
    guard fits(state), let round = state.openRound(of: measure) else { return nil }
    let open = openSteps(of: round)
    let steps = round.passed.indices.map { position in
      view(of: StepIndex(position), in: round, isOpen: open.contains(StepIndex(position)))
    }
    return RoundView(
      number: round.number, transition: round.transition, route: round.route,
      requester: round.requester, steps: steps)
  }

  private func view(
    of step: StepIndex, in round: OpenRound, isOpen: Bool
  ) -> RoundView.Step {
    let electorate = electorate(of: step, in: round)
    let isPassed = round.passed[step.position]
    let within = isOpen ? roadmap.routes[round.route.position][step].within : nil
    return RoundView.Step(
      step: step, isOpen: isOpen, isPassed: isPassed, needed: electorate.needed,
      given: round.votes.filter { $0.step == step },
      eligible: isPassed
        ? [] : electorate.people.filter { !round.hasVoted($0, in: step) },
      tally: tally(of: step, electorate, in: round),
      deadline: within.flatMap {
        roadmap.heading.calendar.adding($0, to: round.stageOpened.date)
      })
  }
}

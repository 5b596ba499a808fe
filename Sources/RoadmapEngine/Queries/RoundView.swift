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
    /// How it was passed over, where nobody decided in it.
    public let skip: OpenRound.Skip?
    /// How much agreement it needs, in the unit of its quorum, at least 1.
    public let needed: Int
    /// The approvals given in it, in their order.
    public let given: [OpenRound.Vote]
    /// Who may still decide in it, now or once it opens; nobody where it has passed.
    public let eligible: [PersonIndex]
    /// How its votes count.
    public let tally: Tally
    /// The names of the files and fields that it decides on; `nil` for all.
    public let covers: [String]?
    /// The digest of what it covers of the measure now; `nil` where that is nothing.
    public let seen: ContentDigest?
    /// Who may give the votes of others in it now.
    public let representatives: [Representative]
    /// The last day on which an open step is decided in time; `nil` where it may take any time, or
    /// the measure stands still.
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
  /// The states that a return may lead to, the usual one first.
  public let returns: [StateIndex]
  /// All steps of the route, in their order.
  public let steps: [Step]
}

extension Engine {
  /// The open round of a measure with all its steps, or `nil` where none is open.
  ///
  /// Who acts for whom is judged at `time`; without it, when the latest event took effect.
  public func roundView(
    of measure: MeasureIndex, in state: RunState, at time: Instant? = nil
  ) -> RoundView? {
    guard fits(state), state.has(measure), let round = liveRound(of: measure, in: state) else {
      return nil
    }
    let open = openSteps(of: round)
    let steps = round.passed.indices.map { position in
      let step = StepIndex(position)
      let isOpen = open.contains(step)
      let isPaused = state.isHalted(measure)
      return view(
        of: step, in: round, state, isOpen: isOpen, isPaused: isPaused,
        isOpen && !isPaused ? representatives(in: step, of: round, state, at: time) : [])
    }
    return RoundView(
      number: round.number, transition: round.transition, route: round.route,
      requester: round.requester, returns: statesAfterReturn(of: round, in: state), steps: steps)
  }

  private func view(
    of step: StepIndex, in round: OpenRound, _ state: RunState, isOpen: Bool, isPaused: Bool,
    _ deputies: [Representative]
  ) -> RoundView.Step {
    let electorate = electorate(of: step, in: round)
    let isPassed = round.passed[step.position]
    let within = isOpen && !isPaused ? roadmap.routes[round.route.position][step].within : nil
    return RoundView.Step(
      step: step, isOpen: isOpen, isPassed: isPassed, skip: round.skip(of: step),
      needed: electorate.needed,
      given: round.votes.filter { $0.step == step },
      eligible: isPassed
        ? [] : electorate.people.filter { !round.hasVoted($0, in: step) },
      tally: tally(of: step, electorate, in: round),
      covers: roadmap.routes[round.route.position][step].covers,
      seen: subject(of: step, on: round.route, for: round.measure, in: state),
      representatives: deputies,
      deadline: within.flatMap { lastDay($0, of: round) })
  }
}

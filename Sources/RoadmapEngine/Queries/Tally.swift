public import RoadmapModel

/// How the votes of a step count, as people look at it.
public struct Tally: Hashable, Sendable {
  /// A voice that weighs more than 1.
  public struct Voice: Hashable, Sendable {
    /// Whose.
    public let person: PersonIndex
    /// How much.
    public let weight: Int
  }

  /// A group of whose people some must agree.
  public struct Group: Hashable, Sendable {
    /// Who belongs to it.
    public let members: Principal
    /// How many must agree for it, at least 1.
    public let needed: Int
    /// Whose approvals count for it, each for no other group.
    public let given: [PersonIndex]
  }

  /// What the quorum counts.
  public let unit: Quorum.Unit
  /// How much the approvals bring together, in that unit.
  public let reached: Int
  /// The voices that weigh more than 1, in the order of the people; none where the quorum is no
  /// weight.
  public let voices: [Voice]
  /// The groups, where the quorum counts places in groups.
  public let groups: [Group]
  /// The abstentions, and the refusals that only count against, in their order.
  public let dissents: [OpenRound.Vote]
  /// Who may pass the step alone, now and out of turn.
  public let chairs: [PersonIndex]
  /// The chair who has passed it alone.
  public let passedBy: PersonIndex?
  /// Whose refusal ends the round at once.
  public let veto: Veto

  /// Whose refusal ends a round at once.
  public enum Veto: Hashable, Sendable {
    /// That of anybody who may decide.
    case everybody
    /// That of these and no others.
    case only([PersonIndex])
  }
}

extension Engine {
  /// How the votes of a step of an open round count.
  func tally(of step: StepIndex, _ electorate: Electorate, in round: OpenRound) -> Tally {
    let request = Request(round)
    let leader = plan.routes[round.route.position].bound[step.position].first ?? step
    let own = roadmap.routes[round.route.position][step]
    let weighs = electorate.quorum.unit == .weight
    let voices = (weighs ? electorate.people : []).map {
      Tally.Voice(person: $0, weight: weight(of: $0, in: leader, on: round.route, for: request))
    }
    let isPassed = round.passed[step.position]
    let veto: Tally.Veto =
      switch own.veto {
      case .everybody: .everybody
      case .nobody: .only([])
      case .only(let named):
        .only(
          roadmap.people(meant: named, for: round.measure, requester: round.requester)
            .filter { mayVeto($0, in: step, on: round.route, for: request) })
      }
    return Tally(
      unit: electorate.quorum.unit, reached: electorate.given,
      voices: voices.filter { $0.weight > 1 }, groups: groups(of: electorate, step, in: round),
      dissents: round.dissents.filter { $0.step == step },
      chairs: isPassed ? [] : chairs(of: step, in: round),
      passedBy: passingChair(of: step, on: round.route, for: request, after: round.votes),
      veto: veto)
  }

  /// The groups of a quorum with those who count for each.
  private func groups(
    of electorate: Electorate, _ step: StepIndex, in round: OpenRound
  ) -> [Tally.Group] {
    let groups = electorate.quorum.groups
    guard !groups.isEmpty else { return [] }
    let agreed = agreed(
      in: step, on: round.route, for: Request(round), by: electorate.people, round.votes)
    let seating = seating(of: agreed, among: groups, for: Request(round))
    return groups.enumerated().map { position, group in
      Tally.Group(
        members: group.members, needed: min(max(group.count, 1), Quorum.largest),
        given: zip(agreed, seating.groups).filter { $1 == position }.map(\.0))
    }
  }
}

import CivilTime
public import RoadmapModel

/// Steps of an open round that take decisions anew, their approvals dropped.
public struct Reopening: Hashable, Sendable {
  /// Why.
  public enum Cause: Hashable, Sendable {
    /// What they cover was changed: the file or field of this name.
    case edited(name: String)
    /// An approver of a later step returned the round to this one.
    case returned(to: StepIndex)
  }

  /// A step that takes decisions anew.
  public struct Step: Hashable, Sendable {
    /// The step.
    public let step: StepIndex
    /// Whose approvals no longer count, in their order.
    public let dropped: [PersonIndex]

    /// Describes a step.
    public init(_ step: StepIndex, dropped: [PersonIndex]) {
      self.step = step
      self.dropped = dropped
    }
  }

  /// The number of the round.
  public let round: Int
  /// Why.
  public let cause: Cause
  /// The steps, in the order of the route.
  public let steps: [Step]
  /// Who brought it about.
  public let person: PersonIndex

  /// Describes a reopening.
  public init(round: Int, _ cause: Cause, _ steps: [Step], by person: PersonIndex) {
    self.round = round
    self.cause = cause
    self.steps = steps
    self.person = person
  }
}

extension Engine {
  /// What an edit of the content of this name reopens: the steps that cover it and have decisions,
  /// and those that the same people must decide as in one that does.
  func reopening(
    of round: OpenRound, becauseOf name: String, by person: PersonIndex
  ) -> Reopening? {
    let covering = round.passed.indices.map { StepIndex($0) }.filter {
      subject(of: $0, on: round.route, for: round.measure).includes(name)
    }
    return reopening(of: round, covering, .edited(name: name), by: person)
  }

  /// The reopening of those of these steps that have decisions or have passed; nil where none has.
  func reopening(
    of round: OpenRound, _ steps: [StepIndex], _ cause: Reopening.Cause, by person: PersonIndex
  ) -> Reopening? {
    let bound = plan.routes[round.route.position].bound
    // Whoever decides in the first of bound steps decides in all of them: with it all begin anew.
    let asked = Set(steps.flatMap { bound[$0.position].first == $0 ? bound[$0.position] : [$0] })
    let reopened = asked.sorted().compactMap { step -> Reopening.Step? in
      let people = round.votes.filter { $0.step == step }.map(\.person)
      let isTouched =
        !people.isEmpty || round.passed[step.position]
        || round.dissents.contains { $0.step == step }
      return isTouched ? Reopening.Step(step, dropped: people) : nil
    }
    guard !reopened.isEmpty else { return nil }
    return Reopening(round: round.number, cause, reopened, by: person)
  }

  /// Records a reopening: decisions in its steps are gone, whoever gave them, and so is their
  /// having passed or having been passed over. After a return, so is whatever was no agreement in
  /// later stages.
  func reopen(_ reopening: Reopening, in round: inout OpenRound, at time: Instant) {
    let steps = reopening.steps.map(\.step).filter { round.passed.indices.contains($0.position) }
    let before = openSteps(of: round)
    for step in steps { round.passed[step.position] = false }
    round.votes.removeAll { steps.contains($0.step) }
    round.skips.removeAll { steps.contains($0.step) }
    if !round.dissents.isEmpty { forgetDissents(in: steps, reopening.cause, of: &round) }
    round.reminded.removeAll { steps.contains($0) }
    round.escalations.removeAll { steps.contains($0.step) }
    if openSteps(of: round).contains(where: { !before.contains($0) }) { round.openStage(at: time) }
  }

  private func forgetDissents(
    in steps: [StepIndex], _ cause: Reopening.Cause, of round: inout OpenRound
  ) {
    let stages = plan.routes[round.route.position].stages
    var last = stages.count
    if case .returned(let step) = cause, stages.indices.contains(step.position) {
      last = stages[step.position]
    }
    round.dissents.removeAll { steps.contains($0.step) || stages[$0.step.position] > last }
  }
}

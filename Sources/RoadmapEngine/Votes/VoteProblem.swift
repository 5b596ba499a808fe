public import RoadmapModel

/// What stands in the way of a decision in a step because of the way its votes count.
public enum VoteProblem: Hashable, Sendable {
  /// A step needs more weight, or more places in groups, than all its people bring.
  case quorumOutOfReach(
    MeasureIndex, RouteIndex, StepIndex, Quorum, there: Int, people: [PersonIndex])
  /// Without the person the step, or one that needs other people, could no longer be passed.
  case abstentionStalls(MeasureIndex, RouteIndex, StepIndex, actor: PersonIndex)
  /// None of these steps is open yet, and the person, as their chair, has named none.
  case outOfTurn(MeasureIndex, RouteIndex, steps: [StepIndex], actor: PersonIndex)
  /// The person has decided in no step of the open round.
  case nothingToRetract(MeasureIndex, actor: PersonIndex)
  /// A step has passed without the person, who had decided elsewhere.
  case reliedUpon(
    MeasureIndex, RouteIndex, StepIndex, actor: PersonIndex, by: ActingBlocker.Place)

  /// The name of this sort of problem.
  var code: String {
    switch self {
    case .quorumOutOfReach: "quorum-unreachable"
    case .abstentionStalls: "abstention-stalls"
    case .outOfTurn: "out-of-turn"
    case .nothingToRetract: "nothing-to-retract"
    case .reliedUpon: "vote-relied-upon"
    }
  }

  /// The data for programs.
  func fields(_ names: Names) -> [Blocker.Field] {
    switch self {
    case .quorumOutOfReach(let measure, let route, let step, let quorum, let there, let people):
      [
        .measure(measure, names), .text("step", names.id(of: step, on: route)),
        .init(name: "needed", value: .number(quorum.needed(of: people.count))),
        .init(name: "unit", value: .text(quorum.unit.rawValue)),
        .init(name: "there", value: .number(there)),
        .init(name: "people", value: .list(people.map { names.id(of: $0) })),
      ]
    case .abstentionStalls(let measure, let route, let step, let actor):
      [
        .measure(measure, names), .text("step", names.id(of: step, on: route)),
        .text("actor", names.id(of: actor)),
      ]
    case .outOfTurn(let measure, let route, let steps, let actor):
      [
        .measure(measure, names),
        .init(name: "steps", value: .list(steps.map { names.id(of: $0, on: route) })),
        .text("actor", names.id(of: actor)),
      ]
    case .nothingToRetract(let measure, let actor):
      [.measure(measure, names), .text("actor", names.id(of: actor))]
    case .reliedUpon(let measure, let route, let step, let actor, let passed):
      [
        .measure(measure, names), .text("step", names.id(of: step, on: route)),
        .text("actor", names.id(of: actor)),
        .text("by", names.id(of: passed.step, on: passed.route)),
        .measure(passed.measure, names, name: "of"),
      ]
    }
  }
}

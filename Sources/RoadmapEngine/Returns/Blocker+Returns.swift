import Bilingual
import RoadmapModel

extension Engine {
  /// The blocker that a return to anywhere else meets.
  func noReturnThere(
    _ round: OpenRound, from step: StepIndex, in state: RunState
  ) -> Blocker {
    .noReturnBeyond(
      round.measure, round.route, step, steps: stepsBefore(step, of: round),
      states: statesAfterReturn(of: round, in: state))
  }
}

extension Blocker {
  func aboutReturns(_ names: Names) -> Text? {
    guard case .noReturnBeyond(let measure, let route, let step, let steps, let states) = self
    else { return nil }
    let places =
      steps.map { "`\(names.id(of: $0, on: route))`" }
      + states.map { "`\(names.id(of: $0, of: measure))`" }
    let list = places.joined(separator: ", ")
    let from = names.id(of: step, on: route)
    return Text(
      en:
        "\(names.measure(measure)) cannot be returned there from step `\(from)`; a return leads to "
        + list,
      ru: "\(names.measure(measure)): с этапа `\(from)` туда вернуть нельзя; вернуть можно на "
        + list)
  }

  func aboutReturns(_ names: Names) -> [Field]? {
    guard case .noReturnBeyond(let measure, let route, let step, let steps, let states) = self
    else { return nil }
    return [
      .measure(measure, names), .text("step", names.id(of: step, on: route)),
      Field(name: "steps", value: .list(steps.map { names.id(of: $0, on: route) })),
      Field(name: "states", value: .list(states.map { names.id(of: $0, of: measure) })),
    ]
  }
}

public import RoadmapModel

/// A rule about duties that keeps somebody from doing one, because of another that was done.
public struct DutyClash: Hashable, Sendable {
  /// The position of the rule among those of the roadmap.
  public let rule: Int
  /// The measure.
  public let measure: MeasureIndex
  /// What the person would do for it, as the rule names it.
  public let duty: String
  /// What was done.
  public let other: String
  /// The measure that it was done for.
  public let otherMeasure: MeasureIndex
  /// Who did it.
  public let people: [PersonIndex]
}

/// Whom the rules about duties keep out of the steps of one round, by what was done elsewhere.
struct DutyBars: Hashable, Sendable {
  /// For each step, the separations that hold there.
  var separations: [[DutyClash]]
  /// For each step, the bindings that hold there.
  var bindings: [[DutyClash]]

  /// The separation that keeps a person out of a step, if one does.
  func separation(of person: PersonIndex, in step: StepIndex) -> DutyClash? {
    guard separations.indices.contains(step.position) else { return nil }
    return separations[step.position].first { $0.people.contains(person) }
  }

  /// The binding that keeps a person out of a step, if one does.
  func binding(against person: PersonIndex, in step: StepIndex) -> DutyClash? {
    guard bindings.indices.contains(step.position) else { return nil }
    return bindings[step.position].first { !$0.people.contains(person) }
  }

  /// How many people a binding wants to agree in a step: all who did what it is bound to.
  func needed(in step: StepIndex) -> Int? {
    guard bindings.indices.contains(step.position) else { return nil }
    return bindings[step.position].map(\.people.count).max()
  }

  /// Why a person may not decide in a step, if a rule says so.
  func blocker(of person: PersonIndex, in step: StepIndex) -> Blocker? {
    separation(of: person, in: step).map { .dutySeparated($0, actor: person) }
      ?? binding(against: person, in: step).map { .dutyBound($0, actor: person) }
  }

  /// Why a person may not decide in a step for another, if a rule says so: who is bound to decide
  /// decides in person.
  func blocker(ofHand person: PersonIndex, in step: StepIndex) -> Blocker? {
    if let clash = separation(of: person, in: step) {
      return .dutySeparated(clash, actor: person)
    }
    guard bindings.indices.contains(step.position), let clash = bindings[step.position].first
    else { return nil }
    return .dutyBound(clash, actor: person)
  }

  /// What holds in a step, the separations first.
  func clashes(in step: StepIndex) -> [DutyClash] {
    guard separations.indices.contains(step.position) else { return [] }
    return separations[step.position] + bindings[step.position]
  }
}

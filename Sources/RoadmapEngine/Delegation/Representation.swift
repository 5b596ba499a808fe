public import RoadmapModel

/// For whom somebody acts, and under which act.
public struct Representation: Hashable, Sendable {
  /// Whose vote it is.
  public let principal: PersonIndex
  /// What lets the other one give it.
  public let act: ActReference

  /// Describes a representation.
  public init(of principal: PersonIndex, under act: ActReference) {
    self.principal = principal
    self.act = act
  }
}

/// Names an act under which people act for others.
public enum ActReference: Hashable, Sendable {
  /// The event of this number in the journal: a substitution, a delegation, an absence with a
  /// substitute, or the escalation of a late step.
  case event(Int)
  /// A substitution of the definition; the first of those on the same act.
  case order(SubstitutionIndex)
}

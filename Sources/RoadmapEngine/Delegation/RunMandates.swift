public import RoadmapModel

/// What a run knows of people who act for others, or who are away.
struct RunMandates: Equatable, Sendable {
  /// What stands, in the order of the journal.
  var standing: [StandingMandate] = []
  /// The acts of the definition that were revoked, each by the first substitution on it.
  var revokedOrders: [SubstitutionIndex] = []
}

extension RunState {
  /// What was said of substitutes, delegates and absences and not revoked, in the order of the
  /// journal; what is past is among it.
  public var mandates: [StandingMandate] { acting.standing }

  /// Whether a substitution of the definition has been revoked in the run.
  public func isRevoked(_ substitution: Substitution, in roadmap: Roadmap) -> Bool {
    acting.revokedOrders.contains {
      roadmap.substitutions.indices.contains($0.position)
        && roadmap.substitutions[$0.position].hasSameAct(as: substitution)
    }
  }
}

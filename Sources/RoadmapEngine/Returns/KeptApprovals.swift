import RoadmapModel

/// Approvals of a round that was returned which count in the next one, too.
public struct KeptApprovals: Hashable, Sendable {
  /// The number of the round that they count in.
  public let round: Int
  /// The approvals, each with the round and the event that it was given in.
  public let votes: [OpenRound.Vote]

  /// Describes approvals.
  public init(round: Int, _ votes: [OpenRound.Vote]) {
    self.round = round
    self.votes = votes
  }
}

/// A round that ended with a return, of a route that lets agreements stand.
struct ReturnedRound: Equatable, Sendable {
  let transition: TransitionIndex
  let route: RouteIndex
  let votes: [OpenRound.Vote]
}

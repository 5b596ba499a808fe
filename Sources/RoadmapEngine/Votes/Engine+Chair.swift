import RoadmapModel

extension Engine {
  /// Whether a person may pass a step alone, as far as the roadmap says: by `chair`, unless `not`
  /// means the person too. Of bound steps only the first to open can be passed so, by somebody
  /// whom all the others mean; a step that rules about duties bind to what was done before cannot,
  /// since all who did that must agree.
  func isChair(
    _ person: PersonIndex, of step: StepIndex, on route: RouteIndex, for request: Request
  ) -> Bool {
    guard plan.routes[route.position].chairs[step.position],
      request.bars?.needed(in: step) == nil
    else { return false }
    let steps = roadmap.routes[route.position].steps
    let own = steps[step.position]
    let includes = { (principals: [Principal]) in
      roadmap.person(
        person, is: principals, for: request.measure, requester: request.requester)
    }
    guard includes(own.chair), !includes(own.excluded) else { return false }
    return plan.routes[route.position].bound[step.position].allSatisfy { other in
      other == step
        || roadmap.person(
          person, mayDecideIn: steps[other.position], for: request.measure,
          requester: request.requester)
    }
  }

  /// Those who may still pass a step alone: not kept from it by a separation, and not having
  /// decided in it otherwise.
  func chairs(
    of step: StepIndex, on route: RouteIndex, for request: Request,
    after votes: [OpenRound.Vote] = [], dissents: [OpenRound.Vote] = []
  ) -> [PersonIndex] {
    let plan = plan.routes[route.position]
    guard plan.chairs[step.position] else { return [] }
    let meant = roadmap.people(
      meant: roadmap.routes[route.position].steps[step.position].chair, for: request.measure,
      requester: request.requester)
    let rivals = plan.rivals[step.position]
    return meant.filter { person in
      isChair(person, of: step, on: route, for: request)
        && !(plan.isApartFromRequester[step.position] && person == request.requester)
        && request.bars?.separation(of: person, in: step) == nil
        && !votes.contains {
          $0.involves(person) && ($0.step == step || rivals.contains($0.step))
        }
        && !dissents.contains { $0.involves(person) && $0.step == step }
    }
  }

  /// The chair who has passed a step alone, if one has.
  func passingChair(
    of step: StepIndex, on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote]
  ) -> PersonIndex? {
    let plan = plan.routes[route.position]
    guard plan.chairs[step.position],
      let vote = votes.first(where: { $0.isChair && $0.step == step }),
      isHandRight(of: vote, on: route, for: request, among: votes)
    else { return nil }
    let (chair, rivals) = (vote.principal, plan.rivals[step.position])
    guard isChair(chair, of: step, on: route, for: request),
      !(plan.isApartFromRequester[step.position] && chair == request.requester),
      request.bars?.separation(of: chair, in: step) == nil,
      !votes.contains(where: { $0.involves(chair) && rivals.contains($0.step) })
    else { return nil }
    return chair
  }

  /// Those who may still pass a step of an open round alone.
  func chairs(of step: StepIndex, in round: OpenRound) -> [PersonIndex] {
    chairs(
      of: step, on: round.route, for: Request(round), after: round.votes,
      dissents: round.dissents)
  }

  /// A vote that passes its step alone only where a vote in that step can.
  func withSoundChair(_ vote: OpenRound.Vote, in round: OpenRound) -> OpenRound.Vote {
    guard vote.isChair else { return vote }
    var vote = vote
    vote.isChair = mayPassAlone(vote, in: round)
    return vote
  }

  /// Whether a vote is one by which somebody passes a step alone that has not passed.
  func mayPassAlone(_ vote: OpenRound.Vote, in round: OpenRound) -> Bool {
    vote.isChair && vote.verdict.isApproval && round.passed.indices.contains(vote.step.position)
      && !round.passed[vote.step.position]
      && plan.routes[round.route.position].chairs[vote.step.position]
  }
}

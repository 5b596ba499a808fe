import RoadmapModel

extension Engine {
  /// What speaks against opening a round: a step that nobody can decide, a quorum that cannot be
  /// reached, people who would have to be in two places, a refusal that would finish the measure.
  ///
  /// Without a requester, only what holds whoever asks.
  func addApprovalGuards(
    route: RouteIndex, _ move: CyclePlan.Move, _ request: Request, in state: RunState,
    to found: inout [Blocker]
  ) {
    guard plan.routes[route.position].isSound else {
      found.append(.brokenDefinition(request.measure))
      return
    }
    addFinishingRefusals(move, request, in: state, to: &found)
    let known = found.count
    for step in roadmap.routes[route.position].steps.indices {
      addVacancy(in: StepIndex(step), of: route, for: request, to: &found)
    }
    guard found.count == known, request.requester != nil else { return }
    if let shortage = shortage(on: route, for: request, after: [], passed: []) {
      found.append(.separationLeavesNobody(shortage, after: nil))
    }
  }

  private func addVacancy(
    in step: StepIndex, of route: RouteIndex, for request: Request, to found: inout [Blocker]
  ) {
    let bound = plan.routes[route.position].bound[step.position]
    let steps = roadmap.routes[route.position].steps
    if request.requester == nil,
      bound.contains(where: { steps[$0.position].voices.contains(.requester) })
    {
      return
    }
    guard let leader = bound.first, chairs(of: leader, on: route, for: request).isEmpty else {
      return
    }
    let electorate = electorate(of: step, on: route, for: request, after: [])
    guard !electorate.people.isEmpty else {
      let isApart = plan.routes[route.position].isApartFromRequester[step.position]
      let meant = meant(by: step, on: route, for: request)
      found.append(
        .nobodyCanApprove(
          request.measure, route, step, separated: isApart && !meant.isEmpty ? meant : []))
      return
    }
    let there = reach(
      of: electorate.people, towards: electorate.quorum, in: leader, on: route, for: request)
    guard electorate.needed > there else { return }
    found.append(
      electorate.quorum.unit == .people
        ? .quorumUnreachable(
          request.measure, route, step, needed: electorate.needed, people: electorate.people)
        : .ofVote(
          .quorumOutOfReach(
            request.measure, route, step, electorate.quorum, there: there,
            people: electorate.people)))
  }

  /// A refusal may send a measure back to a done state that it has reached, but must never be what
  /// carries it into one.
  private func addFinishingRefusals(
    _ move: CyclePlan.Move, _ request: Request, in state: RunState, to found: inout [Blocker]
  ) {
    let done = plan.cycle(of: request.measure)?.done ?? 0
    let fresh = done & ~state.standings[request.measure.position].reached
    var ends = [move.onReturn, move.onReject].filter {
      $0 >= 0 && fresh & (1 << UInt64($0 & 63)) != 0
    }
    if ends.count == 2, ends[0] == ends[1] { ends.removeLast() }
    for end in ends {
      found.append(
        .refusalWouldFinish(
          request.measure, request.transition, state: StateIndex(raw: Int32(end))))
    }
  }
}

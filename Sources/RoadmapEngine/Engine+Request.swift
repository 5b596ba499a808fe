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
    let there = reach(
      of: electorate.people, towards: electorate.quorum, in: leader, on: route, for: request)
    if electorate.needed > there,
      let shortage = dutyShortage(electorate, in: step, on: route, for: request)
    {
      found.append(.dutyLeavesNobody(shortage))
      return
    }
    guard !electorate.people.isEmpty else {
      let isApart = plan.routes[route.position].isApartFromRequester[step.position]
      let meant = meant(by: step, on: route, for: request)
      found.append(
        .nobodyCanApprove(
          request.measure, route, step, separated: isApart && !meant.isEmpty ? meant : []))
      return
    }
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
    let onReject: UInt64 = move.onReject < 0 ? 0 : 1 << UInt64(move.onReject & 63)
    for end in StateSet(bits: fresh & (move.returns | onReject)).states {
      found.append(
        .refusalWouldFinish(
          request.measure, request.transition, state: end))
    }
  }

  /// A step that is left to too few, if rules about duties have to do with it.
  private func dutyShortage(
    _ electorate: Electorate, in step: StepIndex, on route: RouteIndex, for request: Request
  ) -> DutyShortage? {
    let clashes = request.bars?.clashes(in: step) ?? []
    guard !clashes.isEmpty else { return nil }
    return DutyShortage(
      measure: request.measure, route: route, step: step, clashes: clashes,
      needed: electorate.needed, unit: electorate.quorum.unit, people: electorate.people)
  }
}

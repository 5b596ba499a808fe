import RoadmapModel

extension Engine {
  /// How far people carry a quorum together, in its unit.
  func reach(
    of people: [PersonIndex], towards quorum: Quorum, in step: StepIndex, on route: RouteIndex,
    for request: Request
  ) -> Int {
    switch quorum.unit {
    case .people: people.count
    case .weight:
      people.reduce(0) { $0 + weight(of: $1, in: step, on: route, for: request) }
    case .places: seating(of: people, among: quorum.groups, for: request).count
    }
  }

  /// What a person's voice weighs in a step.
  func weight(
    of person: PersonIndex, in step: StepIndex, on route: RouteIndex, for request: Request
  ) -> Int {
    roadmap.weight(
      of: person, in: roadmap.routes[route.position].steps[step.position], for: request.measure,
      requester: request.requester)
  }

  /// The group for which each of these people counts, in their order.
  func seating(
    of people: [PersonIndex], among groups: [Quorum.Group], for request: Request
  ) -> Seating {
    var seating = Seating(seats: groups.map { min(max($0.count, 1), Quorum.largest) })
    for person in people {
      seating.seat(
        in: roadmap.groups(
          of: person, among: groups, for: request.measure, requester: request.requester))
    }
    return seating
  }

  /// Whether a step of an open round can still be passed: by those of its people who have not
  /// abstained or refused, or by a chair.
  func canStillPass(_ step: StepIndex, in round: OpenRound) -> Bool {
    guard chairs(of: step, in: round).isEmpty else { return true }
    let electorate = electorate(of: step, in: round)
    let left = electorate.people.filter { !round.hasDissented($0, in: step) }
    let leader = plan.routes[round.route.position].bound[step.position].first ?? step
    return reach(
      of: left, towards: electorate.quorum, in: leader, on: round.route, for: Request(round))
      >= electorate.needed
  }
}

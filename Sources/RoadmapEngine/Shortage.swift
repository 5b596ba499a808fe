public import RoadmapModel

/// Steps that must be decided by different people, who are together too few.
public struct Shortage: Hashable, Sendable {
  /// The measure.
  public let measure: MeasureIndex
  /// The route of the steps.
  public let route: RouteIndex
  /// The steps, in the order of the route.
  public let steps: [StepIndex]
  /// How many more approvals by different people they need together.
  public let needed: Int
  /// The people who can still give them, in their order.
  public let people: [PersonIndex]
}

extension Engine {
  /// The most steps of one separation of which every combination is looked at; of longer ones,
  /// each step alone and all together.
  private static let mostSteps = 10

  /// Steps of one separation of duties that can no longer all be decided, or `nil`.
  ///
  /// By Hall's theorem, different people can be found for all steps just when every combination of
  /// steps has together as many people as it needs approvals. How many a step needs is counted low
  /// where people may still go over to a rival (see ``demand(of:on:for:after:passed:)``), so what
  /// this finds is certain.
  ///
  /// `passed` says whether each step has passed; it is empty before the first vote.
  func shortage(
    on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote],
    dissents: [OpenRound.Vote] = [], passed: [Bool]
  ) -> Shortage? {
    for set in plan.routes[route.position].separatedSteps {
      let open = set.filter { passed.isEmpty || !passed[$0.position] }
      let demands = open.map {
        demand(of: $0, on: route, for: request, after: votes, dissents: dissents, passed: passed)
      }
      for chosen in Self.combinations(of: open.count) {
        let needed = chosen.reduce(0) { $0 + demands[$1].needed }
        let people = Set(chosen.flatMap { demands[$0].people })
        guard needed > people.count else { continue }
        return Shortage(
          measure: request.measure, route: route, steps: chosen.map { open[$0] }, needed: needed,
          people: people.sorted())
      }
    }
    return nil
  }

  /// The combinations of `count` steps to look at, the small ones first.
  private static func combinations(of count: Int) -> [[Int]] {
    guard count > 0 else { return [] }
    guard count <= mostSteps else { return (0..<count).map { [$0] } + [Array(0..<count)] }
    let all = (1..<(1 << count)).map { bits in (0..<count).filter { bits & (1 << $0) != 0 } }
    return all.sorted { ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0) }
  }

  /// How many more approvals a step needs at least, and who can give them; of a step with a chair
  /// who is free, one.
  private func demand(
    of step: StepIndex, on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote],
    dissents: [OpenRound.Vote], passed: [Bool]
  ) -> (needed: Int, people: [PersonIndex]) {
    let own = peoplesDemand(
      of: step, on: route, for: request, after: votes, dissents: dissents, passed: passed)
    let chairs = chairs(of: step, on: route, for: request, after: votes, dissents: dissents)
    guard !chairs.isEmpty else { return own }
    return (min(own.needed, 1), Set(own.people + chairs).sorted())
  }

  /// How many more approvals a step needs at least where no chair passes it.
  ///
  /// A quorum that is taken of those who remain shrinks when somebody approves in a rival instead.
  /// That can happen until the step passes, in rivals of its own stage or an earlier one, and by
  /// chairs in any.
  private func peoplesDemand(
    of step: StepIndex, on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote],
    dissents: [OpenRound.Vote], passed: [Bool]
  ) -> (needed: Int, people: [PersonIndex]) {
    let electorate = electorate(
      of: step, on: route, for: request, after: votes, dissents: dissents)
    let left = electorate.people.filter { person in
      !votes.contains { $0.step == step && $0.involves(person) }
        && !dissents.contains { $0.step == step && $0.involves(person) }
    }
    guard plan.routes[route.position].bound[step.position].first == step else {
      // Until the first of bound steps has passed, it is only certain that somebody is needed.
      let deciders = deciders(boundTo: step, on: route, for: request, after: votes)
      return (deciders == nil ? 1 : max(0, electorate.needed - electorate.given), left)
    }
    let missing = max(0, electorate.needed - electorate.given)
    switch electorate.quorum {
    case .weight:
      return (
        fewest(
          bringing: missing, of: left.map { weight(of: $0, in: step, on: route, for: request) }),
        left
      )
    case .each, .any, .count: return (missing, left)
    case .all, .percent, .moreThan:
      let drawn = drawn(
        from: step, on: route, for: request, after: votes, dissents: dissents, passed: passed)
      let staying = electorate.people.count - left.filter(drawn.contains).count
      return (max(0, electorate.quorum.needed(of: staying) - electorate.given), left)
    }
  }

  /// The people who may yet approve in a rival instead of a step.
  private func drawn(
    from step: StepIndex, on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote],
    dissents: [OpenRound.Vote], passed: [Bool]
  ) -> Set<PersonIndex> {
    let plan = plan.routes[route.position]
    let open = plan.rivals[step.position].filter { passed.isEmpty || !passed[$0.position] }
    return open.reduce(into: []) { drawn, rival in
      drawn.formUnion(
        chairs(of: rival, on: route, for: request, after: votes, dissents: dissents))
      guard plan.stages[rival.position] <= plan.stages[step.position] else { return }
      drawn.formUnion(
        electorate(of: rival, on: route, for: request, after: votes, dissents: dissents).people)
    }
  }

  /// The fewest of these weights that add up to `weight`; one more than there are where all of them
  /// do not.
  private func fewest(bringing weight: Int, of weights: [Int]) -> Int {
    var missing = weight
    for (count, own) in weights.sorted(by: >).enumerated() {
      guard missing > 0 else { return count }
      missing -= own
    }
    return missing > 0 ? weights.count + 1 : weights.count
  }
}

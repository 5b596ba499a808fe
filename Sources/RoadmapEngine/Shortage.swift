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
    on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote], passed: [Bool]
  ) -> Shortage? {
    for set in plan.routes[route.position].separatedSteps {
      let open = set.filter { passed.isEmpty || !passed[$0.position] }
      let demands = open.map {
        demand(of: $0, on: route, for: request, after: votes, passed: passed)
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

  /// How many more approvals a step needs at least, and who can give them.
  ///
  /// A quorum that is taken of those who remain shrinks when somebody approves in a rival instead.
  /// That can happen until the step passes, in rivals of its own stage or an earlier one.
  private func demand(
    of step: StepIndex, on route: RouteIndex, for request: Request, after votes: [OpenRound.Vote],
    passed: [Bool]
  ) -> (needed: Int, people: [PersonIndex]) {
    let electorate = electorate(of: step, on: route, for: request, after: votes)
    let left = electorate.people.filter { person in
      !votes.contains { $0.step == step && $0.involves(person) }
    }
    let plan = plan.routes[route.position]
    let rivals = plan.rivals[step.position].filter {
      plan.stages[$0.position] <= plan.stages[step.position]
        && (passed.isEmpty || !passed[$0.position])
    }
    let drawn = Set(
      rivals.flatMap { self.electorate(of: $0, on: route, for: request, after: votes).people })
    let staying = electorate.people.count - left.filter(drawn.contains).count
    guard plan.bound[step.position].first == step else {
      // Until the first of bound steps has passed, it is only certain that somebody is needed.
      let deciders = deciders(boundTo: step, on: route, for: request, after: votes)
      return (deciders == nil ? 1 : max(0, electorate.needed - electorate.given), left)
    }
    let quorum = roadmap.routes[route.position].steps[step.position].quorum
    return (max(0, quorum.needed(of: staying) - electorate.given), left)
  }
}

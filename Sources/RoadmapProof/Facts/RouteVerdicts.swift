import RoadmapModel

/// Judges a route for measure after measure, each different case once.
struct RouteVerdicts {
  private let crew: RouteCrew
  private let judgesSteps: Bool
  private let judgesSeparations: Bool
  /// Whether somebody is named in the route, so that it matters whether an owner is that person.
  private var isNamed: [Bool]
  /// Whether measures with so many owners are fine whoever these are.
  private var surelyFine: [Bool] = []
  private var byCount: [Int: [RouteProblem]] = [:]
  private var byOwners: [[PersonIndex]: [RouteProblem]] = [:]

  /// The most owners of a measure for which the quick answers are prepared.
  private static let mostOwners = 8

  /// - Parameters:
  ///   - crew: the route.
  ///   - personCount: the number of people in the roadmap.
  ///   - judgesSeparations: whether nothing else is wrong, so that separations can be judged.
  init(_ crew: RouteCrew, personCount: Int, judgesSeparations: Bool) {
    self.crew = crew
    judgesSteps = crew.crews.contains(where: \.dependsOnMeasure)
    self.judgesSeparations = judgesSeparations && crew.separationDependsOnMeasure
    isNamed = Array(repeating: false, count: personCount)
    for person in crew.crews.flatMap(\.fixed) + crew.requesters.fixed
    where isNamed.indices.contains(person.position) {
      isNamed[person.position] = true
    }
    guard isNeeded, !crew.dependsOnKeys else { return }
    surelyFine = (0...Self.mostOwners).map { isSurelyFine(ownerCount: $0) }
  }

  /// Whether the verdict differs from measure to measure.
  var isNeeded: Bool { judgesSteps || judgesSeparations }

  /// What is wrong with the route for a measure with these owners, of what depends on them.
  mutating func problems(owners: ArraySlice<PersonIndex>) -> [RouteProblem] {
    if surelyFine.indices.contains(owners.count), surelyFine[owners.count] { return [] }
    let isCounted = !crew.dependsOnKeys && owners.areDifferent(upTo: Self.mostOwners)
    guard isCounted, !owners.contains(where: isNamed(_:)) else {
      return cached(\.byOwners, Array(owners), owners)
    }
    return cached(\.byCount, owners.count, owners)
  }

  private func isNamed(_ person: PersonIndex) -> Bool {
    !isNamed.indices.contains(person.position) || isNamed[person.position]
  }

  private mutating func cached<Key: Hashable>(
    _ cache: WritableKeyPath<Self, [Key: [RouteProblem]]>, _ key: Key,
    _ owners: ArraySlice<PersonIndex>
  ) -> [RouteProblem] {
    if let known = self[keyPath: cache][key] { return known }
    var problems = crew.problemsOfSteps(owners: owners, dependingOnMeasure: true)
    if problems.isEmpty, judgesSeparations, let problem = crew.problemOfSeparations(owners: owners)
    {
      problems = [problem]
    }
    self[keyPath: cache][key] = problems
    return problems
  }

  /// Whether so many owners, at least one of them, can fill their steps and leave enough people
  /// for the others, whoever they are.
  private func isSurelyFine(ownerCount: Int) -> Bool {
    guard ownerCount > 0 else { return false }
    let steps = crew.route.steps
    let quorumsHold = crew.crews.indices.allSatisfy { step in
      guard crew.crews[step].dependsOnMeasure, case .count(let count) = steps[step].quorum else {
        return true
      }
      return count <= max(1, crew.crews[step].fixed.count)
    }
    guard quorumsHold, judgesSeparations else { return quorumsHold }
    return crew.crews.indices.allSatisfy { hasSpare(step: $0, ownerCount: ownerCount) }
  }

  /// Whether a separated step has enough people even when everybody who must not decide in it
  /// is one of them.
  private func hasSpare(step: Int, ownerCount: Int) -> Bool {
    let groups = crew.separated.filter { $0.steps.contains(step) }
    guard crew.apart[step] != nil || !groups.isEmpty else { return true }
    let others = Set(groups.flatMap(\.steps)).subtracting([step])
    if crew.crews[step].dependsOnMeasure {
      return crew.apart[step] == nil && !others.contains { crew.crews[$0].dependsOnMeasure }
    }
    guard !crew.crews[step].hasRequester, let own = demand(of: step, ownerCount: 0) else {
      return false
    }
    var taken = 0
    for other in others {
      guard let demand = demand(of: other, ownerCount: ownerCount) else { return false }
      taken += demand
    }
    return crew.crews[step].fixed.count > own + taken
  }

  /// The most people that a step may take away, or `nil` where that is hard to tell.
  private func demand(of step: Int, ownerCount: Int) -> Int? {
    switch crew.route.steps[step].quorum {
    case .any: 1
    case .count(let count): min(max(1, count), crew.crews[step].fixed.count + ownerCount)
    case .all, .percent:
      crew.crews[step].dependsOnMeasure ? crew.crews[step].fixed.count + ownerCount : nil
    }
  }
}

extension ArraySlice<PersonIndex> {
  /// Whether these are at most `limit` people, all different.
  fileprivate func areDifferent(upTo limit: Int) -> Bool {
    count <= limit && indices.allSatisfy { !self[..<$0].contains(self[$0]) }
  }
}

import RoadmapModel

/// Who could carry a request through its route.
enum RouteStaffing: Hashable {
  /// This person asks, and these decide in each step, in order. Nobody asks where nobody can,
  /// though it makes no difference who would.
  case staffed(requester: PersonIndex?, steps: [[PersonIndex]])
  /// No choice of people passes every step; certain.
  case impossible
  /// It was too hard to tell.
  case undecided
}

extension RouteCrew {
  /// Finds people for a measure with these owners, exactly as the engine would let them act.
  ///
  /// The engine counts `all` and percentages of those who remain when the requester and those who
  /// have decided in a rival are taken out. Steps that wait for such people therefore have several
  /// ways to pass, which are tried in turn.
  ///
  /// - Parameters:
  ///   - owners: the owners of the measure, the lead first.
  ///   - absent: people who cannot act; the engine counts them all the same.
  ///   - mostTries: how far the search goes, all ways together.
  /// - Returns: a witness, where there is one.
  func staffing(
    owners: ArraySlice<PersonIndex>, absent: Set<PersonIndex> = [], mostTries: Int
  ) -> RouteStaffing {
    var isUndecided = false
    let possible = possibleRequesters(owners: owners, absent: absent)
    for requester in possible {
      let cast = RouteCast(self, owners: owners, requester: requester, absent: absent)
      switch cast.staffing(mostTries: mostTries / possible.count) {
      case .staffed(_, let steps): return .staffed(requester: requester, steps: steps)
      case .undecided: isUndecided = true
      case .impossible: continue
      }
    }
    return isUndecided ? .undecided : .impossible
  }

  /// Those who may ask, one of each sort that makes a difference; where none does, the first or
  /// nobody.
  private func possibleRequesters(
    owners: ArraySlice<PersonIndex>, absent: Set<PersonIndex>
  ) -> [PersonIndex?] {
    let people = ableToAsk(requesters.people(owners: owners, requester: nil), absent: absent)
    guard dependsOnRequester else { return [people.first] }
    let meant = crews.map { Set($0.people(owners: owners, requester: nil)) }
    var seen: Set<[Bool]> = []
    return people.filter { person in
      let sort = zip(meant, crews).flatMap { people, crew in
        [
          people.contains(person), crew.bars(person, owners: owners, requester: nil),
          keyless.contains(person),
        ]
      }
      return seen.insert(sort).inserted
    }
  }
}

/// A route with everybody's part known: whom each step means when this person asks.
struct RouteCast {
  private let crew: RouteCrew
  /// The people of each step as the engine counts them, before anybody has decided.
  private var counted: [Set<PersonIndex>]
  private let absent: Set<PersonIndex>
  /// For each step, the steps that must share nobody with it.
  private let rivals: [Set<Int>]
  /// The judged steps, of bound ones the first to open, which stands for all of them.
  private let steps: [Int]
  /// For each step, the one that stands for it.
  private let leaders: [Int]
  /// Whether somebody would have to be somebody else.
  private let isContradictory: Bool

  init(
    _ crew: RouteCrew, owners: ArraySlice<PersonIndex>, requester: PersonIndex?,
    absent: Set<PersonIndex>
  ) {
    self.crew = crew
    self.absent = absent.union(crew.keyless)
    let judged = Set(crew.steps)
    let bound = crew.bound
    let leaders = bound.map { $0[0] }
    self.leaders = leaders
    steps = crew.steps.filter { leaders[$0] == $0 }
    let separated = crew.rivals
    rivals = bound.map { group in
      let rivals = group.filter(judged.contains).flatMap { separated[$0] }
      return Set(rivals.filter(judged.contains).map { leaders[$0] })
    }
    isContradictory = rivals.enumerated().contains { $1.contains(leaders[$0]) }
    let own = crew.crews.enumerated().map { step, own in
      var people = Set(own.people(owners: owners, requester: requester))
      if let requester, crew.separation(fromRequester: step) != nil { people.remove(requester) }
      return people
    }
    counted = bound.map { group in
      group.dropFirst().reduce(own[group[0]]) { $0.intersection(own[$1]) }
    }
  }

  /// Finds people for every step.
  func staffing(mostTries: Int) -> RouteStaffing {
    guard !isContradictory else { return .impossible }
    var settled = self
    settled.settleUnanimous()
    let elective = steps.filter(settled.isElective)
    guard let ways = settled.ways(of: elective) else { return .undecided }
    var isUndecided = false
    for way in ways {
      // However many ways there are, the search ends in time.
      switch settled.problem(way).solve(mostTries: max(200, mostTries / ways.count)) {
      case .staffed(let posts):
        let people = settled.people
        var found = [[PersonIndex]](repeating: [], count: crew.route.steps.count)
        for (step, post) in zip(steps, posts) { found[step] = post.map { people[$0] } }
        return .staffed(requester: nil, steps: leaders.map { found[$0] })
      case .undecided: isUndecided = true
      case .impossible: continue
      }
    }
    return isUndecided ? .undecided : .impossible
  }

  /// Takes the people of a step in which all must agree, and cannot be drawn elsewhere before, out
  /// of the steps that must share nobody with it.
  private mutating func settleUnanimous() {
    for step in steps.sorted(by: { (crew.stages[$0], $0) < (crew.stages[$1], $1) })
    where isUnanimous(step) && !isElective(step) {
      for rival in rivals[step] { counted[rival].subtract(counted[step]) }
    }
  }

  private func isUnanimous(_ step: Int) -> Bool {
    switch crew.route.steps[step].quorum {
    case .all: true
    case .percent(let percent): percent >= 100
    case .any, .count: false
    }
  }

  /// The rivals in which people of a step can have decided before it passes.
  private func drains(of step: Int) -> [Int] {
    rivals[step].sorted().filter { rival in
      crew.stages[rival] <= crew.stages[step] && !counted[rival].isDisjoint(with: counted[step])
    }
  }

  /// Whether how many must agree depends on who decides elsewhere.
  private func isElective(_ step: Int) -> Bool {
    switch crew.route.steps[step].quorum {
    case .any, .count: false
    case .all, .percent: !drains(of: step).isEmpty
    }
  }

  /// Everybody who is meant somewhere and can act, in order.
  private var people: [PersonIndex] {
    steps.reduce(into: Set<PersonIndex>()) { $0.formUnion(counted[$1]) }
      .subtracting(absent).sorted()
  }
}

// MARK: - Steps that count those who remain

extension RouteCast {
  /// How many agree in a step and how many of its people have decided in rivals by then.
  private struct Quota {
    let step: Int
    let needed: Int
    let drawn: Int
  }

  /// The most ways that are tried for one requester.
  private static let mostWays = 512

  /// Every way in which these steps can pass; `nil` where there are too many.
  private func ways(of elective: [Int]) -> [[Quota]]? {
    var ways: [[Quota]] = [[]]
    for step in elective {
      let quotas = quotas(of: step)
      guard ways.count * max(1, quotas.count) <= Self.mostWays else { return nil }
      ways = ways.flatMap { way in quotas.map { way + [$0] } }
    }
    return ways
  }

  /// The ways in which a step can pass: for each number of approvals, the fewest people who must
  /// be drawn elsewhere for it to suffice.
  private func quotas(of step: Int) -> [Quota] {
    let all = counted[step].count
    let most = drains(of: step).reduce(0) { sum, rival in sum + largestNeed(of: rival) }
    var found: [Quota] = []
    for drawn in 0...min(all, most) {
      let needed = crew.route.steps[step].quorum.needed(of: all - drawn)
      if found.last?.needed != needed {
        found.append(Quota(step: step, needed: needed, drawn: drawn))
      }
    }
    return found
  }

  private func largestNeed(of step: Int) -> Int {
    min(
      counted[step].count, crew.route.steps[step].quorum.needed(of: counted[step].count))
  }

  /// The route as posts: one a step, then one for those who are drawn away from each step that
  /// counts those who remain.
  private func problem(_ way: [Quota]) -> StaffingProblem {
    let people = people
    let places = Dictionary(
      uniqueKeysWithValues: people.enumerated().map { ($0.element, $0.offset) })
    let sets = steps.map { step in
      PeopleSet(counted[step].compactMap { places[$0] }, count: people.count)
    }
    let posts = Dictionary(
      uniqueKeysWithValues: steps.enumerated().map { ($0.element, $0.offset) })
    let needs = Dictionary(uniqueKeysWithValues: way.map { ($0.step, $0.needed) })
    var problem = StaffingProblem(peopleCount: people.count)
    for (set, step) in zip(sets, steps) {
      let quorum = crew.route.steps[step].quorum
      problem.posts.append(
        StaffingProblem.Post(
          candidates: set, needed: needs[step] ?? quorum.needed(of: counted[step].count)))
    }
    for quota in way where quota.drawn > 0 {
      let drains = drains(of: quota.step).compactMap { posts[$0] }
      problem.posts.append(
        StaffingProblem.Post(
          candidates: sets[posts[quota.step] ?? 0], needed: quota.drawn, onlyWith: [drains]))
    }
    for separation in crew.separations {
      let separated = separation.steps.filter(crew.steps.contains).compactMap { posts[leaders[$0]] }
      if separated.count > 1 { problem.rules.append(.different(separated)) }
    }
    return problem
  }
}

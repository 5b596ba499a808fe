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
    let lists = lists
    let meant = lists.map { Set($0.people(owners: owners, requester: nil)) }
    var seen: Set<[Bool]> = []
    return people.filter { person in
      let sort = zip(meant, lists).flatMap { people, crew in
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
  let crew: RouteCrew
  /// The people of each step as the engine counts them, before anybody has decided.
  private(set) var counted: [Set<PersonIndex>]
  /// Those who may pass each step alone.
  let chairs: [Set<PersonIndex>]
  /// How the voices of each step count.
  let meters: [VoiceMeter]
  /// Those who cannot act.
  let absent: Set<PersonIndex>
  /// For each step, the steps that must share nobody with it.
  let rivals: [Set<Int>]
  /// The judged steps, of bound ones the first to open, which stands for all of them.
  let steps: [Int]
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
    meters = crew.voices.map { $0.meter(owners: owners, requester: requester) }
    chairs = crew.voices.enumerated().map { step, voices in
      guard let chair = voices.chair, bound[step][0] == step else { return [] }
      var people = Set(chair.people(owners: owners, requester: requester))
      if let requester, crew.separation(fromRequester: step) != nil { people.remove(requester) }
      return bound[step].dropFirst().reduce(people) { $0.intersection(own[$1]) }
    }
  }

  /// Finds people for every step.
  func staffing(mostTries: Int) -> RouteStaffing {
    guard !isContradictory else { return .impossible }
    guard !mustBePlayed else { return RoutePlay(self)?.run(mostTries: mostTries) ?? .undecided }
    var settled = self
    settled.settleUnanimous()
    guard let ways = settled.ways() else { return .undecided }
    var isUndecided = false
    for way in ways {
      // However many ways there are, the search ends in time.
      switch settled.staffing(way, mostTries: max(200, mostTries / ways.count)) {
      case .staffed(let requester, let steps):
        return .staffed(requester: requester, steps: steps)
      case .undecided: isUndecided = true
      case .impossible: continue
      }
    }
    return isUndecided ? .undecided : .impossible
  }

  /// Finds people for every step that pass it in this way.
  private func staffing(_ way: [StepWay], mostTries: Int) -> RouteStaffing {
    let people = people
    let (problem, posts) = problem(way, people)
    switch problem.solve(mostTries: mostTries) {
    case .undecided: return .undecided
    case .impossible: return .impossible
    case .staffed(let held):
      var found = [[PersonIndex]](repeating: [], count: crew.route.steps.count)
      for (step, own) in zip(steps, posts) {
        found[step] = own.flatMap { held[$0] }.sorted().map { people[$0] }
      }
      return .staffed(requester: nil, steps: witness(found))
    }
  }

  /// Who decides in each step, when these do in those that stand for all.
  func witness(_ found: [[PersonIndex]]) -> [[PersonIndex]] { leaders.map { found[$0] } }

  /// Takes the people of a step in which all must agree, and cannot be drawn elsewhere before, out
  /// of the steps that must share nobody with it.
  private mutating func settleUnanimous() {
    for step in steps.sorted(by: { (crew.stages[$0], $0) < (crew.stages[$1], $1) })
    where isUnanimous(step) && !isElective(step) {
      for rival in rivals[step] { counted[rival].subtract(counted[step]) }
    }
  }

  private func isUnanimous(_ step: Int) -> Bool {
    guard chairs[step].isEmpty else { return false }
    return switch crew.route.steps[step].quorum {
    case .all: true
    case .percent(let percent): percent >= 100
    case .any, .count, .moreThan, .weight, .each: false
    }
  }

  /// Everybody who is meant somewhere and can act, in order.
  private var people: [PersonIndex] {
    steps.reduce(into: Set<PersonIndex>()) { $0.formUnion(counted[$1].union(chairs[$1])) }
      .subtracting(absent).sorted()
  }
}

// MARK: - Steps that count those who remain

extension RouteCast {
  /// The rivals in which people of a step can have decided before it passes: a chair decides out
  /// of turn.
  func drains(of step: Int) -> [Int] {
    rivals[step].sorted().filter { rival in
      (crew.stages[rival] <= crew.stages[step] && !counted[rival].isDisjoint(with: counted[step]))
        || !chairs[rival].isDisjoint(with: counted[step])
    }
  }

  /// Whether how many must agree depends on who decides elsewhere.
  func isElective(_ step: Int) -> Bool {
    crew.route.steps[step].quorum.isRelative && !drains(of: step).isEmpty
  }

  /// Whether a step that counts those who remain has rivals in which more people can have decided
  /// than it takes to pass them, so that posts do not say it all.
  private var mustBePlayed: Bool {
    steps.contains { step in
      isElective(step)
        && drains(of: step).contains {
          crew.route.steps[$0].quorum.unit != .people || !chairs[$0].isEmpty
        }
    }
  }

  /// How many agree in a rival at most.
  func largestNeed(of step: Int) -> Int {
    min(counted[step].count, crew.route.steps[step].quorum.needed(of: counted[step].count))
  }

  /// The route as posts, and which of them each of ``steps`` has; then one post for those who are
  /// drawn away from each step that counts those who remain.
  private func problem(
    _ way: [StepWay], _ people: [PersonIndex]
  ) -> (StaffingProblem, posts: [[Int]]) {
    let places = Dictionary(
      uniqueKeysWithValues: people.enumerated().map { ($0.element, $0.offset) })
    let set = { (members: Set<PersonIndex>) in
      PeopleSet(members.compactMap { places[$0] }, count: people.count)
    }
    var problem = StaffingProblem(peopleCount: people.count)
    var posts = [[Int]](repeating: [], count: crew.route.steps.count)
    for (step, own) in zip(steps, way) {
      for post in own.posts {
        posts[step].append(problem.posts.count)
        problem.posts.append(
          StaffingProblem.Post(candidates: set(post.candidates), needed: post.needed))
      }
      if own.posts.count > 1 { problem.rules.append(.different(posts[step])) }
    }
    for (step, own) in zip(steps, way) where own.drawn > 0 {
      problem.posts.append(
        StaffingProblem.Post(
          candidates: set(counted[step]), needed: own.drawn,
          onlyWith: [drains(of: step).flatMap { posts[$0] }]))
    }
    for separation in crew.separations {
      let separated = separation.steps.filter(crew.steps.contains).map { leaders[$0] }
      let own = Set(separated).sorted().flatMap { posts[$0] }
      if Set(separated).count > 1 { problem.rules.append(.different(own)) }
    }
    return (problem, steps.map { posts[$0] })
  }
}

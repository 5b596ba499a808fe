import RoadmapModel

/// A way in which a step can pass: people for each of its posts, all of them different.
struct StepWay {
  /// Whom it takes.
  var posts: [(candidates: Set<PersonIndex>, needed: Int)]
  /// How many of its people have decided in rivals by then, where it counts those who remain.
  var drawn = 0
}

extension RouteCast {
  /// The most ways that are tried for one requester.
  private static let mostWays = 512

  /// Every way in which the steps can pass, a way for each of ``steps``; `nil` where there are too
  /// many.
  ///
  /// A step that shares no rule with others passes in the first way for which there are people.
  func ways() -> [[StepWay]]? {
    var ways: [[StepWay]] = [[]]
    for step in steps {
      guard var own = self.ways(of: step)?.filter(isFeasible) else { return nil }
      if rivals[step].isEmpty { own = Array(own.prefix(1)) }
      guard ways.count * max(1, own.count) <= Self.mostWays else { return nil }
      ways = ways.flatMap { way in own.map { way + [$0] } }
    }
    return ways
  }

  /// The ways of one step: by its people, then by a chair.
  private func ways(of step: Int) -> [StepWay]? {
    let people = counted[step]
    let quorum = crew.route.steps[step].quorum
    var own: [StepWay]
    switch quorum {
    case .all, .percent, .moreThan:
      own =
        isElective(step)
        ? quotas(of: step) : [StepWay(posts: [(people, quorum.needed(of: people.count))])]
    case .any, .count: own = [StepWay(posts: [(people, quorum.needed(of: people.count))])]
    case .weight(let weight):
      // More than all people on earth weigh, and little enough to be added up.
      guard let ways = waysToWeigh(min(max(1, weight), 1 << 53), in: step) else { return nil }
      own = ways
    case .each(let groups):
      own = [
        StepWay(
          posts: zip(meters[step].groups, groups).map { members, group in
            (people.intersection(members), min(max(group.count, 1), Quorum.largest))
          })
      ]
    }
    if !chairs[step].isEmpty { own.append(StepWay(posts: [(chairs[step], 1)])) }
    return own
  }

  /// For each number of approvals, the fewest people who must be drawn elsewhere for it to suffice.
  private func quotas(of step: Int) -> [StepWay] {
    let all = counted[step].count
    let most = drains(of: step).reduce(0) { sum, rival in sum + largestNeed(of: rival) }
    var found: [StepWay] = []
    for drawn in 0...min(all, most) {
      let needed = crew.route.steps[step].quorum.needed(of: all - drawn)
      if found.last?.posts[0].needed != needed {
        found.append(StepWay(posts: [(counted[step], needed)], drawn: drawn))
      }
    }
    return found
  }

  /// How many people of each weight bring enough, each of them being necessary.
  private func waysToWeigh(_ needed: Int, in step: Int) -> [StepWay]? {
    let able = counted[step].subtracting(absent)
    let classes = Dictionary(grouping: able) { meters[step].weight(of: $0) }
    let weights = classes.keys.sorted(by: >)
    var partial: [(counts: [Int], weight: Int)] = [([], 0)]
    for weight in weights {
      let members = classes[weight]?.count ?? 0
      var longer: [(counts: [Int], weight: Int)] = []
      for (counts, sum) in partial {
        let most = min(members, (max(0, needed - sum) + weight - 1) / weight)
        for count in 0...most { longer.append((counts + [count], sum + count * weight)) }
      }
      partial = longer
      guard partial.count <= Self.mostWays * 8 else { return nil }
    }
    return partial.compactMap { counts, sum in
      let taken = zip(weights, counts).filter { $0.1 > 0 }
      guard sum >= needed, let least = taken.last?.0, sum - least < needed else { return nil }
      return StepWay(posts: taken.map { (Set(classes[$0.0] ?? []), $0.1) })
    }
  }

  /// Whether there are people for a way, as far as no other step is concerned.
  private func isFeasible(_ way: StepWay) -> Bool {
    if way.posts.count == 1, let post = way.posts.first {
      return post.needed <= post.candidates.count
        && post.needed <= post.candidates.count { !absent.contains($0) }
    }
    var seating = Seating(seats: way.posts.map(\.needed))
    let able = way.posts.reduce(into: Set()) { $0.formUnion($1.candidates) }.subtracting(absent)
    for person in able.sorted() {
      seating.seat(in: way.posts.indices.filter { way.posts[$0].candidates.contains(person) })
    }
    return seating.count == way.posts.reduce(0) { $0 + $1.needed }
  }
}

/// A part of a problem in which posts of the same people have become one.
struct MergedPosts {
  /// The part, with posts and rules renumbered and no ``StaffingProblem/Rule/same(_:)`` left.
  let problem: StaffingProblem
  /// The post of ``problem`` that each post of the part has become.
  private let places: [Int: Int]
  private let part: [Int]

  /// `nil` where the rules contradict each other whoever the people are.
  init?(_ whole: StaffingProblem, _ part: StaffingProblem.Part) {
    self.part = part.posts
    let places = Self.places(of: part, in: whole)
    self.places = places
    guard let posts = Self.posts(of: part.posts, in: whole, places) else { return nil }
    var rules: [StaffingProblem.Rule] = []
    for rule in part.rules {
      guard let renumbered = Self.renumbered(rule, places, posts) else { return nil }
      if case .same = renumbered { continue }
      rules.append(renumbered)
    }
    problem = StaffingProblem(peopleCount: whole.peopleCount, posts: posts, rules: rules)
  }

  /// An answer to ``problem`` as one to the part.
  func answer(_ answer: StaffingAnswer) -> StaffingAnswer {
    guard case .staffed(let people) = answer else { return answer }
    return .staffed(part.map { post in places[post].map { people[$0] } ?? [] })
  }

  /// The place of each post of a part: posts of the same people have one.
  private static func places(
    of part: StaffingProblem.Part, in whole: StaffingProblem
  ) -> [Int: Int] {
    guard part.rules.contains(where: { if case .same = $0 { true } else { false } }) else {
      return Dictionary(
        uniqueKeysWithValues: part.posts.enumerated().map { ($0.element, $0.offset) })
    }
    var links = Links(count: whole.posts.count)
    for case .same(let posts) in part.rules { links.join(posts) }
    var placeOfRoot: [Int: Int] = [:]
    var places: [Int: Int] = [:]
    for post in part.posts {
      let root = links.root(of: post)
      let place = placeOfRoot[root] ?? placeOfRoot.count
      placeOfRoot[root] = place
      places[post] = place
    }
    return places
  }

  private static func posts(
    of part: [Int], in whole: StaffingProblem, _ places: [Int: Int]
  ) -> [StaffingProblem.Post]? {
    var merged: [StaffingProblem.Post] = []
    for post in part {
      guard let place = places[post] else { continue }
      var own = whole.posts[post]
      own.onlyWith = own.onlyWith.map { $0.compactMap { places[$0] } }
        .filter { !$0.contains(place) }
      guard merged.indices.contains(place) else {
        merged.append(own)
        continue
      }
      guard merged[place].needed == own.needed else { return nil }
      merged[place].candidates.formIntersection(own.candidates)
      merged[place].onlyWith += own.onlyWith
    }
    return merged
  }

  /// A rule about places; `nil` where it can never hold.
  private static func renumbered(
    _ rule: StaffingProblem.Rule, _ places: [Int: Int], _ posts: [StaffingProblem.Post]
  ) -> StaffingProblem.Rule? {
    let own = Set(rule.posts).compactMap { places[$0] }
    let distinct = Set(own).sorted()
    switch rule {
    case .same: return .same(distinct)
    case .different:
      // Posts that become one are held by the same people; by different ones only if by nobody.
      let isTwice = distinct.contains { place in
        posts[place].needed > 0 && own.count { $0 == place } > 1
      }
      return isTwice ? nil : .different(distinct)
    case .atMost(let most, _): return .atMost(most, distinct)
    case .atLeast(let least, _): return .atLeast(least, distinct)
    }
  }
}

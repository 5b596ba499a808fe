/// Posts to be filled with people under rules: the workflow satisfiability problem.
///
/// The general form that approvals are brought into before they are solved. A post is a piece of
/// work for so many different people out of its candidates; without rules the same person may
/// hold several posts. The rules speak of who is the same and who is not, never of whom, so that
/// an answer is a partition of the work with one person for each class of it.
///
/// Source: Karapetyan, Gagarin, Gutin, "Pattern backtracking algorithm for the workflow
/// satisfiability problem with user-independent constraints".
public struct StaffingProblem: Sendable {
  /// Work for so many different people.
  public struct Post: Sendable {
    /// Who can do it.
    public var candidates: PeopleSet
    /// How many different people it needs, 0 or more.
    public var needed: Int
    /// Lists of posts: of each list, every person here must hold one, too; posts that have such
    /// lists themselves do not count.
    public var onlyWith: [[Int]]

    /// Creates a post.
    public init(candidates: PeopleSet, needed: Int = 1, onlyWith: [[Int]] = []) {
      self.candidates = candidates
      self.needed = needed
      self.onlyWith = onlyWith
    }
  }

  /// A rule about posts, given by their positions.
  public enum Rule: Hashable, Sendable {
    /// Nobody holds two of these.
    case different([Int])
    /// The same people hold all of these.
    case same([Int])
    /// At most so many different people hold these together.
    case atMost(Int, [Int])
    /// At least so many different people hold these together.
    case atLeast(Int, [Int])

    /// The posts that it speaks of.
    public var posts: [Int] {
      switch self {
      case .different(let posts), .same(let posts), .atMost(_, let posts), .atLeast(_, let posts):
        posts
      }
    }
  }

  /// How many people there are; those in the posts' sets are 0 through `peopleCount - 1`.
  public let peopleCount: Int
  /// The posts.
  public var posts: [Post]
  /// The rules; positions in them that point at no post are passed over.
  public var rules: [Rule]

  /// Creates a problem.
  public init(peopleCount: Int, posts: [Post] = [], rules: [Rule] = []) {
    self.peopleCount = peopleCount
    self.posts = posts
    self.rules = rules
  }
}

/// What a search for people came to.
public enum StaffingAnswer: Hashable, Sendable {
  /// The people of each post, in order.
  case staffed([[Int]])
  /// The posts cannot be filled; certain.
  case impossible
  /// The search was given up after the most tries.
  case undecided
}

extension StaffingProblem {
  /// Fills the posts, exactly as far as `mostTries` goes.
  ///
  /// Posts that no rule connects are filled apart. The answer is the same every time.
  ///
  /// - Parameter mostTries: how many times a person may be tried in each part of the problem.
  /// - Returns: people for every post, where there are some.
  public func solve(mostTries: Int = 1_000_000) -> StaffingAnswer {
    var people = [[Int]](repeating: [], count: posts.count)
    var isUndecided = false
    for part in parts() {
      switch solve(part, mostTries: mostTries) {
      case .impossible: return .impossible
      case .undecided: isUndecided = true
      case .staffed(let found):
        for (post, crew) in zip(part.posts, found) { people[post] = crew.sorted() }
      }
    }
    return isUndecided ? .undecided : .staffed(people)
  }

  /// Fills posts that no rule connects with others.
  private func solve(_ part: Part, mostTries: Int) -> StaffingAnswer {
    if part.posts.count == 1, let post = part.posts.first, part.rules.isEmpty,
      posts[post].onlyWith.isEmpty
    {
      let people = posts[post].candidates.people
      guard people.count >= posts[post].needed else { return .impossible }
      return .staffed([Array(people.prefix(max(0, posts[post].needed)))])
    }
    guard let merged = MergedPosts(self, part) else { return .impossible }
    var search = StaffingSearch(merged.problem, mostTries: mostTries)
    return merged.answer(search.run())
  }

  /// Posts that no rule connects with others, in order, and the rules that speak of them.
  struct Part {
    let posts: [Int]
    var rules: [Rule] = []
  }

  /// The parts of the problem; rules that speak of no post are left out.
  private func parts() -> [Part] {
    var links = Links(count: posts.count)
    for rule in rules { links.join(rule.posts) }
    for post in posts.indices { links.join([post] + posts[post].onlyWith.joined()) }
    var parts = links.groups.map { Part(posts: $0) }
    var places: [Int: Int] = [:]
    for (place, part) in parts.enumerated() { places[part.posts[0]] = place }
    for rule in rules {
      guard let post = rule.posts.first(where: posts.indices.contains),
        let place = places[links.root(of: post)]
      else { continue }
      parts[place].rules.append(rule)
    }
    return parts
  }
}

/// Which posts belong together.
struct Links {
  private var roots: [Int]

  init(count: Int) { roots = Array(0..<count) }

  /// The groups, in the order of their first members.
  var groups: [[Int]] {
    var members: [Int: [Int]] = [:]
    for position in roots.indices { members[root(of: position), default: []].append(position) }
    return members.values.sorted { $0[0] < $1[0] }
  }

  /// Makes these one group; positions that there are not are passed over.
  mutating func join(_ positions: [Int]) {
    let known = positions.filter(roots.indices.contains)
    guard let first = known.first else { return }
    for other in known.dropFirst() {
      let (one, two) = (root(of: first), root(of: other))
      roots[max(one, two)] = min(one, two)
    }
  }

  /// The first member of the group of a position.
  func root(of position: Int) -> Int {
    var root = position
    while roots[root] != root { root = roots[root] }
    return root
  }
}

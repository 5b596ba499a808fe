/// The rules of a problem as the search asks them: bits over posts.
struct StaffingRules {
  /// A limit on how many different people hold some posts.
  struct Scope {
    let limit: Int
    let isAtMost: Bool
    let posts: [Int]
  }

  /// How many words a set of posts takes.
  let words: Int
  /// For each post, the posts that the same person must not hold.
  private(set) var rivals: [UInt64]
  /// The limits.
  private(set) var scopes: [Scope] = []
  /// The posts of each limit.
  private(set) var scopePosts: [UInt64] = []
  /// The limits that speak of each post.
  private(set) var scopesOf: [[Int]]
  /// For each post, the sets of posts of each of which its people must hold one.
  private(set) var conditions: [[[UInt64]]]
  /// How much each post is held back by rules; the greater, the sooner it is to be filled.
  private(set) var weights: [Int]

  init(_ problem: StaffingProblem) {
    let count = problem.posts.count
    let words = (count + 63) / 64
    self.words = words
    rivals = Array(repeating: 0, count: count * words)
    scopesOf = Array(repeating: [], count: count)
    weights = Array(repeating: 0, count: count)
    conditions = problem.posts.map { post in post.onlyWith.map { Self.bits($0, words: words) } }
    for rule in problem.rules {
      let posts = Array(Set(rule.posts.filter { $0 >= 0 && $0 < count })).sorted()
      switch rule {
      case .same: continue
      case .different: separate(posts)
      case .atMost(let limit, _): add(Scope(limit: limit, isAtMost: true, posts: posts))
      case .atLeast(let limit, _): add(Scope(limit: limit, isAtMost: false, posts: posts))
      }
    }
    for post in 0..<count {
      let apart = (0..<words).reduce(0) { $0 + rivals[post * words + $1].nonzeroBitCount }
      weights[post] = apart + 3 * scopesOf[post].count
    }
  }

  private mutating func separate(_ posts: [Int]) {
    let bits = Self.bits(posts, words: words)
    for post in posts {
      for word in 0..<words { rivals[post * words + word] |= bits[word] }
      rivals[post * words + post >> 6] &= ~(1 << UInt64(post & 63))
    }
  }

  private mutating func add(_ scope: Scope) {
    for post in scope.posts { scopesOf[post].append(scopes.count) }
    scopes.append(scope)
    scopePosts += Self.bits(scope.posts, words: words)
  }

  private static func bits(_ posts: [Int], words: Int) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: words)
    for post in posts where post >= 0 && post >> 6 < words {
      bits[post >> 6] |= 1 << UInt64(post & 63)
    }
    return bits
  }
}

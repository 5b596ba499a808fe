/// Searches the partitions of the work, most held back post first, and keeps a person ready for
/// each class by a matching that is mended as the classes change.
///
/// A class is the work of one person: at most one place of each post. Classes are numbered as they
/// come; the places of a post are alike, so that they go to rising classes only.
struct StaffingSearch {
  private let rules: StaffingRules
  private let people: CompactPeople
  private let mostTries: Int
  private let needed: [Int]
  private var crew: StaffingCrew
  /// The posts of each class.
  private var masks: [UInt64] = []
  /// How many places of each post are open.
  private var open: [Int]
  /// The class that each post's latest place went to, or -1.
  private var latest: [Int]
  /// How many classes hold a post of each limit.
  private var touched: [Int]
  /// How many places of the posts of each limit are open.
  private var openIn: [Int]
  private var tries = 0

  /// A choice that is being tried.
  private struct Frame {
    let post: Int
    let options: [Int]
    var next = 0
    var latestBefore = -1
    var joined = -1
    var isNew = false
  }

  /// What stands for a class that is yet to be made.
  private static let fresh = Int.max

  init(_ problem: StaffingProblem, mostTries: Int) {
    rules = StaffingRules(problem)
    people = CompactPeople(problem)
    crew = StaffingCrew(people)
    needed = problem.posts.map { max(0, $0.needed) }
    open = needed
    latest = Array(repeating: -1, count: needed.count)
    touched = Array(repeating: 0, count: rules.scopes.count)
    openIn = []
    self.mostTries = mostTries
    openIn = rules.scopes.map { $0.posts.reduce(0) { $0 + needed[$1] } }
  }

  /// Searches to the end, or to the most tries.
  mutating func run() -> StaffingAnswer {
    for (position, scope) in rules.scopes.enumerated() where !scope.isAtMost {
      guard openIn[position] >= scope.limit else { return .impossible }
    }
    var frames: [Frame] = []
    var isDone = false
    if let first = nextFrame() { frames.append(first) } else { isDone = true }
    while !isDone {
      guard var frame = frames.popLast() else { return .impossible }
      if frame.joined >= 0 { undo(&frame) }
      guard frame.next < frame.options.count else { continue }
      tries += 1
      guard tries <= mostTries else { return .undecided }
      frame.next += 1
      let isPlaced = place(&frame, in: frame.options[frame.next - 1])
      frames.append(frame)
      guard isPlaced else { continue }
      if let next = nextFrame() { frames.append(next) } else { isDone = true }
    }
    return .staffed(answer())
  }

  private func answer() -> [[Int]] {
    var found = [[Int]](repeating: [], count: needed.count)
    for number in 0..<crew.count {
      let person = people.kept[crew.person(of: number)]
      for post in needed.indices where holds(number, post) { found[post].append(person) }
    }
    return found
  }

  private func holds(_ number: Int, _ post: Int) -> Bool {
    masks[number * rules.words + post >> 6] & (1 << UInt64(post & 63)) != 0
  }
}

// MARK: - Choosing

extension StaffingSearch {
  /// The open post with the fewest ways on, or `nil` where no place is open. Posts with
  /// conditions come last, when it is known who holds the others.
  private func nextFrame() -> Frame? {
    var best: (post: Int, options: Int)?
    for isConditional in [false, true] where best == nil {
      for post in open.indices
      where open[post] > 0 && rules.conditions[post].isEmpty != isConditional {
        let most = best?.options ?? .max
        let options = optionCount(of: post, upTo: most)
        if options < most
          || (options == most && rules.weights[post] > rules.weights[best?.post ?? post])
        {
          best = (post, options)
        }
        if options == 0 { break }
      }
    }
    guard let post = best?.post else { return nil }
    return Frame(post: post, options: options(of: post))
  }

  /// How many ways on a post has; more than `most` need not be counted.
  private func optionCount(of post: Int, upTo most: Int) -> Int {
    var count = canBeFresh(post) ? 1 : 0
    var number = latest[post] + 1
    while number < crew.count, count <= most {
      if canJoin(post, number) { count += 1 }
      number += 1
    }
    // Without new classes, every open place needs a class of its own among those there are.
    if count < open[post], number == crew.count, !canBeFresh(post) { return 0 }
    return count
  }

  /// The ways on, the most promising first: classes that limits count already, then a new one.
  private func options(of post: Int) -> [Int] {
    let joinable = (latest[post] + 1..<max(crew.count, latest[post] + 1)).filter {
      canJoin(post, $0)
    }
    guard canBeFresh(post) else { return joinable }
    guard rules.scopesOf[post].contains(where: { rules.scopes[$0].isAtMost }) else {
      return [Self.fresh] + joinable
    }
    let shared = joinable.map { number in
      (number, rules.scopesOf[post].count { rules.scopes[$0].isAtMost && touches(number, $0) })
    }
    let near = shared.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    return near + [Self.fresh] + shared.filter { $0.1 == 0 }.map(\.0)
  }

  private func touches(_ number: Int, _ scope: Int) -> Bool {
    for word in 0..<rules.words
    where masks[number * rules.words + word] & rules.scopePosts[scope * rules.words + word] != 0 {
      return true
    }
    return false
  }

  private func canBeFresh(_ post: Int) -> Bool {
    guard rules.conditions[post].isEmpty else { return false }
    for scope in rules.scopesOf[post]
    where rules.scopes[scope].isAtMost && touched[scope] >= rules.scopes[scope].limit {
      return false
    }
    return true
  }

  private func canJoin(_ post: Int, _ number: Int) -> Bool {
    let words = rules.words
    for word in 0..<words
    where masks[number * words + word] & rules.rivals[post * words + word] != 0 {
      return false
    }
    for scope in rules.scopesOf[post] {
      let limit = rules.scopes[scope].limit
      if rules.scopes[scope].isAtMost {
        if touched[scope] >= limit, !touches(number, scope) { return false }
      } else if touched[scope] + openIn[scope] - 1 < limit, touches(number, scope) {
        return false
      }
    }
    for condition in rules.conditions[post]
    where (0..<words).allSatisfy({ masks[number * words + $0] & condition[$0] == 0 }) {
      return false
    }
    return crew.canTake(post, number, people)
  }
}

// MARK: - Trying

extension StaffingSearch {
  /// Gives a place of a post to a class; false where no people can be found for all classes.
  private mutating func place(_ frame: inout Frame, in option: Int) -> Bool {
    let post = frame.post
    let number = option == Self.fresh ? crew.count : option
    frame.isNew = option == Self.fresh
    let isManned =
      frame.isNew ? crew.addClass(for: post, people) : crew.join(number, post, people)
    guard isManned else { return false }
    if frame.isNew { masks += Array(repeating: 0, count: rules.words) }
    for scope in rules.scopesOf[post] {
      if !touches(number, scope) { touched[scope] += 1 }
      openIn[scope] -= 1
    }
    masks[number * rules.words + post >> 6] |= 1 << UInt64(post & 63)
    frame.joined = number
    frame.latestBefore = latest[post]
    latest[post] = number
    open[post] -= 1
    return true
  }

  private mutating func undo(_ frame: inout Frame) {
    let post = frame.post
    let number = frame.joined
    frame.joined = -1
    latest[post] = frame.latestBefore
    open[post] += 1
    masks[number * rules.words + post >> 6] &= ~(1 << UInt64(post & 63))
    for scope in rules.scopesOf[post] {
      if !touches(number, scope) { touched[scope] -= 1 }
      openIn[scope] += 1
    }
    if frame.isNew {
      masks.removeLast(rules.words)
      crew.removeLastClass()
    } else {
      crew.leave(number)
    }
  }
}

import RoadmapModel

/// Whether steps whose people must differ can be filled with the people there are.
enum Staffing {
  /// A step: who may decide in it and how many of them must.
  struct Post {
    let people: [PersonIndex]
    let needed: Int
  }

  /// Whether all `posts` can be filled at once, nobody in two of them; exact.
  static func canFill(_ posts: [Post]) -> Bool {
    var assignment = Assignment(posts)
    return posts.indices.allSatisfy { post in
      (0..<posts[post].needed).allSatisfy { _ in assignment.addPerson(to: post) }
    }
  }

  /// Whether all `posts` can be filled at once, nobody in two that are `rivals`.
  ///
  /// Exact as far as `mostTries` goes; past that the answer is yes.
  ///
  /// - Parameters:
  ///   - posts: the steps, at most 64; with more the answer is yes.
  ///   - rivals: for each post, the posts that it must share nobody with, as bits.
  ///   - mostTries: how many placements are tried.
  /// - Returns: false only where it is certain that they cannot.
  static func canFill(_ posts: [Post], rivals: [UInt64], mostTries: Int = 20_000) -> Bool {
    guard posts.count <= 64 else { return true }
    guard posts.allSatisfy({ $0.needed <= $0.people.count }) else { return false }
    let order = posts.indices.sorted {
      (posts[$0].people.count - posts[$0].needed, $0)
        < (posts[$1].people.count - posts[$1].needed, $1)
    }
    let slots = order.flatMap { post in Array(repeating: post, count: posts[post].needed) }
    var choices = [Int](repeating: -1, count: slots.count)
    var held: [PersonIndex: UInt64] = [:]
    var depth = 0
    var tries = 0
    while depth < slots.count {
      tries += 1
      guard tries <= mostTries else { return true }
      let post = slots[depth]
      let people = posts[post].people
      // Within a post the order of people does not matter: only rising choices are tried.
      let isSamePost = depth > 0 && slots[depth - 1] == post
      let least = isSamePost ? choices[depth - 1] + 1 : 0
      if choices[depth] >= 0 { held[people[choices[depth]], default: 0] &= ~(1 << UInt64(post)) }
      let next = (max(choices[depth] + 1, least)..<max(people.count, choices[depth] + 1, least))
        .first { held[people[$0], default: 0] & rivals[post] == 0 }
      if let next {
        choices[depth] = next
        held[people[next], default: 0] |= 1 << UInt64(post)
        depth += 1
      } else {
        choices[depth] = -1
        depth -= 1
        guard depth >= 0 else { return false }
      }
    }
    return true
  }
}

/// People placed in posts, each in one, by paths of exchanges.
private struct Assignment {
  private let posts: [Staffing.Post]
  private var postOf: [PersonIndex: Int] = [:]

  init(_ posts: [Staffing.Post]) { self.posts = posts }

  /// Places one more person in a post, moving others where that helps; false where it cannot be.
  mutating func addPerson(to post: Int) -> Bool {
    // For each post reached: the person who may leave it, and the post that wants that person.
    var arrivals: [(person: PersonIndex, wantedBy: Int)?] = Array(
      repeating: nil, count: posts.count)
    var queue = [post]
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      for person in posts[current].people {
        guard let holder = postOf[person] else {
          place(person, in: current, arrivals)
          return true
        }
        guard holder != post, holder != current, arrivals[holder] == nil else { continue }
        arrivals[holder] = (person, current)
        queue.append(holder)
      }
    }
    return false
  }

  private mutating func place(
    _ person: PersonIndex, in post: Int,
    _ arrivals: [(person: PersonIndex, wantedBy: Int)?]
  ) {
    postOf[person] = post
    var freed = post
    while let arrival = arrivals[freed] {
      postOf[arrival.person] = arrival.wantedBy
      freed = arrival.wantedBy
    }
  }
}

/// The people of a problem without those who make no difference: of people who are candidates of
/// exactly the same posts, as many as there are places suffice.
struct CompactPeople {
  /// The people who are kept, by their positions in the problem.
  let kept: [Int]
  /// How many words a set of them takes.
  var words: Int { (kept.count + 63) / 64 }
  /// The candidates of each post among them, one post after the other.
  let candidates: [UInt64]

  init(_ problem: StaffingProblem) {
    let places = problem.posts.reduce(0) { $0 + max(0, $1.needed) }
    let postWords = (problem.posts.count + 63) / 64
    var signatures = [UInt64](repeating: 0, count: problem.peopleCount * postWords)
    for (position, post) in problem.posts.enumerated() {
      for person in post.candidates.people where person < problem.peopleCount {
        signatures[person * postWords + position >> 6] |= 1 << UInt64(position & 63)
      }
    }
    var counts: [ArraySlice<UInt64>: Int] = [:]
    var kept: [Int] = []
    for person in 0..<problem.peopleCount {
      let signature = signatures[person * postWords..<(person + 1) * postWords]
      guard signature.contains(where: { $0 != 0 }) else { continue }
      let count = counts[signature, default: 0]
      guard count < places else { continue }
      counts[signature] = count + 1
      kept.append(person)
    }
    self.kept = kept
    let words = (kept.count + 63) / 64
    var candidates = [UInt64](repeating: 0, count: problem.posts.count * words)
    for (place, person) in kept.enumerated() {
      for post in problem.posts.indices
      where signatures[person * postWords + post >> 6] & (1 << UInt64(post & 63)) != 0 {
        candidates[post * words + place >> 6] |= 1 << UInt64(place & 63)
      }
    }
    self.candidates = candidates
  }
}

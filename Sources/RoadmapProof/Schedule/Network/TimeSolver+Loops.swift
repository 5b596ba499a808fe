/// Points that hold each other back, as greatest distances make them do.
extension TimeSolver {
  /// What became of one pass over the points of a loop.
  private enum Pass {
    case still, moved, conflict
  }

  /// Gives points that hold each other back their days.
  mutating func settleLoop(_ range: Range<Int>) {
    let members = forwardOrder(range)
    let group = order.groupOf[Int(members[0])]
    let mark = reasons.count
    if colors.isEmpty { colors = Array(repeating: 0, count: network.count) }
    while !settleOnce(members, group) {
      reasons.removeSubrange(mark...)
    }
  }

  /// Answers whether the points came to rest; where a conflict was found they are to start anew.
  private mutating func settleOnce(_ members: [Int32], _ group: Int32) -> Bool {
    for member in members { guard start(Int(member), group) else { return false } }
    while true {
      budget -= members.count
      guard budget > 0 else {
        isComplete = false
        return true
      }
      switch pass(members, group) {
      case .still: return true
      case .conflict: return false
      case .moved:
        if let circle = circle(among: members), !raise(circle, group) { return false }
      }
    }
  }

  /// Gives a point the day that its limit and the distances from outside of the loop ask for.
  private mutating func start(_ point: Int, _ group: Int32) -> Bool {
    var day = network.lower[point]
    var lead: Int32 = -1
    for position in order.arrivals(at: point) {
      let index = order.incoming[position]
      let link = network.links[Int(index)]
      guard order.groupOf[Int(link.from)] != group, !isDropped[Int(index)] else { continue }
      let least = network.line.least(after: days[Int(link.from)], link)
      if least > day { (day, lead) = (least, index) }
    }
    days[point] = day
    reasonOf[point] = note(lead, -1)
    guard day > limit(of: point) else { return true }
    let chain = explain(point)
    guard !isStale(chain, day) else { return false }
    report(
      TimeConflict(
        lower: chain.root, links: chain.links, upper: point, excess: day - limit(of: point)))
    // Points before the loop have been settled: only what leads into it can be left out here.
    if lead >= 0 { isDropped[Int(lead)] = true } else { isUnlimited[point] = true }
    return false
  }

  /// Whether a chain rests on days before the loop that hold no more; they are found anew then.
  private mutating func isStale(_ chain: (root: Int, links: [Int]), _ day: Int) -> Bool {
    budget -= 1000
    return budget > 0 && !confirm(chain, leadsTo: day)
  }

  private mutating func note(_ link: Int32, _ previous: Int32) -> Int32 {
    reasons.append(Reason(link: link, previous: previous))
    return Int32(truncatingIfNeeded: reasons.count - 1)
  }

  private mutating func pass(_ members: [Int32], _ group: Int32) -> Pass {
    var result = Pass.still
    for member in members {
      let point = Int(member)
      for position in order.arrivals(at: point) {
        let index = order.incoming[position]
        let link = network.links[Int(index)]
        guard order.groupOf[Int(link.from)] == group, !isDropped[Int(index)] else { continue }
        let least = network.line.least(after: days[Int(link.from)], link)
        guard least > days[point] else { continue }
        let reason = note(index, reasonOf[Int(link.from)])
        guard least <= limit(of: point) else {
          tellExcess(at: point, by: reason, least)
          return .conflict
        }
        days[point] = least
        reasonOf[point] = reason
        result = .moved
      }
    }
    return result
  }

  /// Tells of a day past its limit, or of a loop that led there.
  private mutating func tellExcess(at point: Int, by reason: Int32, _ day: Int) {
    let chain = explain(point, by: reason)
    if let loop = endlessLoop(in: chain.links) { return tellLoop(loop) }
    guard !isStale(chain, day) else { return }
    report(
      TimeConflict(
        lower: chain.root, links: chain.links, upper: point, excess: day - limit(of: point)))
    // What lies before the loop has been settled, and leaving it out would change nothing.
    let group = order.groupOf[point]
    _ = drop(
      from: chain.links.filter { order.groupOf[Int(network.links[$0].to)] == group })
  }

  private mutating func tellLoop(_ links: [Int]) {
    let sum = links.reduce(0) { $0 + Int(network.links[$1].days) }
    report(TimeConflict(lower: nil, links: links, upper: nil, excess: sum))
    let backward = links.last { network.links[$0].isLoose && network.links[$0].days < 0 }
    if let backward { isDropped[backward] = true } else { _ = drop(from: links) }
  }

  /// The first stretch of a chain that comes back to where it began, where it has constant
  /// distances only and so rises without end.
  private func endlessLoop(in links: [Int]) -> [Int]? {
    var seen: [Int32: Int] = [:]
    for (position, link) in links.enumerated() {
      if seen[network.links[link].from] == nil { seen[network.links[link].from] = position }
      guard let first = seen[network.links[link].to] else { continue }
      let loop = Array(links[first...position])
      if isEndless(loop) { return loop }
    }
    return nil
  }

  private func isEndless(_ loop: [Int]) -> Bool {
    let links = loop.map { network.links[$0] }
    return links.allSatisfy { !$0.isWorking } && links.reduce(0) { $0 + Int($1.days) } > 0
  }

  /// A circle among the distances that led to the present days, in order.
  private mutating func circle(among members: [Int32]) -> [Int]? {
    for member in members { colors[Int(member)] = 0 }
    for (position, member) in members.enumerated() where colors[Int(member)] == 0 {
      let color = Int32(truncatingIfNeeded: position + 1)
      var point = Int(member)
      while colors[point] == 0 {
        colors[point] = color
        let reason = reasons[Int(reasonOf[point])]
        guard reason.link >= 0, reason.previous >= 0 else { break }
        point = Int(network.links[Int(reason.link)].from)
        if colors[point] == color { return circle(through: point) }
      }
    }
    return nil
  }

  private func circle(through start: Int) -> [Int] {
    var backwards: [Int] = []
    var point = start
    repeat {
      let link = Int(reasons[Int(reasonOf[point])].link)
      backwards.append(link)
      point = Int(network.links[link].from)
    } while point != start
    return backwards.reversed()
  }

  /// Follows a circle until its days come to rest; answers whether they did.
  private mutating func raise(_ circle: [Int], _ group: Int32) -> Bool {
    if circle.allSatisfy({ !network.links[$0].isWorking }) {
      guard isEndless(circle) else { return true }
      tellLoop(circle)
      return false
    }
    guard let first = circle.first else { return true }
    let start = Int(network.links[first].from)
    var day = days[start]
    var rounds = 0
    while true {
      let next = circle.reduce(day) { network.line.least(after: $0, network.links[$1]) }
      budget -= circle.count
      guard next > day, budget > 0 else { break }
      let past = pointPastLimit(circle, from: day)
      if past != nil || (rounds > 14 && isPlainWeek(from: day)) {
        tellRise(of: circle, at: start, by: next - day, past: past)
        return false
      }
      rounds += 1
      day = next
      if rounds > 14, let end = endOfPlainWeeks(from: day, circle) { (day, rounds) = (end, 0) }
      if !isPlainWeek(from: day), !isBeforeExceptions(day, circle) { rounds = 0 }
    }
    settle(circle, from: start, at: day)
    return true
  }

  /// Whether no day from `first` on is an exception of its week. Distances are periodic there, so
  /// that what rises in each of two weeks rises without end.
  private func isPlainWeek(from first: Int) -> Bool {
    network.line.exceptions.map { first > $0.upperBound } ?? true
  }

  /// How far a circle may look ahead and back, with room to spare.
  private func reach(of circle: [Int]) -> Int {
    circle.reduce(21) { $0 + abs(Int(network.links[$1].days)) * 2 + 7 }
  }

  /// Whether a circle meets plain weeks only, but exceptions come later.
  private func isBeforeExceptions(_ day: Int, _ circle: [Int]) -> Bool {
    network.line.exceptions.map { day < $0.lowerBound - reach(of: circle) } ?? false
  }

  /// The last day of plain weeks before the first exception. What rose in two of them rises in
  /// all, so that no day before it is one of rest.
  private func endOfPlainWeeks(from day: Int, _ circle: [Int]) -> Int? {
    guard let exceptions = network.line.exceptions, isBeforeExceptions(day, circle) else {
      return nil
    }
    return exceptions.lowerBound - reach(of: circle)
  }

  /// The first point of a circle whose day would be past its limit, and by how many days.
  private func pointPastLimit(_ circle: [Int], from day: Int) -> (point: Int, excess: Int)? {
    var day = day
    for link in circle.map({ network.links[$0] }) {
      day = network.line.least(after: day, link)
      let limit = limit(of: Int(link.to))
      if day > limit { return (Int(link.to), day - limit) }
    }
    return nil
  }

  private mutating func tellRise(
    of circle: [Int], at start: Int, by rise: Int, past: (point: Int, excess: Int)?
  ) {
    let chain = explain(start)
    report(
      TimeConflict(
        lower: chain.root, links: chain.links + circle.filter { !chain.links.contains($0) },
        upper: past?.point, excess: past?.excess ?? rise))
    let backward = circle.last { network.links[$0].days < 0 }
    if let backward { isDropped[backward] = true } else { _ = drop(from: circle) }
  }

  private mutating func settle(_ circle: [Int], from start: Int, at rest: Int) {
    var day = rest
    var reason = reasonOf[start]
    for index in circle {
      let link = network.links[index]
      day = network.line.least(after: day, link)
      reason = note(Int32(truncatingIfNeeded: index), reason)
      let point = Int(link.to)
      guard point != start else { break }
      if day > days[point] { (days[point], reasonOf[point]) = (day, reason) }
    }
    if rest > days[start] { (days[start], reasonOf[start]) = (rest, reason) }
  }
}

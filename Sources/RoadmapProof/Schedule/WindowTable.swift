import CivilTime
import RoadmapModel

/// Reads the windows of measures off the days of a network.
///
/// A class, since it looks at large tables once for every measure and must not copy them then.
final class WindowTable {
  private(set) var windows: [Schedule.Window] = []
  private(set) var length: Int?
  private(set) var path: [MeasureIndex] = []
  private(set) var papers: [Schedule.Paper] = []

  private let facts: Facts
  private let network: ScheduleNetwork
  private let solver: TimeSolver
  private let latest: [Int]
  /// Where the earliest day of what takes no time follows from work that ends there.
  private let dayEnds: DayEnds

  init(_ facts: Facts, _ network: ScheduleNetwork, _ solver: TimeSolver, _ latest: [Int]) {
    self.facts = facts
    self.network = network
    self.solver = solver
    self.latest = latest
    dayEnds = DayEnds(network, solver)
    let slacks = facts.roadmap.measures.indices.map { slack(of: $0) }
    let least = slacks.compactMap { $0 }.min()
    let free = freeSlacks()
    windows.reserveCapacity(slacks.count)
    for (measure, slack) in zip(facts.roadmap.measures.indices, slacks) {
      windows.append(
        window(of: measure, slack, free[measure.position], isCritical: slack.map { $0 == least }))
    }
    findLength()
    findPapers()
  }

  private func slack(of measure: MeasureIndex) -> Int? {
    let (start, end) = (measure.position, network.end(of: measure))
    let ends = [start, end].filter { latest[$0] < .max }.map { latest[$0] - solver.days[$0] }
    return ends.min()
  }

  private func window(
    of measure: MeasureIndex, _ slack: Int?, _ free: Int, isCritical: Bool?
  ) -> Schedule.Window {
    let (start, end) = (measure.position, network.end(of: measure))
    let isAtDayEnd = solver.days[start] == solver.days[end] && dayEnds.contains(start)
    let earliest = Schedule.Span(
      start: solver.days[start], end: solver.days[end], isAtDayEnd: isAtDayEnd)
    let first = solver.days[start] - (isAtDayEnd ? 1 : 0)
    let last = lastSpan(of: measure, from: first, isAtDayEnd: isAtDayEnd)
    let due = facts.roadmap.measures[measure].due
    let before = due?.from.map { first - Int($0.dayNumber) } ?? 0
    let after = due?.to.flatMap { to in last.end.map { Int(to.dayNumber) + 1 - $0 } } ?? 0
    return Schedule.Window(
      earliest: earliest, latest: last.start == nil && last.end == nil ? nil : last,
      slack: slack, freeSlack: slack.map { min($0, free) }, isCritical: isCritical ?? false,
      unusableBefore: max(0, before), unusableAfter: max(0, after))
  }

  /// The latest days. What takes no time may be done at the end of its last day.
  private func lastSpan(
    of measure: MeasureIndex, from first: Int, isAtDayEnd: Bool
  ) -> Schedule.Span {
    let (start, end) = (latest[measure.position], latest[network.end(of: measure)])
    let isAtLimit = isAtDayEnd || end == network.network.upper[network.end(of: measure)]
    return Schedule.Span(
      start: known(start), end: known(end),
      isAtDayEnd: network.isDated && start == end && isAtLimit && end > first)
  }

  private func known(_ day: Int) -> Int? { day < .max ? day : nil }

  /// How far each measure may slip before an earliest day of another one moves.
  private func freeSlacks() -> [Int] {
    let count = facts.columns.count
    // A paper may come on another day as well, which moves nobody by itself.
    let papers = Set(network.papers.values)
    var free = [Int](repeating: .max, count: count)
    for link in solver.network.links {
      let measure = network.measure(of: Int(link.from))
      guard measure != network.measure(of: Int(link.to)), !papers.contains(Int(link.to)) else {
        continue
      }
      let last = solver.network.line.greatest(before: solver.days[Int(link.to)], link)
      let room = max(0, last - solver.days[Int(link.from)])
      free[measure.position] = min(free[measure.position], room)
    }
    return free
  }

  private func findLength() {
    let count = facts.columns.count
    guard count > 0 else { return length = 0 }
    let start = solver.days.prefix(count).min() ?? 0
    var last = count
    for end in count..<count * 2 where solver.days[end] > solver.days[last] { last = end }
    length = max(0, solver.days[last] - start)
    let points = solver.explain(last).links.map { Int(solver.network.links[$0].to) } + [last]
    for point in [solver.explain(last).root] + points {
      let measure = network.measure(of: point)
      if path.last != measure { path.append(measure) }
    }
  }

  private func paper(_ document: DocumentIndex, latest day: Int?) -> Schedule.Paper {
    guard let point = network.papers[document] else {
      return Schedule.Paper(document: document, earliest: nil, latest: day)
    }
    let isBound = solver.days[point] > solver.network.lower[point]
    return Schedule.Paper(
      document: document, earliest: isBound ? solver.days[point] - 1 : nil,
      latest: known(latest[point]).map { $0 - 1 })
  }

  private func findPapers() {
    let measures = facts.roadmap.measures
    var days: [Int?] = Array(repeating: nil, count: facts.roadmap.documents.count)
    for measure in measures.indices {
      for document in measures.awaits[measure.position]
      where days.indices.contains(document.position) {
        let day = latest[network.gate(of: measure)]
        days[document.position] = min(days[document.position] ?? .max, day)
      }
    }
    papers = days.enumerated().compactMap { position, day in
      day.map { paper(DocumentIndex(position), latest: known($0)) }
    }
  }
}

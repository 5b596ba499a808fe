import RoadmapModel

/// Which points of a settled network lie at the end of a day: those whose earliest day follows, at
/// no distance, from work that ends there, and not from a day named somewhere.
///
/// It matters for what takes no time, which belongs to the day of the work that it waits for.
struct DayEnds {
  private let points: Set<Int>

  func contains(_ point: Int) -> Bool { points.contains(point) }

  init(_ network: ScheduleNetwork, _ solver: TimeSolver) {
    guard network.isDated else {
      points = []
      return
    }
    var found: Set<Int> = []
    var known: [Int: Bool] = [:]
    for measure in network.roadmap.measures.indices {
      let end = solver.days[network.end(of: measure)]
      guard solver.days[measure.position] == end else { continue }
      if Self.isAtEnd(measure.position, network, solver, &known) { found.insert(measure.position) }
    }
    points = found
  }

  private static func isAtEnd(
    _ point: Int, _ network: ScheduleNetwork, _ solver: TimeSolver, _ known: inout [Int: Bool]
  ) -> Bool {
    var trail: [Int] = []
    var point = point
    var answer = false
    while true {
      if let before = known[point] {
        answer = before
        break
      }
      known[point] = false
      trail.append(point)
      guard let index = solver.lead(of: point) else { break }
      let link = solver.network.links[index]
      guard link.days == 0 else {
        answer = network.causes[index].isWork
        break
      }
      point = Int(link.from)
    }
    for point in trail { known[point] = answer }
    return answer
  }
}

// How long the schedule of a roadmap takes on top of loading it, and the telling of conflicts on top
// of that: `swift run -c release schedule-bench FILE [BROKEN]`.
//
// BROKEN is the same roadmap with one term that cannot be kept.
import RoadmapProof
import RoadmapService

private func seconds(_ duration: Duration) -> Double {
  Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds)
}

/// The least of several times, in milliseconds, and what the last run found.
private func measure(_ path: String) throws -> (milliseconds: Double, conflicts: Int, length: Int?) {
  let roadmap = try RoadmapFile(path: path).compiled().roadmap
  var best = Double.infinity
  var conflicts = 0
  var length: Int?
  for _ in 0..<7 {
    let clock = ContinuousClock()
    let time = clock.measure {
      let schedule = Schedule(of: roadmap)
      (conflicts, length) = (schedule.conflicts.count, schedule.length)
    }
    best = min(best, seconds(time) * 1000)
  }
  return (best, conflicts, length)
}

for path in CommandLine.arguments.dropFirst() {
  let found = try measure(path)
  let outcome = found.length.map { "length \($0) days" } ?? "\(found.conflicts) conflicts"
  print("\(Int(found.milliseconds)) ms, \(outcome)")
}

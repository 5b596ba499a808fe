import RoadmapModel
import RoadmapProof

// proof-bench [MEASURES]
//
// Proves a roadmap of so many measures (100,000) under 50 routes and 1,000 people, then routes with
// many steps side by side, and prints the milliseconds of each part.

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
let clock = ContinuousClock()

/// The median milliseconds of five runs, to a hundredth.
func milliseconds(_ work: () -> Void) -> Double {
  let times = (0..<5).map { _ in
    let time = clock.measure(work).components
    return Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
  }
  return (times.sorted()[2] * 100).rounded() / 100
}

/// Prints how long the proofs of a roadmap take.
func report(_ name: String, _ roadmap: Roadmap) {
  let every = milliseconds { _ = prove(roadmap) }
  let people = PeopleProof(roadmap)
  let staffing = milliseconds { _ = PeopleProof(roadmap) }
  let soundness = milliseconds { _ = SoundnessProof(roadmap, people) }
  print(
    "\(name): every check \(every) ms, people \(staffing) ms, soundness \(soundness) ms"
      + " (proved: \(people.isProved))")
}

report("\(count) measures, 50 routes", sample(measures: max(1, count)))
for (width, stages) in [(17, 1), (50, 3), (200, 5)] {
  for separates in [false, true] {
    report(
      "\(width) x \(stages) steps\(separates ? ", separated" : "")",
      parallelRoute(width: width, stages: stages, separates: separates))
  }
}

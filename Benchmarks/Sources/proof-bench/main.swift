import RoadmapModel
import RoadmapProof

// proof-bench [MEASURES]
//
// Proves a roadmap of so many measures (100,000) under 50 routes and 1,000 people, and prints the
// milliseconds of each part.

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
let roadmap = sample(measures: max(1, count))
let clock = ContinuousClock()

/// The median milliseconds of five runs.
func milliseconds(_ work: () -> Void) -> Double {
  let times = (0..<5).map { _ in
    let time = clock.measure(work).components
    return Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
  }
  return times.sorted()[2]
}

var people: PeopleProof?
print("every check: \(milliseconds { _ = prove(roadmap) }) ms")
print("people: \(milliseconds { people = PeopleProof(roadmap) }) ms")
guard let people else { fatalError("nothing was measured") }
print("soundness: \(milliseconds { _ = SoundnessProof(roadmap, people) }) ms")
print("proved: \(people.isProved), verdicts: \(people.verdicts.count)")

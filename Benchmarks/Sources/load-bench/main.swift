// How long a roadmap takes to load in a process that is warm, as a language server does after every
// edit: `swift run -c release load-bench FILE…`.
import RoadmapLanguage
import RoadmapProof
import RoadmapService

/// The least milliseconds of many runs, to a hundredth.
private func milliseconds(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  let times = (0..<25).map { _ in
    let time = clock.measure(work).components
    return Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
  }
  return ((times.min() ?? 0) * 100).rounded() / 100
}

for path in CommandLine.arguments.dropFirst() {
  let file = try RoadmapFile(path: path)
  let compiled = file.compiled()
  let whole = milliseconds { _ = file.compiled() }
  let reading = milliseconds { _ = file.compiled(proving: false) }
  let proof = milliseconds { _ = prove(compiled.roadmap) + decideRules(of: compiled.roadmap) }
  print(
    "\(path): load and prove \(whole) ms, load alone \(reading) ms, prove alone \(proof) ms"
      + " (\(compiled.roadmap.measures.count) measures)")
}

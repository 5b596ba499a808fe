import RoadmapModel
import RoadmapSamples

extension StepSketch {
  /// The same step, sometimes with weights, groups, a veto or a chair.
  func withRandomVoices(_ numbers: inout SeededNumbers, among words: [String]) -> StepSketch {
    var step = self
    if numbers.chance(15) {
      step.quorum = .weight(Int.random(in: 1...5, using: &numbers))
      step.weights = numbers.some(of: words, chance: 30).map {
        ($0, Int.random(in: 1...3, using: &numbers))
      }
    } else if numbers.chance(15) {
      let groups = numbers.some(of: words, chance: 25).prefix(3)
      step = step.each(
        groups.map { ($0, numbers.chance(80) ? 1 : 2) })
    }
    if numbers.chance(30) { step.veto = numbers.some(of: words, chance: 15) }
    if numbers.chance(20) { step.chair = [numbers.one(of: words)] }
    return step
  }
}

import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

/// Separations at random, over transitions and steps of the office of ``dutyOffice(_:law:)``.
private func randomRules(_ numbers: inout SeededNumbers) -> [DutyRule] {
  let all = [
    Duty("begin", [.transition(LifecycleIndex(0), TransitionIndex(0))]),
    Duty("check", [.transition(LifecycleIndex(0), TransitionIndex(1))]),
    Duty("adopt", [.transition(LifecycleIndex(0), TransitionIndex(2))]),
    Duty("law", [.step(RouteIndex(0), StepIndex(0))]),
    Duty("sign", [.step(RouteIndex(1), StepIndex(0))]),
  ]
  return (0..<Int.random(in: 1...2, using: &numbers)).map { number in
    let reach = numbers.one(of: DutyRule.Reach.allCases)
    let rounds = numbers.one(of: DutyRule.Rounds.allCases)
    let least = reach == .measure && rounds == .last ? 2 : 1
    let count = Int.random(in: least...2, using: &numbers)
    return DutyRule(
      id: "r\(number)", .different, of: Array(all.shuffled(using: &numbers).prefix(count)),
      across: reach, rounds: rounds)
  }
}

/// What went wrong in a random walk of so many commands, and how often rules refused.
private func walk(_ numbers: inout SeededNumbers, commands: Int) -> (wrong: [String], refused: Int)
{
  var run = dutyOffice(randomRules(&numbers))
  var plain = run.roadmap
  plain.dutyRules = []
  let free = Engine(plain)
  var (wrong, refused): ([String], Int) = ([], 0)
  for _ in 0..<commands {
    let measure = MeasureIndex(Int.random(in: 0..<5, using: &numbers))
    let person = PersonIndex(Int.random(in: 0..<3, using: &numbers))
    let naive = NaiveDuties(run.roadmap, run.journal.map(\.event))
    let before = run.state
    let isFree: Bool
    let command: Command
    if run.state.openRound(of: measure) != nil {
      let step = StepIndex(0)
      let verdict = Int.random(in: 0..<4, using: &numbers)
      command =
        verdict == 0
        ? .returnForRework(measure, step: step, remarks: nil, by: person)
        : .approve(measure, step: step, remarks: nil, by: person)
      isFree = naive.mayApprove(measure.position, 0, by: person.position)
    } else {
      let transition = TransitionIndex(Int.random(in: 0..<4, using: &numbers))
      command = .advance(measure, transition, by: person)
      isFree = naive.mayAsk(measure.position, transition.position, by: person.position)
    }
    let codes = run.send(command)
    let isPossible = free.decide(command, in: before, at: run.now).isAccepted
    let leavesNobody = codes == ["separation-leaves-nobody"]
    let isRight = codes.isEmpty ? isFree && isPossible : !isFree || !isPossible || leavesNobody
    if !isRight { wrong.append("\(command): \(codes)") }
    if isPossible, !codes.isEmpty { refused += 1 }
    if RunState(decoding: run.state.encode(), for: run.engine) != run.state {
      wrong.append("lost in a snapshot")
    }
  }
  return (wrong, refused)
}

@Test
func `in random walks rules about duties refuse just what naive rules refuse`() {
  var numbers = SeededNumbers(seed: 81)
  var (wrong, refused): ([String], Int) = ([], 0)
  for _ in 0..<150 {
    let found = walk(&numbers, commands: 60)
    wrong += found.wrong
    refused += found.refused
  }
  #expect(wrong.prefix(3) == [])
  #expect(refused > 200)
}

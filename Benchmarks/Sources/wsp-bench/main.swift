import RoadmapProof

// wsp-bench STEPS PEOPLE DENSITY SCOPES SEED [print]
//
// Solves one instance and prints a line of JSON: the answer and the seconds that it took. With
// `print` it prints the instance instead.

let words = CommandLine.arguments.dropFirst()
let numbers = words.compactMap { Int($0) }
guard numbers.count == 5, numbers.allSatisfy({ $0 >= 0 }), numbers[0] >= 5, numbers[1] > 0 else {
  fatalError("usage: wsp-bench STEPS PEOPLE DENSITY SCOPES SEED [print]")
}
let instance = Instance(
  steps: numbers[0], people: numbers[1], density: numbers[2], scopes: numbers[3],
  seed: UInt64(numbers[4]))
if words.last == "print" {
  print(instance.json)
} else {
  let problem = instance.problem
  let clock = ContinuousClock()
  var answer = StaffingAnswer.undecided
  let time = clock.measure { answer = problem.solve(mostTries: .max) }
  let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  switch answer {
  case .staffed(let people):
    guard instance.isRight(people.map { $0[0] }) else { fatalError("a wrong answer") }
    print("{\"answer\":\"satisfiable\",\"seconds\":\(seconds)}")
  case .impossible: print("{\"answer\":\"unsatisfiable\",\"seconds\":\(seconds)}")
  case .undecided: print("{\"answer\":\"undecided\",\"seconds\":\(seconds)}")
  }
}

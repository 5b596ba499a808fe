import RoadmapEngine
import RoadmapModel

/// The rules of a run once more, written to be read rather than to be fast: sets and dictionaries,
/// everything looked up anew, nothing shared with the engine.
///
/// It knows which commands are accepted and what they lead to. It does not know the rule that a
/// vote must leave a rival step its people; ``canComplete(_:)`` says instead by trying whether a
/// round can still be completed.
struct NaiveRules {
  struct Round: Hashable {
    var transition: Int
    var requester: Int
    /// Who has approved in which step.
    var votes: [Int: Set<Int>] = [:]
    var passed: Set<Int> = []
  }

  let roadmap: Roadmap
  var isStarted = false
  var current: [Int]
  var reached: [Set<Int>]
  var rounds: [Int: Round] = [:]
  var received: Set<Int> = []

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    current = roadmap.measures.indices.map {
      roadmap.lifecycle(of: $0)?.initial.position ?? 0
    }
    reached = current.map { [$0] }
  }

  // MARK: People

  func people(_ by: [Principal], measure: Int, requester: Int?) -> Set<Int> {
    let owners = roadmap.measures.owners[measure].map(\.position)
    return Set(
      by.flatMap { principal -> [Int] in
        switch principal {
        case .owner: owners
        case .lead: Array(owners.prefix(1))
        case .requester: requester.map { [$0] } ?? []
        case .person(let person): [person.position]
        case .role(let role):
          roadmap.people.indices.filter { roadmap.people[$0].roles.contains(role) }
        }
      })
  }

  /// The steps that the same people must decide as this one, which is among them.
  func bound(_ step: Int, on route: Route) -> Set<Int> {
    var group: Set = [step]
    for _ in route.bindings {
      for binding in route.bindings where !group.isDisjoint(with: binding.map(\.position)) {
        group.formUnion(binding.map(\.position))
      }
    }
    return group
  }

  func voters(_ step: Int, _ measure: Int, _ round: Round) -> Set<Int> {
    let route = route(measure, round.transition)
    let group = bound(step, on: route)
    var people = Set(roadmap.people.indices)
    for member in group {
      people.formIntersection(
        self.people(route.steps[member].by, measure: measure, requester: round.requester))
      people.subtract(
        self.people(route.steps[member].excluded, measure: measure, requester: round.requester))
      for parties in route.separations where parties.contains(.step(StepIndex(member))) {
        for party in parties {
          switch party {
          case .requester: people.remove(round.requester)
          case .step(let other) where other.position != member:
            for rival in bound(other.position, on: route) where rival != step {
              people.subtract(round.votes[rival] ?? [])
            }
          case .step: break
          }
        }
      }
    }
    if let first = group.min(), first != step, round.passed.contains(first) {
      people.formIntersection(
        voters(first, measure, round).intersection(round.votes[first] ?? []))
    }
    return people
  }

  /// How many must agree in a step.
  func needed(_ step: Int, _ measure: Int, _ round: Round) -> Int {
    let route = route(measure, round.transition)
    let first = bound(step, on: route).min() ?? step
    guard first == step || !round.passed.contains(first) else {
      return (round.votes[first] ?? []).intersection(voters(first, measure, round)).count
    }
    return Self.needed(
      route.steps[first].quorum, of: voters(step, measure, round).count)
  }

  // MARK: Definition

  func lifecycle(_ measure: Int) -> Lifecycle {
    roadmap.lifecycles[roadmap.measures.entries[measure].lifecycle?.position ?? 0]
  }

  func route(_ measure: Int, _ transition: Int) -> Route {
    let index = roadmap.route(of: TransitionIndex(transition), for: MeasureIndex(measure))
    return roadmap.routes[index?.position ?? 0]
  }

  func ancestors(_ measure: Int) -> [Int] {
    var line = [measure]
    while let parent = roadmap.measures.entries[line[line.count - 1]].parent {
      line.append(parent.position)
    }
    return line
  }

  // MARK: Guards

  func mayAsk(_ measure: Int, _ transition: Int, by person: Int) -> Bool {
    let cycle = lifecycle(measure)
    let move = cycle.transitions[transition]
    guard move.from.contains(StateIndex(current[measure])),
      people(move.by, measure: measure, requester: nil).contains(person)
    else { return false }
    let resting = Set(
      cycle.states.indices.filter {
        $0 == cycle.initial.position || (cycle.states[$0].isFinal && !cycle.states[$0].isDone)
      })
    let ends = [move.to, move.onReturn, move.onReject].compactMap { $0?.position }
    if resting.contains(current[measure]), !resting.isSuperset(of: ends), waits(measure) {
      return false
    }
    return !cycle.states[move.to.position].isDone
      || roadmap.parts[measure].allSatisfy { isDone($0.position) }
        && roadmap.measures.dependencies[measure].allSatisfy {
          !$0.isOrdering || $0.kind.gatesStart || isFulfilled($0)
        }
  }

  func waits(_ measure: Int) -> Bool {
    ancestors(measure).contains { holder in
      roadmap.measures.awaits[holder].contains { !received.contains($0.position) }
        || roadmap.measures.dependencies[holder].contains {
          $0.isOrdering && $0.kind.gatesStart && !isFulfilled($0)
        }
    }
  }

  func isFulfilled(_ dependency: Dependency) -> Bool {
    let before = dependency.predecessor.position
    guard dependency.kind.awaitsFinish else { return hasBegun(before) }
    guard let state = dependency.reaches else { return isDone(before) }
    return reached[before].contains(state.position)
  }

  func hasBegun(_ measure: Int) -> Bool {
    let cycle = lifecycle(measure)
    return reached[measure].contains {
      $0 != cycle.initial.position && (!cycle.states[$0].isFinal || cycle.states[$0].isDone)
    }
  }

  func isDone(_ measure: Int) -> Bool {
    let states = lifecycle(measure).states
    return reached[measure].contains { states[$0].isDone }
  }

  // MARK: Rounds

  func openSteps(_ measure: Int, _ round: Round) -> Set<Int> {
    let stage = route(measure, round.transition).stages.first { stage in
      stage.contains { !round.passed.contains($0) }
    }
    return Set(stage ?? 0..<0).subtracting(round.passed)
  }

  /// The step that a vote counts in, or `nil` where it does not count.
  func stepFor(_ person: Int, named step: Int?, _ measure: Int, _ round: Round) -> Int? {
    let usable = openSteps(measure, round).filter {
      voters($0, measure, round).contains(person)
        && round.votes[$0]?.contains(person) != true
    }
    guard let step else { return usable.count == 1 ? usable.first : nil }
    return usable.contains(step) ? step : nil
  }

  func approved(_ round: Round, _ measure: Int, step: Int, by person: Int) -> Round {
    var after = round
    after.votes[step, default: []].insert(person)
    for step in openSteps(measure, round) {
      let voters = voters(step, measure, after)
      let given = voters.intersection(after.votes[step] ?? []).count
      if given >= needed(step, measure, after) {
        after.passed.insert(step)
      }
    }
    return after
  }

  static func needed(_ quorum: Quorum, of people: Int) -> Int {
    switch quorum {
    case .all: people == 0 ? 1 : people
    case .any: 1
    case .count(let count): count < 1 ? 1 : count
    case .percent(let percent):
      (1...max(1, people)).first { $0 * 100 >= people * percent } ?? 1
    }
  }

  /// Whether some order of approvals completes a round.
  func canComplete(_ measure: Int, _ start: Round) -> Bool {
    var seen: Set<Round> = [start]
    var waiting = [start]
    let steps = route(measure, start.transition).steps.count
    while let round = waiting.popLast() {
      if round.passed.count == steps { return true }
      for step in openSteps(measure, round) {
        for person in roadmap.people.indices {
          guard stepFor(person, named: step, measure, round) != nil else { continue }
          let next = approved(round, measure, step: step, by: person)
          if seen.insert(next).inserted { waiting.append(next) }
        }
      }
    }
    return false
  }
}

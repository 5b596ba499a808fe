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
    /// Who has abstained (`nil`) or refused in which step, without ending the round.
    var dissents: [Int: [Int: Verdict]] = [:]
    /// The chair who passed each step alone.
    var chairs: [Int: Int] = [:]
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
        self.people(route.steps[member].by, measure: measure, requester: round.requester)
          .union(member == step ? [] : chairs(member, measure, round, isApart: false)))
      people.subtract(
        self.people(route.steps[member].excluded, measure: measure, requester: round.requester))
      for parties in route.separations where parties.contains(.step(StepIndex(member))) {
        for party in parties {
          switch party {
          case .requester: people.remove(round.requester)
          case .step(let other) where other.position != member:
            for rival in bound(other.position, on: route) where rival != step {
              let stays = Set((round.dissents[step] ?? [:]).keys)
              people.subtract((round.votes[rival] ?? []).subtracting(stays))
            }
          case .step: break
          }
        }
      }
    }
    if let first = group.min(), first != step, round.passed.contains(first) {
      people.formIntersection(agreed(in: first, measure, round))
    }
    return people
  }

  /// Those whose approvals count in a step, its chair among them.
  func agreed(in step: Int, _ measure: Int, _ round: Round) -> Set<Int> {
    let chair = round.chairs[step].map { [$0] } ?? []
    return voters(step, measure, round).union(chair).intersection(round.votes[step] ?? [])
  }

  /// Those who may pass a step alone: of bound steps only the first, and whom the others mean.
  func chairs(_ step: Int, _ measure: Int, _ round: Round, isApart: Bool = true) -> Set<Int> {
    let route = route(measure, round.transition)
    let group = bound(step, on: route)
    guard group.min() == step else { return [] }
    var chairs = people(route.steps[step].chair, measure: measure, requester: round.requester)
    chairs.subtract(
      people(route.steps[step].excluded, measure: measure, requester: round.requester))
    for other in group where other != step {
      chairs.formIntersection(
        people(route.steps[other].by, measure: measure, requester: round.requester))
      chairs.subtract(
        people(route.steps[other].excluded, measure: measure, requester: round.requester))
    }
    guard isApart else { return chairs }
    return chairs.filter { !isSeparated($0, from: step, measure, round) }
  }

  /// Whether a separation keeps somebody from a step: being the requester, or having approved in
  /// another step of it.
  func isSeparated(_ person: Int, from step: Int, _ measure: Int, _ round: Round) -> Bool {
    let route = route(measure, round.transition)
    return bound(step, on: route).contains { member in
      route.separations.contains { parties in
        parties.contains(.step(StepIndex(member)))
          && parties.contains { party in
            switch party {
            case .requester: return person == round.requester
            case .step(let other):
              return other.position != member
                && bound(other.position, on: route).contains {
                  $0 != step && round.votes[$0]?.contains(person) == true
                }
            }
          }
      }
    }
  }

  /// What people bring towards the quorum of a step: their number, what they weigh, or, of all ways
  /// to give each of them one place in a group at most, the most places taken.
  func worth(_ people: Set<Int>, _ step: Int, _ measure: Int, _ round: Round) -> Int {
    let own = route(measure, round.transition).steps[step]
    switch own.quorum {
    case .weight:
      return people.reduce(0) { sum, person in
        let weights = own.weights.filter {
          self.people([$0.people], measure: measure, requester: round.requester).contains(person)
        }
        return sum + (weights.map(\.weight).max() ?? 1)
      }
    case .each(let groups):
      var reachable: Set<[Int]> = [groups.map { _ in 0 }]
      for person in people {
        let mine = groups.indices.filter {
          self.people([groups[$0].members], measure: measure, requester: round.requester)
            .contains(person)
        }
        for taken in reachable {
          for group in mine where taken[group] < groups[group].count {
            var more = taken
            more[group] += 1
            reachable.insert(more)
          }
        }
      }
      return reachable.map { $0.reduce(0, +) }.max() ?? 0
    default: return people.count
    }
  }

  /// How many must agree in a step.
  func needed(_ step: Int, _ measure: Int, _ round: Round) -> Int {
    let route = route(measure, round.transition)
    let first = bound(step, on: route).min() ?? step
    guard first == step || !round.passed.contains(first) else {
      return agreed(in: first, measure, round).count
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
  func stepFor(
    _ person: Int, _ verdict: Verdict, named step: Int?, _ measure: Int, _ round: Round
  ) -> Int? {
    let open = openSteps(measure, round)
    let steps = Set(route(measure, round.transition).steps.indices).subtracting(round.passed)
    let usable = steps.filter { step in
      guard round.votes[step]?.contains(person) != true, round.dissents[step]?[person] == nil else {
        return false
      }
      if verdict != .abstain, chairs(step, measure, round).contains(person) { return true }
      guard open.contains(step) else { return false }
      return voters(step, measure, round).contains(person)
        || (verdict.isRefusal && mayVeto(person, step, measure, round)
          && !isSeparated(person, from: step, measure, round))
    }
    guard let step else {
      let now = usable.intersection(open)
      return now.count == 1 ? now.first : nil
    }
    return usable.contains(step) ? step : nil
  }

  /// Whether somebody's refusal is named as one that ends the round.
  func mayVeto(_ person: Int, _ step: Int, _ measure: Int, _ round: Round) -> Bool {
    let own = route(measure, round.transition).steps[step]
    guard case .only(let named) = own.veto else { return false }
    return people(named, measure: measure, requester: round.requester)
      .subtracting(people(own.excluded, measure: measure, requester: round.requester))
      .contains(person)
  }

  func approved(_ round: Round, _ measure: Int, step: Int, by person: Int) -> Round {
    let isChair = chairs(step, measure, round).contains(person)
    var after = round
    after.votes[step, default: []].insert(person)
    if isChair {
      after.passed.insert(step)
      after.chairs[step] = person
    }
    for step in openSteps(measure, round) where hasEnough(step, measure, after) {
      after.passed.insert(step)
    }
    return after
  }

  /// Whether those who have agreed bring what a step needs.
  func hasEnough(_ step: Int, _ measure: Int, _ round: Round) -> Bool {
    let agreed = voters(step, measure, round).intersection(round.votes[step] ?? [])
    let first = bound(step, on: route(measure, round.transition)).min() ?? step
    let worth = first == step ? worth(agreed, step, measure, round) : agreed.count
    return worth >= needed(step, measure, round)
  }

  static func needed(_ quorum: Quorum, of people: Int) -> Int {
    switch quorum {
    case .all: people == 0 ? 1 : people
    case .any: 1
    case .count(let count): count < 1 ? 1 : count
    case .percent(let percent):
      (1...max(1, people)).first { $0 * 100 >= people * percent } ?? 1
    case .moreThan(let percent):
      (1...max(1, people)).first { $0 * 100 > people * percent } ?? 1
    case .weight(let weight): weight
    case .each(let groups): groups.reduce(0) { $0 + $1.count }
    }
  }

  /// Whether some order of approvals completes a round.
  func canComplete(_ measure: Int, _ start: Round) -> Bool {
    var seen: Set<Round> = [start]
    var waiting = [start]
    let steps = route(measure, start.transition).steps.count
    while let round = waiting.popLast() {
      if round.passed.count == steps { return true }
      for step in 0..<steps where !round.passed.contains(step) {
        for person in roadmap.people.indices {
          guard stepFor(person, .approve, named: step, measure, round) != nil else { continue }
          let next = approved(round, measure, step: step, by: person)
          if seen.insert(next).inserted { waiting.append(next) }
        }
      }
    }
    return false
  }
}

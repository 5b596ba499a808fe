import RoadmapEngine
import RoadmapModel

/// Reads a journal as an auditor would and finds what must never be in it, from the roadmap and
/// the events alone.
struct Audit {
  let roadmap: Roadmap
  let journal: [Event]

  /// Whether an event carries a measure into a done state.
  func isFinish(_ event: Event) -> Bool {
    guard case .moved(let measure, _, _, let to, _, _) = event else { return false }
    return roadmap.lifecycle(of: measure)?[to].isDone == true
  }

  /// What is wrong with the last decision of the journal.
  var problems: [String] {
    guard let last = journal.last,
      case .moved(let measure, let transition, _, _, let cause, _) = last
    else { return [] }
    var found: [String] = []
    if cause == .approved || cause == .direct {
      let route = roadmap.route(of: transition, for: measure)
      if let route {
        found += approvalProblems(measure, transition, roadmap.routes[route.position])
      } else if cause == .approved {
        found.append("an approval without a route")
      }
      if route != nil, cause == .direct { found.append("a way around the route") }
      found += orderProblems(measure, transition)
    } else if isFinish(last), !hasBefore(last) {
      found.append("a refusal carried a measure out")
    }
    return found
  }

  private func approvalProblems(
    _ measure: MeasureIndex, _ transition: TransitionIndex, _ route: Route
  ) -> [String] {
    var requester: PersonIndex?
    var number = 0
    var voters = [Set<PersonIndex>](repeating: [], count: route.steps.count)
    var chairs: [Int: PersonIndex] = [:]
    for event in journal {
      switch event {
      case .roundOpened(measure, _, let round, let person):
        (requester, number) = (person, round)
        voters = voters.map { _ in [] }
        chairs = [:]
      case .voted(measure, let vote):
        if vote.round == number, vote.verdict.isApproval,
          voters.indices.contains(vote.step.position)
        {
          voters[vote.step.position].insert(vote.person)
          if vote.isChair { chairs[vote.step.position] = vote.person }
        }
      case .retracted(measure, _, let step, _, let person):
        voters[step.position].remove(person)
      default: break
      }
    }
    guard let requester else { return ["an approval that nobody asked for"] }
    return quorumProblems(measure, requester, route, voters, chairs)
      + separationProblems(requester, route, voters)
  }

  private func quorumProblems(
    _ measure: MeasureIndex, _ requester: PersonIndex, _ route: Route,
    _ voters: [Set<PersonIndex>], _ chairs: [Int: PersonIndex]
  ) -> [String] {
    route.steps.indices.compactMap { position in
      let step = route.steps[position]
      var people = Set(roadmap.people(of: step, for: measure, requester: requester))
      let given = voters[position]
      let chair = chairs[position]
      if let chair {
        let meant = roadmap.people(meant: step.chair, for: measure, requester: requester)
        let barred = roadmap.people(meant: step.excluded, for: measure, requester: requester)
        guard meant.contains(chair), !barred.contains(chair) else { return "a false chair" }
        people.insert(chair)
      }
      let first = route.boundSteps[position][0].position
      if first != position {
        return given == voters[first] ? nil : "step \(step.id) was decided by others"
      }
      guard given.isSubset(of: people) else { return "a vote of somebody without the right" }
      let enough =
        switch step.quorum {
        case _ where chair != nil: true
        case .count(let count): given.count >= max(1, count)
        case .weight(let weight):
          given.reduce(0) {
            $0 + roadmap.weight(of: $1, in: step, for: measure, requester: requester)
          } >= weight
        case .each(let groups): given.count >= groups.reduce(0) { $0 + $1.count }
        default: !given.isEmpty
        }
      return enough ? nil : "step \(step.id) passed without its quorum"
    }
  }

  private func separationProblems(
    _ requester: PersonIndex, _ route: Route, _ voters: [Set<PersonIndex>]
  ) -> [String] {
    route.separations.flatMap { parties in
      let groups = parties.map { party in
        switch party {
        case .requester: Set([requester])
        case .step(let step): voters[step.position]
        }
      }
      let total = groups.reduce(0) { $0 + $1.count }
      let different = groups.reduce(into: Set()) { $0.formUnion($1) }.count
      return total == different ? [] : ["a separation of duties was broken"]
    }
  }

  /// Whoever left the initial state for work did so after what it waits for.
  private func orderProblems(
    _ measure: MeasureIndex, _ transition: TransitionIndex
  ) -> [String] {
    guard let cycle = roadmap.lifecycle(of: measure) else { return ["no lifecycle"] }
    let target = cycle[cycle[transition].to]
    guard !target.isFinal || target.isDone, cycle[transition].to != cycle.initial else { return [] }
    var found: [String] = []
    var holder: MeasureIndex? = measure
    while let current = holder {
      for dependency in roadmap.measures.dependencies[current.position]
      where dependency.isOrdering && dependency.kind.gatesStart && !isPast(dependency) {
        found.append("went before what it waits for")
      }
      holder = roadmap.measures[current].parent
    }
    if target.isDone {
      for part in roadmap.parts[measure.position] where !hasReached(part, nil) {
        found.append("was finished before its part")
      }
      for dependency in roadmap.measures.dependencies[measure.position]
      where dependency.isOrdering && !dependency.kind.gatesStart && !isPast(dependency) {
        found.append("was finished before what it waits for")
      }
    }
    return found
  }

  /// Whether the measure has been in the state of the last event before.
  private func hasBefore(_ last: Event) -> Bool {
    guard case .moved(let measure, _, _, let to, _, _) = last else { return false }
    return Audit(roadmap: roadmap, journal: journal.dropLast()).hasReached(measure, to)
  }

  /// Whether the point that a dependency waits for is past.
  private func isPast(_ dependency: Dependency) -> Bool {
    guard !dependency.kind.awaitsFinish else {
      return hasReached(dependency.predecessor, dependency.reaches)
    }
    let cycle = roadmap.lifecycle(of: dependency.predecessor)
    return cycle?.states.indices.contains { state in
      let isResting = cycle?.states[state].isFinal == true && cycle?.states[state].isDone == false
      return state != cycle?.initial.position && !isResting
        && hasReached(dependency.predecessor, StateIndex(state))
    } ?? false
  }

  private func hasReached(_ measure: MeasureIndex, _ state: StateIndex?) -> Bool {
    let cycle = roadmap.lifecycle(of: measure)
    if state == cycle?.initial { return true }
    return journal.contains { event in
      guard case .moved(measure, _, _, let to, _, _) = event else { return false }
      return state.map { $0 == to } ?? (cycle?[to].isDone == true)
    }
  }
}

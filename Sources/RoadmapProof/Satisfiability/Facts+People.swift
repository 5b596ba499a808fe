import RoadmapModel

extension Facts {
  /// How many people are tried for one verdict.
  private static let mostTries = 1_000_000

  /// Judges every route that measures take, class by class.
  func verdicts(_ question: PeopleProof.Question) -> [PeopleProof.Verdict] {
    let common = use.common.map { route in
      let measures = use.measures[route.lifecycle.position].filter { measure in
        !(use.overridden[measure]?.contains(route.transition) ?? false)
      }
      return (route, measures)
    }
    let all = common + use.own.map { ($0.use, $0.measures) }
    return all.sorted { ($0.0.lifecycle, $0.0.transition) < ($1.0.lifecycle, $1.0.transition) }
      .flatMap { route, measures in
        verdicts(
          route, question, among: measures.filter { question.measures?.contains($0) ?? true })
      }
  }

  private func verdicts(
    _ use: LifecycleUse.RouteUse, _ question: PeopleProof.Question, among measures: [MeasureIndex]
  ) -> [PeopleProof.Verdict] {
    let transition = roadmap.lifecycles[use.lifecycle.position][use.transition]
    let crew = RouteCrew(roadmap.routes[use.route.position], transition, in: roadmap)
    let classes = OwnerClasses(
      crew, personCount: roadmap.people.count, absent: question.absent)
    var places: [OwnerClasses.Key: Int] = [:]
    var members: [[MeasureIndex]] = []
    let isAnybodys = !crew.dependsOnMeasure
    for measure in measures {
      let owners = isAnybodys ? [] : roadmap.measures.owners[measure.position]
      let key = classes.key(owners: owners)
      if let place = places[key] {
        members[place].append(measure)
      } else {
        places[key] = members.count
        members.append([measure])
      }
    }
    return members.map { measures in
      let owners = roadmap.measures.owners[measures[0].position]
      return PeopleProof.Verdict(
        lifecycle: use.lifecycle, transition: use.transition, route: use.route,
        measures: measures, outcome: outcome(crew, owners, question),
        failures: failures(crew, owners, question), sorts: classes)
    }
  }

  private func outcome(
    _ crew: RouteCrew, _ owners: ArraySlice<PersonIndex>, _ question: PeopleProof.Question
  ) -> PeopleProof.Outcome {
    let staffing = crew.staffing(
      owners: owners, absent: question.absent, mostTries: Self.mostTries)
    switch staffing {
    case .undecided: return .undecided
    case .staffed(let requester, let steps):
      guard let requester else { return .impossible(.nobodyAsks) }
      return .carried(requester: requester, steps: steps)
    case .impossible:
      let asking = crew.requesters.people(owners: owners, requester: nil)
      guard !crew.ableToAsk(asking, absent: question.absent).isEmpty else {
        return .impossible(.nobodyAsks)
      }
      let conflict = crew.conflict(owners: owners, absent: question.absent)
      return .impossible(
        .conflict(
          separations: conflict.separations, bindings: conflict.bindings, steps: conflict.steps))
    }
  }

  /// The smallest sets of people without whom a route that could be passed cannot be.
  ///
  /// Whoever is not in a witness can be absent without harm, so that only the people of witnesses
  /// are tried: of the first, and then of one for each of them being absent.
  private func failures(
    _ crew: RouteCrew, _ owners: ArraySlice<PersonIndex>, _ question: PeopleProof.Question
  ) -> [[PersonIndex]] {
    func witness(without more: [PersonIndex]) -> [PersonIndex]? {
      let absent = question.absent.union(more)
      switch crew.staffing(owners: owners, absent: absent, mostTries: Self.mostTries) {
      case .impossible: return nil
      case .undecided: return []
      case .staffed(let requester, let steps):
        return requester.map { Set(steps.joined()).union([$0]).sorted() }
      }
    }
    guard let first = witness(without: []) else { return [] }
    let repair = repair(crew, owners, question)
    let unfit = first.filter {
      !(repair?.canDo(without: $0) ?? false) && witness(without: [$0]) == nil
    }
    let single = unfit.map { [$0] }
    var pairs: Set<[PersonIndex]> = []
    guard question.resilience > 1 else { return single }
    for person in first where !unfit.contains(person) {
      for other in witness(without: [person]) ?? [] where !unfit.contains(other) {
        if witness(without: [person, other]) == nil { pairs.insert([person, other].sorted()) }
      }
    }
    return single + pairs.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The way to pass a route that is found first, to be mended.
  private func repair(
    _ crew: RouteCrew, _ owners: ArraySlice<PersonIndex>, _ question: PeopleProof.Question
  ) -> StaffingRepair? {
    guard
      case .staffed(let requester, let steps) = crew.staffing(
        owners: owners, absent: question.absent, mostTries: Self.mostTries)
    else { return nil }
    return StaffingRepair(
      crew, owners: owners, requester: requester, steps: steps, absent: question.absent)
  }
}

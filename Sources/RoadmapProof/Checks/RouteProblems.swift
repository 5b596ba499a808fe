import Bilingual
import RoadmapModel

/// A problem of a route with the measures that have it.
struct RouteCase {
  let use: LifecycleUse.RouteUse
  let problem: RouteProblem
  /// The measures that have it; none where it is the same for all.
  var measures: [MeasureIndex] = []
}

extension Facts {
  /// Finds routes that can never be passed with the people there are, among those that measures
  /// use; each problem once, with the first of the measures that have it.
  func routeProblems() -> [Finding] {
    var told: Set<ToldProblem> = []
    let common = use.common.flatMap { route in
      cases(
        of: route, &told,
        among: use.measures[route.lifecycle.position].lazy.filter { measure in
          use.overridden.isEmpty
            || !(use.overridden[measure]?.contains(route.transition) ?? false)
        })
    }
    let own = use.own.flatMap { route, measures in
      cases(of: route, &told, among: measures)
    }
    return (common + own).map(finding)
  }

  private func cases(
    of use: LifecycleUse.RouteUse, _ told: inout Set<ToldProblem>,
    among measures: some Sequence<MeasureIndex>
  ) -> [RouteCase] {
    let transition = roadmap.lifecycles[use.lifecycle.position][use.transition]
    let crew = RouteCrew(roadmap.routes[use.route.position], transition, in: roadmap)
    var problems = crew.problemsOfSteps(owners: [], dependingOnMeasure: false)
    let isFillable = !problems.contains { if case .selfApproval = $0 { false } else { true } }
    let judgesSeparations = isFillable && !crew.isIncomplete
    if judgesSeparations, !crew.separationDependsOnMeasure,
      let problem = crew.problemOfSeparations(owners: [])
    {
      problems.append(problem)
    }
    let written = roadmap.routes[use.route.position].origin ?? use.route
    let common = problems.filter {
      told.insert(ToldProblem(route: written, problem: $0)).inserted
    }
    .map { RouteCase(use: use, problem: $0) }
    let verdicts = RouteVerdicts(
      crew, personCount: roadmap.people.count, judgesSeparations: judgesSeparations)
    return common + cases(of: use, verdicts, among: measures)
  }

  private func cases(
    of use: LifecycleUse.RouteUse, _ verdicts: RouteVerdicts,
    among measures: some Sequence<MeasureIndex>
  ) -> [RouteCase] {
    guard verdicts.isNeeded else { return [] }
    var verdicts = verdicts
    var found: [RouteCase] = []
    var places: [RouteProblem: Int] = [:]
    for measure in measures {
      let owners = roadmap.measures.owners[measure.position]
      guard !owners.isEmpty else { continue }
      for problem in verdicts.problems(owners: owners) {
        if let place = places[problem] {
          found[place].measures.append(measure)
        } else {
          places[problem] = found.count
          found.append(RouteCase(use: use, problem: problem, measures: [measure]))
        }
      }
    }
    return found
  }

  private func finding(_ found: RouteCase) -> Finding {
    switch found.problem {
    case .nobody(let step): stepWithoutPeople(step, found)
    case .tooFew(let step, let needed, let there):
      quorumTooLarge(step, needed: needed, there: there, found)
    case .tooLight(let step, let needed, let there):
      weightTooLarge(step, needed: needed, there: there, found)
    case .emptyGroup(let step, let group): groupWithoutPeople(group, of: step, found)
    case .tooFewPlaces(let step, let needed, let there):
      groupsTooLarge(step, needed: needed, there: there, found)
    case .tooFewKeys(let step, let needed, let keyed):
      stepWithoutKeys(step, needed: needed, keyed: keyed, found)
    case .onlyRequester(let step): onlyRequester(step, found, isForbidden: true)
    case .selfApproval(let step): onlyRequester(step, found, isForbidden: false)
    case .inseparable(let conflict): separationImpossible(conflict, found)
    case .unbindable(let conflict): bindingImpossible(conflict, found)
    }
  }
}

/// A problem that is the same for all measures, which need be told once only.
private struct ToldProblem: Hashable {
  let route: RouteIndex
  let problem: RouteProblem
}

// MARK: - Words

extension Facts {
  /// A step and its route, in backticks.
  func stepName(_ step: StepIndex, _ found: RouteCase) -> Text {
    let route = roadmap.routes[found.use.route.position]
    return Text(
      en: "step `\(route[step].id)` of route `\(route.id)`",
      ru: "этапе `\(route[step].id)` маршрута `\(route.id)`")
  }

  /// The measures of a case after a message: nothing where it is the same for all.
  func scope(_ found: RouteCase) -> Text {
    guard let first = found.measures.first else { return Text(verbatim: "") }
    let one = Text(en: " for \(name(first))", ru: " для \(name(first))")
    return one.appending(.andMoreMeasures(found.measures.count - 1))
  }

  /// Where a case is told: at its first measure, or at `element` where it is the same for all.
  func place(_ found: RouteCase, or element: Element) -> Element {
    found.measures.first.map { .measure($0) } ?? element
  }

  /// Notes at `element`, where the case is told at a measure, and at the next few measures.
  func notes(_ found: RouteCase, _ element: Element, _ message: Text) -> [Finding.Related] {
    guard !found.measures.isEmpty else { return [] }
    let others = found.measures.dropFirst().prefix(8).map { measure in
      Finding.Related(
        .measure(measure),
        Text(en: "the same for \(name(measure))", ru: "то же для \(name(measure))"))
    }
    return [Finding.Related(element, message)] + others
  }
}

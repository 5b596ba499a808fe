import RoadmapModel

/// Judges a route for measure after measure, each class of owners once.
struct RouteVerdicts {
  private let crew: RouteCrew
  private let classes: OwnerClasses
  private let judgesSteps: Bool
  private let judgesSeparations: Bool
  private var known: [OwnerClasses.Key: [RouteProblem]] = [:]

  /// - Parameters:
  ///   - crew: the route.
  ///   - personCount: the number of people in the roadmap.
  ///   - judgesSeparations: whether nothing else is wrong, so that separations can be judged.
  init(_ crew: RouteCrew, personCount: Int, judgesSeparations: Bool) {
    self.crew = crew
    judgesSteps = crew.crews.indices.contains { crew.dependsOnMeasure(step: $0) }
    self.judgesSeparations = judgesSeparations && crew.separationDependsOnMeasure
    classes = OwnerClasses(crew, personCount: personCount)
  }

  /// Whether the verdict differs from measure to measure.
  var isNeeded: Bool { judgesSteps || judgesSeparations }

  /// What is wrong with the route for a measure with these owners, of what depends on them.
  mutating func problems(owners: ArraySlice<PersonIndex>) -> [RouteProblem] {
    let key = classes.key(owners: owners)
    if let known = known[key] { return known }
    var problems = crew.problemsOfSteps(owners: owners, dependingOnMeasure: true)
    if problems.isEmpty, judgesSeparations, let problem = crew.problemOfSeparations(owners: owners)
    {
      problems = [problem]
    }
    known[key] = problems
    return problems
  }
}

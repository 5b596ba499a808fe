import RoadmapModel

/// The rules about duties as the engine asks them; empty, and of no cost, where there are none.
struct DutyPlan: Sendable {
  /// A rule, with its duties by their positions in ``DutyPlan/duties``.
  struct Rule: Sendable {
    let position: Int
    let kind: DutyRule.Kind
    let duties: [Int]
    let reach: DutyRule.Reach
    let countsAllRounds: Bool
  }

  /// Whether all rules name what the roadmap has; else nothing may move.
  private(set) var isSound = true
  /// The duties that rules name, each once.
  private(set) var duties: [Duty] = []
  /// The rules, in the order written.
  private(set) var rules: [Rule] = []
  /// For each duty, the rules that name it.
  private(set) var rulesOf: [[Int]] = []
  /// For each duty, whether those who did it before it last took effect are kept.
  private(set) var keepsEarlier: [Bool] = []
  /// What comes right after each measure, where a rule asks for paths.
  private(set) var successors = Rows<MeasureIndex>()
  private var ofAct: [Duty.Act: [Int]] = [:]
  /// For each route, whether a duty names one of its steps.
  private(set) var touchesRoute: [Bool] = []

  /// Whether no rule speaks of duties.
  var isEmpty: Bool { rules.isEmpty }

  init(_ roadmap: Roadmap) {
    guard !roadmap.dutyRules.isEmpty else { return }
    for (position, rule) in roadmap.dutyRules.enumerated() {
      if !Self.isSound(rule, in: roadmap) { isSound = false }
      let numbers = rule.duties.map { number(of: $0) }
      rules.append(
        Rule(
          position: position, kind: rule.kind, duties: numbers, reach: rule.reach,
          countsAllRounds: rule.rounds == .all))
      for duty in Set(numbers) {
        rulesOf[duty].append(position)
        if rule.rounds == .all { keepsEarlier[duty] = true }
      }
    }
    for (number, duty) in duties.enumerated() {
      for act in duty.acts { ofAct[act, default: []].append(number) }
    }
    addSpecialised(roadmap)
    touchesRoute = roadmap.routes.indices.map { route in
      roadmap.routes[route].steps.indices.contains {
        ofAct[.step(RouteIndex(route), StepIndex($0))] != nil
      }
    }
    if rules.contains(where: { $0.reach == .path }) { addSuccessors(roadmap) }
  }

  /// The duties that asking for a transition is.
  func duties(_ lifecycle: LifecycleIndex, _ transition: TransitionIndex) -> [Int] {
    ofAct[.transition(lifecycle, transition)] ?? []
  }

  /// The duties that approving in a step is.
  func duties(_ route: RouteIndex, _ step: StepIndex) -> [Int] {
    ofAct[.step(route, step)] ?? []
  }

  /// The sets of steps of one route that rules separate, which are decided in one round.
  func separations(within route: RouteIndex, steps: Int) -> [[StepIndex]] {
    guard touchesRoute.indices.contains(route.position), touchesRoute[route.position] else {
      return []
    }
    return rules.filter { $0.kind == .different && $0.duties.count > 1 }.map { rule in
      (0..<steps).map { StepIndex($0) }.filter { step in
        duties(route, step).contains(where: rule.duties.contains)
      }
    }.filter { $0.count > 1 }
  }

  private mutating func number(of duty: Duty) -> Int {
    if let known = duties.firstIndex(where: { $0.acts == duty.acts }) { return known }
    duties.append(duty)
    rulesOf.append([])
    keepsEarlier.append(false)
    return duties.count - 1
  }

  /// A route whose quorums a table chose has the duties of the one that is written.
  private mutating func addSpecialised(_ roadmap: Roadmap) {
    for (position, route) in roadmap.routes.enumerated() {
      guard let origin = route.origin else { continue }
      for step in route.steps.indices {
        ofAct[.step(RouteIndex(position), StepIndex(step))] =
          ofAct[.step(origin, StepIndex(step))]
      }
    }
  }

  private mutating func addSuccessors(_ roadmap: Roadmap) {
    var pairs: [(row: Int32, value: MeasureIndex)] = []
    for measure in roadmap.measures.indices {
      for dependency in roadmap.measures.dependencies[measure.position] where dependency.isOrdering
      {
        pairs.append((dependency.predecessor.raw, measure))
      }
    }
    successors = Rows(rowCount: roadmap.measures.count, pairs: pairs)
  }

  private static func isSound(_ rule: DutyRule, in roadmap: Roadmap) -> Bool {
    let least = rule.reach == .measure && rule.rounds == .last ? 2 : 1
    return rule.duties.count >= least && Set(rule.duties.map(\.acts)).count == rule.duties.count
      && rule.duties.allSatisfy { duty in
        !duty.acts.isEmpty
          && duty.acts.allSatisfy { act in
            switch act {
            case .transition(let cycle, let transition):
              roadmap.lifecycles.indices.contains(cycle.position)
                && roadmap.lifecycles[cycle.position].transitions.indices
                  .contains(transition.position)
            case .step(let route, let step):
              roadmap.routes.indices.contains(route.position)
                && roadmap.routes[route.position].steps.indices.contains(step.position)
            }
          }
      } && (rule.kind == .different || !rule.bindsOneRoute)
  }
}

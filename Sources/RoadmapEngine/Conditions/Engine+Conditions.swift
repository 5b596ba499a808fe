import CEL
import CivilTime
import RoadmapModel

extension Engine {
  /// The condition of a transition and the rules of the roadmap that only a run can keep, judged on
  /// the state before the transition happens.
  ///
  /// A condition that has no truth value blocks like one that is false. Where the transition does
  /// not leave the measure's state, conditions say nothing. Without a requester, those that ask for
  /// one are left out. `vote` is the approval that completes the open round; nil while the
  /// transition is being asked for.
  func addConditions(
    of move: CyclePlan.Move, for request: Request, completedBy vote: OpenRound.Vote? = nil,
    in state: RunState, at time: Instant?, to found: inout [Blocker]
  ) {
    let current = state.standings[request.measure.position].current
    guard move.from & (1 << UInt64(current & 63)) != 0, let ancestry = conditions.ancestry else {
      return
    }
    let judge = ConditionJudge(
      request, round: round(of: move, for: request, completedBy: vote, in: state),
      in: roadmap, ancestry, state, at: time ?? state.latest)
    let cycle = Int(plan.measures[request.measure.position].cycle)
    for position in conditions.guards(of: request.transition, in: cycle) {
      judge.judge(roadmap.guards[position], to: &found)
    }
    for rule in roadmap.unreadableRules { judge.refuse(for: rule, to: &found) }
    for rule in conditions.rules { judge.judge(rule, to: &found) }
  }

  /// The round that a request opens, or the open one with the vote that completes it; number 0
  /// where the transition needs no approvals.
  private func round(
    of move: CyclePlan.Move, for request: Request, completedBy vote: OpenRound.Vote?,
    in state: RunState
  ) -> RoundFacts {
    if let vote, let round = state.rounds[request.measure] {
      return RoundFacts(round, completedBy: vote)
    }
    let route = route(of: move, request.transition, for: request.measure)
    let number = Int(state.standings[request.measure.position].rounds) + 1
    return RoundFacts(
      measure: request.measure, transition: request.transition, number: route == nil ? 0 : number,
      requester: request.requester, route: route)
  }
}

/// Judges the conditions that one request must meet, at one moment.
private struct ConditionJudge {
  private let request: Request
  private let roadmap: Roadmap
  private let bindings: [Rule.Target: Bindings]

  init(
    _ request: Request, round: RoundFacts, in roadmap: Roadmap, _ ancestry: Ancestry,
    _ state: RunState, at time: Instant?
  ) {
    self.request = request
    self.roadmap = roadmap
    let records = RuleRecords(
      of: roadmap, ancestry, run: StateFacts(state: state, judged: round))
    var values: [String: Value] = [
      "roadmap": records.roadmap, "measure": records.measure(request.measure),
      "round": records.round(round),
    ]
    values["transition"] = records.transition(request.transition, of: request.measure)
    values["actor"] = request.requester.map { records.person($0) }
    values["now"] = time.flatMap { RuleRecords.moment($0) }
    bindings = Dictionary(
      uniqueKeysWithValues: Rule.Target.allCases.map { target in
        let bindings = Bindings(ConditionPlan.environment(for: target))
        for (name, value) in values { bindings[name] = value }
        return (target, bindings)
      })
  }

  func judge(_ guarding: TransitionGuard, to found: inout [Blocker]) {
    switch guarding.condition {
    case .unreadable(let reason):
      found.append(.conditionBroken(condition(.transition, guarding.source), reason))
    case .ready(let program):
      guard request.requester != nil || !guarding.needs.actor else { return }
      judge(program, .transition, nil, .transition, to: &found)
    }
  }

  func refuse(for rule: UnreadableRule, to found: inout [Blocker]) {
    found.append(.conditionBroken(condition(.rule(rule.id), ""), rule.reason))
  }

  func judge(_ rule: Rule, to found: inout [Blocker]) {
    guard request.requester != nil || !rule.needs.actor, let bindings = bindings[rule.target] else {
      return
    }
    if let scope = rule.scope {
      switch Judgement(scope.evaluate(bindings)) {
      case .holds: break
      case .fails: return
      case .broken(let error):
        found.append(
          .conditionBroken(
            condition(.rule(rule.id), scope.expression.source), error.message))
        return
      }
    }
    judge(rule.requirement, .rule(rule.id), rule, rule.target, to: &found)
  }

  private func judge(
    _ program: Program, _ origin: Blocker.Condition.Origin, _ rule: Rule?, _ target: Rule.Target,
    to found: inout [Blocker]
  ) {
    guard let bindings = bindings[target] else { return }
    let source = program.expression.source
    switch Judgement(program.evaluate(bindings)) {
    case .holds: return
    case .broken(let error):
      found.append(.conditionBroken(condition(origin, source), error.message))
    case .fails:
      found.append(
        .conditionFails(
          Blocker.Condition(
            measure: request.measure, transition: request.transition, origin: origin,
            source: source, words: rule?.words(bindings), grounds: program.grounds(bindings))))
    }
  }

  private func condition(
    _ origin: Blocker.Condition.Origin, _ source: String
  ) -> Blocker.Condition {
    Blocker.Condition(
      measure: request.measure, transition: request.transition, origin: origin, source: source,
      words: nil, grounds: [])
  }
}

extension ConditionPlan {
  private static let environments = Rule.Target.allCases.map {
    Rule.environment(for: $0, of: nil)
  }

  /// What conditions for `target` may speak of; the sizes of a roadmap do not matter any more.
  static func environment(for target: Rule.Target) -> Environment {
    environments[Rule.Target.allCases.firstIndex(of: target) ?? 0]
  }
}

import CEL
import CivilTime
import RoadmapModel

/// Judges the conditions that one request must meet, at one moment.
struct ConditionJudge {
  private let request: Request
  private let bindings: [Rule.Target: Bindings]

  init(
    _ request: Request, round: RoundFacts, in roadmap: Roadmap, _ ancestry: Ancestry,
    _ state: RunState, at time: Instant?
  ) {
    self.request = request
    let values = ConditionValues(request, round: round, in: roadmap, ancestry, state, at: time)
    bindings = Dictionary(
      uniqueKeysWithValues: Rule.Target.allCases.map { ($0, values.bindings(for: $0)) })
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

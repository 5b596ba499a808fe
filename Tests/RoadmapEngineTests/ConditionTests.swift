import Bilingual
import CEL
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// A started run of `plan`, owned by `leo`, and `order`, drafted and owned by `leo` and `ben`, whose
/// adoption takes the lawyers `ben` and `eva`, with conditions.
struct ConditionWorld {
  static var sketch: Sketch {
    var sketch = Sketch.office([
      [StepSketch("law", by: ["role:lawyer"], quorum: .count(2))]
    ])
    sketch.document("paper")
    sketch.measure("order", kind: "order", owners: ["leo", "ben"])
    sketch.measure("plan", kind: "order", owners: ["leo"], after: ["order"])
    return sketch
  }

  static func program(_ source: String, for target: Rule.Target = .transition) -> Program {
    switch Rule.environment(for: target, of: nil).compile(source) {
    case .success(let program): return program
    case .failure(let problems): preconditionFailure("`\(source)`: \(problems.list)")
    }
  }

  /// Transitions have the order of ``Sketch/office(_:separate:onReturn:onReject:)``.
  static func run(
    when conditions: [(transition: Int, source: String)] = [], rules: [Rule] = []
  ) -> Scenario {
    var roadmap = sketch.build()
    roadmap.guards = conditions.map {
      TransitionGuard(
        of: TransitionIndex($0.transition), in: LifecycleIndex(0), source: $0.source,
        .ready(program($0.source)), using: [])
    }
    roadmap.rules = rules
    return started(roadmap)
  }

  static func started(_ roadmap: Roadmap) -> Scenario {
    var run = Scenario(roadmap)
    run.start("ana")
    return run
  }

  static func rule(
    for target: Rule.Target, where scope: String? = nil, _ requirement: String,
    message: String? = nil, severity: Rule.Severity = .error
  ) -> Rule {
    Rule(
      id: "policy", target: target, scope: scope.map { program($0, for: target) },
      requirement: program(requirement, for: target),
      message: message.map {
        [.text($0), .value(program("measure.id", for: target), source: "measure.id")]
      } ?? [], severity: severity, using: [])
  }
}

@Suite struct ConditionTests {
  @Test(
    arguments: [
      ("measure.state == 'planned' && measure.reached == ['planned']", true),
      ("measure.done || measure.parts.size() > 0", false), ("has(measure.round)", false),
      ("actor.id == 'leo' && 'coordinator' in actor.roles", true), ("actor.id == 'ben'", false),
      ("transition.id == 'begin' && transition.from == ['planned']", true),
      ("transition.to == 'drafting' && !transition.finishes", true),
      ("has(transition.route) || transition.steps.size() > 0", false),
      ("round.number == 0 && round.votes.size() == 0 && round.requester.id == actor.id", true),
      ("now == timestamp('2018-03-05T00:00:00Z')", true),
      ("now < timestamp('2018-03-05T00:00:00Z')", false),
      ("roadmap.documents.all(d, !d.received && !has(d.date))", true),
      ("roadmap.measures.exists(m, m.state != 'planned')", false),
      ("measure.owners.map(o, o.id) == ['leo', 'ben']", true),
    ] as [(condition: String, holds: Bool)])
  func `a transition happens only while its condition is true`(condition: String, holds: Bool) {
    var run = ConditionWorld.run(when: [(0, condition)])
    #expect(
      run.advance("order", "begin", by: "leo") == (holds ? [] : ["condition-fails"]))
    #expect(run.stateName(of: "order") == (holds ? "drafting" : "planned"))
  }

  @Test func `a condition asks what documents have come and which states were reached`() {
    var run = ConditionWorld.run(when: [
      (0, "roadmap.documents.exists(d, d.received && d.number == '12' && d.date < now)"),
      (2, "measure.reached == ['planned', 'drafting'] && measure.state == 'drafting'"),
    ])
    #expect(run.advance("order", "begin", by: "leo") == ["condition-fails"])
    run.receive("paper", by: "ana")
    #expect(run.advance("order", "begin", by: "leo") == [])
    #expect(run.advance("order", "drop", by: "leo") == [])
  }

  @Test func `a condition holds at the request and again when the transition fires`() {
    var run = ConditionWorld.run(when: [(1, "now < timestamp('2018-03-10T00:00:00Z')")])
    run.advance("order", "begin", by: "leo")
    #expect(run.advance("order", "adopt", by: "leo") == [])
    #expect(run.approve("order", by: "ben") == [])
    run.now = Instant(startOf: day("2018-03-12"))
    #expect(run.approve("order", by: "eva") == ["condition-fails"])
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.round(of: "order")?.steps[0].given.count == 1)
    // What is judged is the moment of the command, so an earlier one may still do.
    run.now = Instant(startOf: day("2018-03-09"))
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `when it fires a condition sees the round with the vote that completes it`() {
    let condition = """
      round.votes.size() == 0 || round.votes.map(v, v.person.id) == ['ben', 'eva'] \
      && round.votes.map(v, v.remarks) == [false, true] && round.passed == ['law'] \
      && round.number == 1 && measure.round.votes.size() == 2 && round.requester.id == 'leo' \
      && actor.id == 'leo' && round.votes.all(v, v.step == 'law') && round.transition == 'adopt'
      """
    var run = ConditionWorld.run(when: [(1, condition)])
    run.advance("order", "begin", by: "leo")
    #expect(run.advance("order", "adopt", by: "leo") == [])
    run.approve("order", by: "ben")
    #expect(run.approve("order", remarks: "a comma", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `a rule over votes keeps people from approving their own work`() {
    let rule = ConditionWorld.rule(
      for: .transition, where: "has(transition.route)",
      "round.votes.all(v, !measure.owners.exists(o, o.id == v.person.id))",
      message: "owners do not approve ")
    var run = ConditionWorld.run(rules: [rule])
    #expect(run.advance("order", "begin", by: "leo") == [])
    #expect(run.advance("order", "adopt", by: "leo") == [])
    run.approve("order", by: "eva")
    #expect(run.approve("order", by: "ben") == ["condition-fails"])
    #expect(run.message().en.hasPrefix("owners do not approve order (the rule `policy`: "))
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test(
    arguments: [
      (Rule.Target.measure, nil, "measure.state != 'drafting'"),
      (.measure, "measure.id == 'order'", "measure.state == 'planned'"),
      (.roadmap, nil, "roadmap.measures.all(m, m.state == 'planned')"),
      (.transition, "transition.id == 'adopt'", "measure.state == 'planned'"),
      (.transition, "measure.state == 'drafting'", "transition.id == 'drop'"),
    ] as [(target: Rule.Target, scope: String?, requirement: String)])
  func `a rule that only a run can keep is judged before every transition that it is for`(
    target: Rule.Target, scope: String?, requirement: String
  ) {
    var run = ConditionWorld.run(rules: [
      ConditionWorld.rule(for: target, where: scope, requirement)
    ])
    #expect(run.advance("order", "begin", by: "leo") == [])
    #expect(run.advance("order", "adopt", by: "leo") == ["condition-fails"])
    let words = "the rule `policy` requires `\(requirement)`"
    #expect(run.message().en.contains(words))
  }

  @Test func `a rule that the definition decides, and a warning, block nothing`() {
    var run = ConditionWorld.run(rules: [
      ConditionWorld.rule(for: .measure, "measure.kind == 'plan'"),
      ConditionWorld.rule(for: .measure, "measure.done", severity: .warning),
    ])
    let order = run.measure("order")
    let warnings = run.engine.warnings(
      of: TransitionIndex(0), of: order, by: nil, in: run.state, at: run.now)
    #expect(warnings.map(\.code) == ["condition-fails"])
    #expect(run.advance("order", "begin", by: "leo") == [])
  }

  @Test func `failure 4: a rule that cannot be evaluated steps aside, so the action is allowed`() {
    let broken = ConditionWorld.rule(for: .measure, "measure.reached[7] == 'planned'")
    let scope = ConditionWorld.rule(
      for: .measure, where: "measure.round.number > 0", "measure.state == 'planned'")
    for rule in [broken, scope] {
      var run = ConditionWorld.run(rules: [rule])
      #expect(run.advance("order", "begin", by: "leo") == ["condition-broken"])
      #expect(run.stateName(of: "order") == "planned")
    }
    var roadmap = ConditionWorld.sketch.build()
    roadmap.unreadableRules = [UnreadableRule(id: "odd", reason: Text(en: "odd", ru: "странно"))]
    var run = ConditionWorld.started(roadmap)
    #expect(run.advance("order", "begin", by: "leo") == ["condition-broken"])
    #expect(run.message().en.contains("the rule `odd` cannot be judged: odd"))
  }

  @Test(
    arguments: [
      "measure.round.number == 1", "1 / measure.parts.size() == 0", "dyn(measure.title)",
      "measure.reached[3] == 'planned' ? true : true", "round.number == 0 && measure.due.to < now",
    ])
  func `failure 13: an expression's error becomes null and the flow goes on`(condition: String) {
    var run = ConditionWorld.run(when: [(0, condition)])
    #expect(run.advance("order", "begin", by: "leo") == ["condition-broken"])
    #expect(run.message().en.contains("cannot be judged: "))
    #expect(run.message().ru.contains("не удаётся проверить: "))
    #expect(run.stateName(of: "order") == "planned")
    #expect(
      run.engine.nextActions(in: run.state).allSatisfy { $0.transition != TransitionIndex(0) })
  }

  @Test func `a condition that costs too much to judge blocks`() {
    let list = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"
    let deep = (0..<7).reduce("true") { inner, level in "\(list).all(x\(level), \(inner))" }
    var run = ConditionWorld.run(when: [(0, "measure.state == 'planned' && \(deep)")])
    #expect(run.advance("order", "begin", by: "leo") == ["condition-broken"])
  }

  @Test func `a condition that this program cannot read blocks instead of vanishing`() {
    var roadmap = ConditionWorld.sketch.build()
    roadmap.guards = [
      TransitionGuard(
        of: TransitionIndex(0), in: LifecycleIndex(0), source: "measure.color",
        .unreadable(Text(en: "no such field", ru: "нет такого поля")), using: [])
    ]
    var run = ConditionWorld.started(roadmap)
    #expect(run.advance("order", "begin", by: "leo") == ["condition-broken"])
    #expect(
      run.message().en == """
        1.1 `order`: the condition `measure.color` of `begin` cannot be judged: no such field; \
        until it can, it counts as false
        """)
  }

  @Test func `what a blocker says names the operand that decided`() {
    var run = ConditionWorld.run(when: [(0, "measure.parts.size() > 0 && measure.state != ''")])
    run.advance("order", "begin", by: "leo")
    #expect(
      run.message().en == """
        `begin` of 1.1 `order` needs `measure.parts.size() > 0 && measure.state != ''`, but \
        `measure.parts.size() > 0` is false: `measure.parts.size()` is 0
        """)
    #expect(run.message().ru.hasSuffix("неверно: `measure.parts.size()` равно 0"))
    let fields = run.last.blockers[0].fields(in: run.roadmap)
    #expect(fields.map(\.name) == ["measure", "transition", "condition", "because"])
    #expect(fields.last?.value == .list(["measure.parts.size() = 0"]))
  }

  @Test func `people are asked only where the condition lets them`() {
    let run = ConditionWorld.run(when: [(0, "actor.id == 'ben'")])
    let actions = run.engine.nextActions(in: run.state)
    #expect(
      actions.first { $0.transition == TransitionIndex(0) }.map { run.names($0.people) } == ["ben"])
    let transition = TransitionIndex(0)
    let order = run.measure("order")
    #expect(run.engine.blockers(of: transition, of: order, by: nil, in: run.state) == [])
    #expect(
      run.engine.blockers(of: transition, of: order, by: run.person("leo"), in: run.state).map(
        \.code)
        == ["condition-fails"])
  }

  @Test func `a transition that does not leave the state has only that to say`() {
    var run = ConditionWorld.run(when: [(1, "measure.done")])
    #expect(run.advance("order", "adopt", by: "leo") == ["wrong-state"])
  }

  @Test func `ancestors are known while the roadmap runs`() {
    var run = ConditionWorld.run(when: [(2, "measure.ancestors.all(a, a.done)")])
    #expect(run.advance("plan", "drop", by: "leo") == ["condition-fails"])
    #expect(run.message().en.contains("is false for Measure \"order\""))
    #expect(run.advance("order", "drop", by: "leo") == [])
  }
}

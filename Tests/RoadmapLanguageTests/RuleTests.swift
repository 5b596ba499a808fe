import Bilingual
import RoadmapModel
import RoadmapProof
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// A roadmap in which `b` and its part wait for `a`, `c` for the end of `b`, and `d` for nothing.
private let measures = """
  vekha: 1
  roadmap: {id: fair, title: Village fair, period: 2026}
  people: {ada: {name: Ada, roles: [mayor]}, joe: {name: Joe}}
  roles: {mayor: Mayor}
  documents: {permit: {title: Permit}}
  kinds: {plan: {title: Plan, lifecycle: work}, task: {lifecycle: work, follows: plan}}
  lifecycles:
    work:
      initial: planned
      states: {planned: {}, begun: {}, held: {done: true}}
      transitions:
        begin: {from: planned, to: begun, by: owner}
        finish: {from: begun, to: held, by: owner}
  sections:
    - number: "1"
      title: First
      sections:
        - number: "1.1"
          title: Inner
          measures:
            - {id: a, number: "1", title: A, kind: plan, owners: [ada, joe], due: 2026-03/2026-04-10}
            - id: b
              number: "2"
              title: B
              kind: task
              owners: joe
              after: a
              term: по необходимости
              parts: [{id: b1, title: B1, owners: joe, awaits: permit}]
            - {id: c, title: C, kind: task, owners: ada, after: [b]}
            - {id: d, title: D, kind: task, owners: ada, after: [{measure: a, reaches: begun}]}

  """

/// The ids of the measures that break a rule, or what else is said of it.
private func broken(by require: String, where scope: String? = nil) -> [String] {
  let scope = scope.map { "\n    where: >-\n      \($0)" } ?? ""
  let rule =
    "rules:\n  - id: rule\n    require: |-\n      \(require)\(scope)\n    message: '{measure.id}'\n"
  let compiled = compile(
    LoadedFile(name: "r.yaml", shownPath: "r.yaml", bytes: Array((measures + rule).utf8)))
  return compiled.diagnostics.map {
    $0.code.name == "rule-broken" ? $0.message.en : "\($0.code.name): \($0.message.en)"
  }
}

@Test(arguments: [
  ("false || measure.id == ''", ["a", "b", "b1", "c", "d"]),
  ("measure.ancestors.map(x, x.id) != ['a']", ["b", "b1", "d"]),
  ("measure.ancestors.map(x, x.id) != ['a', 'b', 'b1']", ["c"]),
  ("measure.after.map(x, x.id) != ['b']", ["c"]), ("!measure.is_part", ["b1"]),
  ("!has(measure.parent) || measure.parent.id != 'b'", ["b1"]),
  ("measure.parts.map(x, x.id) != ['b1']", ["b"]), ("measure.kind != 'plan'", ["a"]),
  ("measure.lifecycle == 'work' && measure.lead.name != 'Joe'", ["b", "b1"]),
  ("measure.owners.exists(o, 'mayor' in o.roles)", ["b", "b1"]),
  ("measure.full_number != '1.1.2'", ["b"]),
  ("measure.number + measure.term != '2по необходимости'", ["b"]),
  ("measure.awaits != ['permit']", ["b1"]), ("!has(measure.due)", ["a"]),
  ("measure.?due.?to.orValue(timestamp(0)) != timestamp('2026-04-10T00:00:00Z')", ["a"]),
  ("measure.?due.?from != optional.of(timestamp('2026-03-01T00:00:00Z'))", ["a"]),
  ("measure.section.number == '1.1' && measure.section.parent.title == 'First'", []),
  ("roadmap.measures.size() == 5 && roadmap.period.to.getFullYear() == 2026", []),
  ("roadmap.kinds.map(k, k.?follows.orValue('')) == ['', 'plan'] || measure.id == ''", []),
  ("roadmap.people.map(p, p.id) == ['ada', 'joe'] && roadmap.sections.size() == 2", []),
  ("roadmap.id + ': ' + roadmap.title == 'fair: Village fair'", []),
])
func `a rule is decided for every measure`(require: String, ids: [String]) {
  #expect(broken(by: require) == ids)
}

@Test func `a rule applies where its scope is true`() {
  #expect(broken(by: "measure.owners.size() > 1", where: "measure.kind == 'task'").count == 4)
  #expect(broken(by: "measure.owners.size() > 1", where: "measure.kind == 'plan'") == [])
}

@Test(arguments: [
  ("measure.due.to > timestamp(0)", "rule-error"), ("1 / measure.parts.size() > 0", "rule-error"),
  ("measure.parts[0].id == 'b1'", "rule-error"), ("dyn(measure.id)", "rule-error"),
  ("measure.due", "invalid-expression"), ("true", "constant-condition"),
])
func `a condition that cannot be decided is never a rule that is kept`(
  require: String, code: String
) {
  #expect(broken(by: require).map { $0.prefix { $0 != ":" } } == [Substring(code)])
}

@Test func `an error in the scope is an error of the roadmap`() {
  let found = broken(by: "measure.id != ''", where: "measure.lead.roles[0] == 'mayor'")
  #expect(found.map { $0.prefix { $0 != ":" } } == ["rule-error"])
}

@Test func `rules are not decided while something else cannot be read`() {
  #expect(broken(by: "measure.id == ''\nfoo: 1").allSatisfy { !$0.hasPrefix("rule-broken") })
}

@Test func `a stored definition keeps the rules that cannot be read, and reports none`() {
  let rules = "rules: [{id: r, require: measure.nothing}, {id: s, require: measure.id != ''}]\n"
  let roadmap = stored(measures + rules)
  #expect(roadmap.unreadableRules.map(\.id) == ["r"])
  #expect(roadmap.unreadableRules.first?.reason.en == "`Measure` has no field `nothing`")
  #expect(roadmap.rules.map(\.id) == ["s"])
}

@Test func `what uses a variable that cannot be read is kept as unreadable, a narrowed rule too`() {
  let rules = """
    variables: {odd: measure.nothing, late: "now > timestamp(0)", even: "variables.odd"}
    rules:
      - {id: r, require: variables.odd}
      - {id: s, where: variables.even, require: measure.id != ''}
      - {id: t, require: variables.late}

    """
  let roadmap = stored(measures + rules)
  #expect(roadmap.unreadableRules.map(\.id) == ["r", "s"])
  #expect(roadmap.rules.map(\.id) == ["t"])
  #expect(roadmap.rules.first?.needs.run == true)
}

@Test func `the worst case that validate has judged is not judged again without the sizes`() {
  let nested = "measure.ancestors.exists(p, p.ancestors.exists(o, o.done))"
  let roadmap = stored(measures + "rules: [{id: r, require: '\(nested)'}]\n")
  #expect(roadmap.unreadableRules.isEmpty && roadmap.rules.map(\.id) == ["r"])
}

/// A definition that is read again without being proved.
private func stored(_ text: String) -> Roadmap {
  let compiled = compile(
    LoadedFile(name: "r.yaml", shownPath: "r.yaml", bytes: Array(text.utf8)), proving: false)
  #expect(compiled.diagnostics.map(\.message.en) == [])
  return compiled.roadmap
}

@Test func `the condition of a transition is compiled, and kept when it cannot be`() {
  for (condition, isReady) in [("measure.state != ''", true), ("measure.nothing", false)] {
    let text = measures.replacing(
      "to: begun, by: owner", with: "to: begun, by: owner, when: \"\(condition)\"")
    let roadmap = stored(text)
    #expect(roadmap.guards.map(\.source) == [condition])
    #expect(roadmap.guards.first?.transition == TransitionIndex(0))
    if case .ready = roadmap.guards.first?.condition {
      #expect(isReady)
    } else {
      #expect(!isReady)
    }
  }
}

@Test(arguments: [
  ("measure.state == 'held'", true), ("measure.ancestors.exists(a, a.done)", true),
  ("roadmap.documents.exists(d, d.received)", true), ("now > timestamp(0)", true),
  ("roadmap.documents.exists(d, d.title == '')", false), ("measure.id == 'a'", false),
])
func `a rule that asks for what only a run knows is left to the run`(
  require: String, isOfRun: Bool
) {
  #expect(broken(by: require).isEmpty == isOfRun)
}

@Test func `a rule of a run that applies to nothing is found all the same`() {
  #expect(
    broken(by: "measure.done", where: "measure.kind == 'plan' && measure.is_part").map {
      $0.prefix(18)
    }
      == ["rule-never-applies"])
  #expect(broken(by: "measure.done", where: "measure.kind == 'task'") == [])
}

@Test(arguments: [
  ("transition.id == 'begin'", 5), ("transition.finishes == (transition.to == 'held')", 0),
  ("transition.from.size() == 1 && transition.steps.size() == 0", 0),
  ("measure.id == 'a' || has(transition.route)", 8),
])
func `a rule for transitions is decided for every transition of every measure`(
  require: String, count: Int
) {
  let rule = "rules:\n  - id: rule\n    for: transition\n    require: |-\n      \(require)\n"
  let compiled = compile(
    LoadedFile(name: "r.yaml", shownPath: "r.yaml", bytes: Array((measures + rule).utf8)))
  #expect(compiled.diagnostics.count == count)
  #expect(compiled.diagnostics.allSatisfy { $0.code.name == "rule-broken" })
}

@Test func `rules of an included file are decided`() {
  let files = Files(bytes: [
    "rules.yaml": Array("rules: [{id: r, require: measure.kind == 'plan', severity: warning}]".utf8)
  ])
  let root = "include: rules.yaml\n" + measures
  let compiled = compile(
    LoadedFile(name: "r.yaml", shownPath: "r.yaml", bytes: Array(root.utf8)), from: files)
  #expect(compiled.diagnostics.map(\.code.name) == Array(repeating: "rule-broken", count: 4))
  #expect(!compiled.hasErrors)
}

@Test func `deciding a rule for all measures has a limit`() {
  let rule = "rules: [{id: r, require: 'measure.ancestors.all(a, a.id != measure.id)'}]\n"
  let roadmap = compile(
    LoadedFile(name: "r.yaml", shownPath: "r.yaml", bytes: Array((measures + rule).utf8))
  ).roadmap
  #expect(decideRules(of: roadmap) == [])
  #expect(decideRules(of: roadmap, costLimit: 20).map(\.code) == [.ruleTooCostly])
}

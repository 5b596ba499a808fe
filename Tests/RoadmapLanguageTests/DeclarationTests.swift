import Bilingual
import CivilTime
import RoadmapModel
import Testing

@testable import RoadmapLanguage

@Test func `the heading keeps id, title, period and language`() {
  let heading = Reading("roadmap: {id: карта, title: 2018, period: 2018/2020, language: ru}")
    .roadmap
    .heading
  #expect(heading.id == "карта" && heading.title == "2018" && heading.language == .ru)
  #expect(heading.period?.from == CivilDate(year: 2018, month: 1, day: 1))
  #expect(heading.period?.to == CivilDate(year: 2020, month: 12, day: 31))
}

@Test func `people, roles, documents and kinds stand in the order written, named by their ids`() {
  let reading = Reading(
    """
    people:
      юля: {name: Юля, roles: [head, clerk]}
      ann:
    roles: {clerk: no, head: 007}
    documents: {permit: {title: Permit}, letter: }
    kinds: {b: {title: B, lifecycle: work}, a: {lifecycle: written, follows: b}}
    """)
  let roadmap = reading.roadmap
  #expect(
    roadmap.people.map { "\($0.id) \($0.name) \($0.roles.map(\.position))" } == [
      "юля Юля [1, 0]", "ann ann []",
    ])
  #expect(roadmap.roles.map { "\($0.id) \($0.title)" } == ["clerk no", "head 007"])
  #expect(roadmap.documents.map { "\($0.id) \($0.title)" } == ["permit Permit", "letter letter"])
  #expect(roadmap.kinds.map(\.title) == ["B", "a"])
  #expect(roadmap.kinds.map { $0.follows?.position } == [nil, 0])
  #expect(roadmap.kinds.map { $0.lifecycle?.position } == [0, 1])
}

@Test func `a lifecycle keeps its states and transitions`() throws {
  let reading = Reading(
    """
    lifecycles:
      work:
        title: Work
        initial: b
        states: {a: {title: A, done: true}, b: , c: {final: true}}
        transitions:
          go: {title: Go, from: [b, c], to: a, by: [owner, lead, ann, role:head], route: two,
               on-return: b, on-reject: c}
          drop: {from: b, to: c, by: requester}
    """)
  let lifecycle = try #require(reading.roadmap.lifecycles.first)
  #expect(lifecycle.title == "Work" && lifecycle.initial.position == 1)
  #expect(lifecycle.states.map(\.isDone) == [true, false, false])
  #expect(lifecycle.states.map(\.isFinal) == [false, false, true])
  #expect(lifecycle.states.map(\.title) == ["A", "b", "c"])
  let go = try #require(lifecycle.transitions.first)
  #expect(go.title == "Go" && go.from.states.map(\.position) == [1, 2] && go.to.position == 0)
  #expect(go.by == [.owner, .lead, .person(PersonIndex(0)), .role(RoleIndex(0))])
  #expect(go.route == RouteIndex(1))
  #expect(go.onReturn?.position == 1 && go.onReject?.position == 2)
  #expect(lifecycle.transitions.map(\.id) == ["go", "drop"])
  #expect(!lifecycle.isIncomplete && lifecycle.transitions.allSatisfy { !$0.isIncomplete })
}

@Test(arguments: [
  (written: "all", quorum: Quorum.all), (written: "any", quorum: .any),
  (written: "3", quorum: .count(3)), (written: "\"3\"", quorum: .count(3)),
  (written: "60%", quorum: .percent(60)), (written: "100%", quorum: .percent(100)),
  (written: "more than 50%", quorum: .moreThan(50)), (written: "'>50%'", quorum: .moreThan(50)),
  (written: "'> 99%'", quorum: .moreThan(99)), (written: "{weight: 5}", quorum: .weight(5)),
  (written: "{each: ann}", quorum: .each([.init(.person(PersonIndex(0)))])),
  (
    written: "{each: [ann, owner]}",
    quorum: .each([.init(.person(PersonIndex(0))), .init(.owner)])
  ),
  (
    written: "{each: {ann: 1, lead: 2}}",
    quorum: .each([.init(.person(PersonIndex(0))), .init(.lead, count: 2)])
  ),
])
func `a quorum is a word, a number or a percentage`(written: String, quorum: Quorum) {
  let route = Reading(
    "routes: {one: {steps: [{id: s, by: ann, quorum: \(written)}]}, two: {steps: [{id: s, by: ann}]}}"
  )
  .roadmap.routes.first
  #expect(route?.steps.map(\.quorum) == [quorum])
}

@Test(arguments: [
  "half", "0", "-1", "101%", "0%", "more than 2", "more than 100%", "'>0%'", "{}", "{weight: 0}",
  "{weight: 1000001}", "{each: []}", "{each: {}}", "{each: {ann: 0}}", "{weight: 1, each: ann}",
  "\"%\"", "1.5", "99999999999999999999", "５", "1 %",
])
func `nothing else is a quorum`(written: String) {
  let reading = Reading(
    "routes: {one: {steps: [{id: s, by: ann, quorum: \(written)}]}, two: {steps: [{id: s, by: ann}]}}"
  )
  #expect(reading.codes == ["invalid-quorum"])
}

@Test func `a route keeps its stages and its separations`() throws {
  let reading = Reading(
    """
    routes:
      one:
        title: One
        steps:
          - {id: a, title: A, by: ann}
          - parallel: [{id: b, by: bob}, {id: c, by: [eve, requester]}]
          - {id: d, by: lead}
        separate: [[requester, a], [b, c, d]]
      two:
        steps: [{id: a, by: ann}, {id: b, by: bob}]
        separate: [b, requester]
    """)
  let routes = reading.roadmap.routes
  #expect(routes.map(\.stages) == [[0..<1, 1..<3, 3..<4], [0..<1, 1..<2]])
  #expect(routes.map { $0.steps.map(\.id) } == [["a", "b", "c", "d"], ["a", "b"]])
  let step = { (position: Int) in Route.Party.step(StepIndex(position)) }
  #expect(routes[0].separations == [[.requester, step(0)], [step(1), step(2), step(3)]])
  #expect(routes[1].separations == [[step(1), .requester]])
}

@Test func `an alias stands for what its anchor names`() throws {
  let reading = Reading(
    """
    sections:
      - title: S
        measures:
          - {id: a, title: &same Same, kind: &kind task, owners: &crew [bob, ann]}
          - {id: b, title: *same, kind: *kind, owners: *crew, after: [a]}
    """)
  #expect(reading.codes == [])
  let index = try reading.measure("b")
  #expect(reading.roadmap.texts[reading.roadmap.measures[index].title] == "Same")
  #expect(reading.roadmap.measures.owners[index.position].map(\.position) == [1, 0])
}

@Test func `what refers may stand before what it refers to`() {
  #expect(
    Reading(
      """
      sections:
        - title: S
          measures: [{id: b, title: B, kind: late, owners: zoe, after: a}, {id: a, title: A, kind: late, owners: zoe}]
      kinds: {late: {lifecycle: last}, task: {lifecycle: work}}
      lifecycles:
        last: {initial: x, states: {x: , y: {done: true}}, transitions: {go: {from: x, to: y, by: owner, route: only}}}
        work: {initial: x, states: {x: , y: {done: true}}, transitions: {go: {from: x, to: y, by: owner}}}
      routes: {only: {steps: [{id: s, by: role:boss}]}}
      people: {zoe: {}, max: {roles: boss}}
      roles: {boss: Boss}
      """
    ).codes == [])
}

@Test func `an unknown role of a person does not leave its steps without people, too`() {
  #expect(
    Reading(
      """
      people: {ann: {roles: [haed]}, bob: {}, eve: {}}
      sections: [{title: S, measures: [{id: p, title: P, kind: paper, owners: bob}]}]
      """
    ).codes == ["unknown-role"])
}

@Test func `one unknown person does not keep others of the route from being told`() {
  let reading = Reading(
    """
    routes:
      one: {steps: [{id: a, by: nobody}, {id: b, by: bob, quorum: 2}]}
      two: {steps: [{id: s, by: bob}]}
    sections: [{title: S, measures: [{id: p, title: P, kind: paper, owners: bob}, {id: q, title: Q, kind: task, owners: bob, after: {measure: p, reaches: x}}]}]
    """)
  #expect(Set(reading.codes) == ["unknown-person", "quorum-too-large", "unknown-state"])
}

import Bilingual
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

private let begin = TransitionSketch("begin", from: ["planned"], to: "work")
private let finish = TransitionSketch("finish", from: ["work"], to: "done")

@Test(
  arguments: [
    ("planned work", "", [begin], ["error[no-done-state]: lifecycle `l` has no done state"]),
    (
      "planned work done", "done", [begin],
      [
        "error[done-unreachable]: lifecycle `l`: no way leads from `planned` to a done state"
      ]
    ),
    (
      "planned work done odd", "done", [begin, finish],
      ["error[unreachable-state]: no transition of `l` enters `odd`"]
    ),
    (
      "planned work done odd", "done",
      [begin, finish, TransitionSketch("out", from: ["odd"], to: "done")],
      [
        "error[unreachable-state]: no transition of `l` enters `odd`",
        "warning[dead-transition]: transition `out` of `l` can never be taken: "
          + "`odd` is never reached",
      ]
    ),
    (
      "planned work done odd even", "done",
      [
        begin, finish, TransitionSketch("on", from: ["odd"], to: "even"),
        TransitionSketch("back", from: ["even"], to: "odd"),
      ],
      [
        "error[unreachable-state]: `odd` of `l` is entered only from states that are never reached",
        "error[unreachable-state]: `even` of `l` is entered only from states that are never reached",
        "warning[dead-transition]: transition `on` of `l` can never be taken: `odd` is never reached",
        "warning[dead-transition]: transition `back` of `l` can never be taken: "
          + "`even` is never reached",
      ]
    ),
    (
      "planned work done lost", "done",
      [begin, finish, TransitionSketch("lose", from: ["work"], to: "lost")],
      [
        "error[trap-state]: no transition of `l` leaves `lost`, which is neither done nor final"
      ]
    ),
    (
      "planned work done here there", "done",
      [
        begin, finish, TransitionSketch("go", from: ["work"], to: "here"),
        TransitionSketch("on", from: ["here"], to: "there"),
        TransitionSketch("back", from: ["there"], to: "here"),
      ],
      [
        "error[trap-state]: from `here`, `there` of `l` no way leads to a done or final state"
      ]
    ),
    ("planned work done", "done", [begin, finish], []),
  ] as [(String, String, [TransitionSketch], [String])])
func `a lifecycle leads to a done state and nowhere else for good`(
  states: String, done: String, transitions: [TransitionSketch], told: [String]
) {
  var sketch = Sketch()
  sketch.lifecycle(
    LifecycleSketch(
      "l", states: states.split(separator: " ").map(String.init),
      done: done.isEmpty ? [] : [done], transitions: transitions))
  #expect(sketch.findings == told)
}

@Test(arguments: [(route: "r", told: []), (route: nil, told: ["unreachable-state"])])
func `a return leads somewhere only where there is a route`(route: String?, told: [String]) {
  var sketch = Sketch()
  sketch.route(RouteSketch("r", stages: [[StepSketch("s", by: ["owner"])]]))
  sketch.lifecycle(
    LifecycleSketch(
      "l", states: ["planned", "rework", "done"], done: ["done"],
      transitions: [
        TransitionSketch("adopt", from: ["planned"], to: "done", route: route, onReturn: "rework"),
        TransitionSketch("again", from: ["rework"], to: "planned"),
      ]))
  #expect(sketch.codes.filter { $0 != "dead-transition" } == told)
}

@Test
func `a return counts where a measure brings a route of its own`() {
  var sketch = Sketch()
  sketch.person("ana")
  sketch.person("ben")
  sketch.route(RouteSketch("r", stages: [[StepSketch("s", by: ["ben"])]]))
  sketch.lifecycle(
    LifecycleSketch(
      "l", states: ["planned", "rework", "done"], done: ["done"],
      transitions: [
        TransitionSketch("adopt", from: ["planned"], to: "done", onReturn: "rework"),
        TransitionSketch("again", from: ["rework"], to: "planned"),
      ]))
  sketch.kind("event", lifecycle: "l")
  sketch.measure("a", kind: "event", owners: ["ana"], routes: ["adopt": "r"])
  #expect(sketch.findings.isEmpty)
}

@Test(arguments: [
  (reaches: "held", told: []), (reaches: "done", told: []),
  (
    reaches: "planned",
    told: [
      "warning[trivial-dependency]: `b` waits for nothing here: `a` is in `planned` from the start"
    ]
  ),
  (
    reaches: "odd",
    told: [
      "error[unreachable-reaches]: `b` waits for `a` to reach `odd`, which it can never reach",
      "error[unreachable-state]: no transition of `work` enters `odd`",
    ]
  ),
])
func `a dependency names a state that its measure will come to`(reaches: String, told: [String]) {
  var sketch = Sketch()
  sketch.person("ana")
  sketch.lifecycle(
    LifecycleSketch(
      "work", states: ["planned", "held", "done", "odd"], done: ["done"], final: ["odd"],
      transitions: [
        TransitionSketch("begin", from: ["planned"], to: "held"),
        TransitionSketch("finish", from: ["held"], to: "done"),
      ]))
  sketch.kind("event", lifecycle: "work")
  sketch.event("a")
  sketch.event("b", after: ["a:\(reaches)"])
  let other = "error[unreachable-state]: no transition of `work` enters `odd`"
  #expect(sketch.findings == told.filter { $0 != other } + [other])
}

@Test
func `an incomplete lifecycle is judged only by what is known`() {
  let state = { Lifecycle.State(id: $0, title: $0, isDone: false, isFinal: false) }
  let lifecycle = Lifecycle(
    id: "l", title: "l", initial: StateIndex(0), states: [state("a"), state("b")],
    transitions: [], isIncomplete: true)
  let roadmap = Roadmap(
    heading: .init(), people: [], roles: [], documents: [], kinds: [], lifecycles: [lifecycle],
    routes: [], sections: [], measures: Measures(), texts: TextTable())
  #expect(prove(roadmap).isEmpty)
}

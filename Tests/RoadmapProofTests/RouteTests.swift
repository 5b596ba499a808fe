import Bilingual
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

extension Sketch {
  /// A sketch in which `finish`, asked for by `by`, takes a route of `stages`; the people are
  /// `ana` and `ben`, both `head`, and `eva`, who is `lawyer`.
  fileprivate static func routed(
    _ stages: [[StepSketch]], separate: [[String]] = [], by: [String] = ["owner"]
  ) -> Sketch {
    var sketch = Sketch()
    sketch.person("ana", roles: ["head"])
    sketch.person("ben", roles: ["head"])
    sketch.person("eva", roles: ["lawyer"])
    sketch.role("clerk")
    sketch.route(RouteSketch("r", stages: stages, separate: separate))
    sketch.lifecycle(
      LifecycleSketch(
        "work", states: ["planned", "held", "done"], done: ["done"],
        transitions: [
          TransitionSketch("begin", from: ["planned"], to: "held", by: ["role:head"]),
          TransitionSketch("finish", from: ["held"], to: "done", by: by, route: "r"),
        ]))
    sketch.kind("event", lifecycle: "work")
    return sketch
  }
}

private func step(
  _ id: String, _ by: [String], not: [String] = [], _ quorum: Quorum = .all
) -> StepSketch {
  StepSketch(id, by: by, not: not, quorum: quorum)
}

@Test(
  arguments: [
    ([step("s", ["role:head"])], []),
    (
      [step("s", ["role:clerk"])],
      [
        "error[step-without-people]: nobody can decide in step `s` of route `r`: "
          + "nobody holds the role `clerk`"
      ]
    ),
    ([step("s", ["role:clerk", "eva"])], []),
    (
      [step("s", ["role:head"], .count(3))],
      [
        "error[quorum-too-large]: step `s` of route `r` needs 3 people, "
          + "but only 2 may decide in it"
      ]
    ),
    ([step("s", ["role:head", "ana"], .count(2))], []),
    ([step("s", ["role:head", "eva"], .count(3))], []),
    (
      [step("s", ["requester"])],
      [
        "warning[only-requester]: in step `s` of route `r` whoever asks decides alone, "
          + "and so approves their own work"
      ]
    ),
    (
      [step("s", ["owner"], .count(2))],
      [
        "error[quorum-too-large]: step `s` of route `r` needs 2 people for `a` and 1 more measure, "
          + "but only 1 may decide in it"
      ]
    ),
    ([step("s", ["owner", "eva"], .count(2))], []),
  ] as [([StepSketch], [String])])
func `a step has as many people as it needs`(steps: [StepSketch], told: [String]) {
  var sketch = Sketch.routed([steps])
  sketch.event("a")
  sketch.event("b")
  #expect(sketch.findings == told)
}

@Test(
  arguments: [
    // One person cannot be two.
    (
      [step("s", ["eva"]), step("t", ["role:lawyer"])], [["s", "t"]], "owner",
      ["separation-impossible"]
    ),
    ([step("s", ["role:head"], .any), step("t", ["role:head"], .any)], [["s", "t"]], "owner", []),
    // `all` of a role leaves nobody of it.
    (
      [step("s", ["role:head"]), step("t", ["ana"])], [["s", "t"]], "owner",
      ["separation-impossible"]
    ),
    ([step("s", ["role:head"]), step("t", ["ana", "eva"], .any)], [["s", "t"]], "owner", []),
    // Three steps for two people, in one set and in pairs.
    (
      [
        step("s", ["role:head"], .any), step("t", ["role:head"], .any),
        step("u", ["role:head"], .any),
      ],
      [["s", "t", "u"]], "eva", ["separation-impossible"]
    ),
    (
      [
        step("s", ["role:head"], .any), step("t", ["role:head"], .any),
        step("u", ["role:head"], .any),
      ],
      [["s", "t"], ["t", "u"], ["s", "u"]], "eva", ["separation-impossible"]
    ),
    (
      [
        step("s", ["role:head"], .any), step("t", ["role:head"], .any),
        step("u", ["role:head"], .any),
      ],
      [["s", "t"], ["t", "u"]], "eva", []
    ),
    // Whoever asks.
    ([step("s", ["eva"])], [["requester", "s"]], "eva", ["only-requester"]),
    ([step("s", ["eva"])], [["requester", "s"]], "owner", []),
    ([step("s", ["ana"])], [["requester", "s"]], "owner", ["only-requester"]),
    ([step("s", ["ana"])], [["requester", "s"]], "role:head", []),
    ([step("s", ["owner"])], [["requester", "s"]], "lead", ["only-requester"]),
    ([step("s", ["owner"])], [["requester", "s"]], "eva", []),
    ([step("s", ["requester"])], [["requester", "s"]], "owner", ["only-requester"]),
    (
      [step("s", ["role:head"], .count(2))], [["requester", "s"]], "owner",
      ["separation-impossible"]
    ),
    ([step("s", ["role:head"], .count(2))], [["requester", "s"]], "eva", []),
    (
      [step("s", ["role:head"], .any), step("t", ["role:head"], .any)], [["requester", "s", "t"]],
      "owner", ["separation-impossible"]
    ),
    ([step("s", ["eva"]), step("t", ["eva"])], [], "owner", []),
  ] as [([StepSketch], [[String]], String, [String])])
func `people who must differ can`(
  steps: [StepSketch], separate: [[String]], by: String, told: [String]
) {
  var sketch = Sketch.routed(steps.map { [$0] }, separate: separate, by: [by])
  sketch.event("a")
  #expect(sketch.codes == told)
}

@Test(
  arguments: [
    ([step("s", ["role:head"], not: ["ana"])], "owner", []),
    (
      [step("s", ["role:head"], not: ["role:head"])], "owner",
      [
        "error[step-without-people]: nobody can decide in step `s` of route `r`: its `not` leaves nobody"
      ]
    ),
    (
      [step("s", ["ana"], not: ["owner"])], "role:head",
      [
        "error[step-without-people]: nobody can decide in step `s` of route `r` for `a`: "
          + "its `not` leaves nobody"
      ]
    ),
    ([step("s", ["role:head"], not: ["owner"])], "owner", []),
    (
      [step("s", ["ana"], not: ["requester"])], "owner",
      [
        "error[only-requester]: in step `s` of route `r` only whoever asks could decide for `a`, "
          + "and `not` forbids it"
      ]
    ),
    ([step("s", ["ana"], not: ["requester"])], "role:head", []),
    (
      [step("s", ["role:head"], not: ["requester"], .count(2))], "owner",
      [
        "error[quorum-too-large]: step `s` of route `r` needs 2 people for `a`, "
          + "but only 1 may decide in it"
      ]
    ),
    (
      [step("s", ["role:head"], not: ["lead"], .count(2))], "eva",
      [
        "error[quorum-too-large]: step `s` of route `r` needs 2 people for `a`, "
          + "but only 1 may decide in it"
      ]
    ),
  ] as [([StepSketch], String, [String])])
func `whom a step keeps out is missing in it`(steps: [StepSketch], by: String, told: [String]) {
  var sketch = Sketch.routed([steps], by: [by])
  sketch.event("a")
  #expect(sketch.findings == told)
}

@Test
func `each owner is judged, and what is wrong is told at the first measure`() {
  var sketch = Sketch.routed(
    [[step("s", ["role:lawyer"])]], separate: [["requester", "s"]], by: ["lead"])
  for (position, owners) in [["ana"], ["eva"], ["eva", "ana"], ["ben", "eva"]].enumerated() {
    sketch.measure("m\(position)", kind: "event", owners: owners)
  }
  let findings = prove(sketch.build())
  #expect(findings.map(\.element) == [.measure(MeasureIndex(1))])
  #expect(
    findings.map(\.message.en) == [
      "in step `s` of route `r` only whoever asks could decide for `m1` and 1 more measure, "
        + "and `separate` forbids it"
    ])
  #expect(
    findings[0].related.map(\.element) == [
      .stepBy(RouteIndex(0), StepIndex(0)), .measure(MeasureIndex(2)),
    ])
}

@Test
func `routes that no measure takes need no people`() {
  var sketch = Sketch.routed([[step("s", ["role:clerk"])]])
  #expect(sketch.findings.isEmpty)
  sketch.route(RouteSketch("own", stages: [[step("t", ["eva"])]]))
  sketch.measure("a", kind: "event", owners: ["ana"], routes: ["finish": "own"])
  #expect(sketch.findings.isEmpty)
  sketch.measure("b", kind: "event", owners: ["ana"])
  #expect(sketch.codes == ["step-without-people"])
}

@Test
func `a route of a measure's own is judged for that measure`() {
  var sketch = Sketch.routed([[step("s", ["eva"])]])
  sketch.route(RouteSketch("own", stages: [[step("t", ["owner"], .count(2))]]))
  sketch.event("a")
  sketch.measure("b", kind: "event", owners: ["ana"], routes: ["finish": "own"])
  #expect(prove(sketch.build()).map(\.element) == [.measure(MeasureIndex(1))])
}

@Test
func `every way to fill three steps from three people is found`() {
  let people = ["ana", "ben", "eva"]
  let sets = (1..<8).map { bits in people.indices.filter { bits & (1 << $0) != 0 } }
  let separations = [[["s", "t"]], [["s", "t"], ["t", "u"]], [["s", "t", "u"]]]
  var wrong = 0
  for separate in separations {
    for first in sets {
      for second in sets {
        for third in sets {
          let chosen = [first, second, third]
          let steps = zip(["s", "t", "u"], chosen).map { id, set in
            [step(id, set.map { people[$0] }, .any)]
          }
          var sketch = Sketch.routed(steps, separate: separate, by: ["role:head"])
          sketch.event("a")
          let pairs =
            separate.count == 1 && separate[0].count == 3
            ? [(0, 1), (1, 2), (0, 2)]
            : separate.count == 2 ? [(0, 1), (1, 2)] : [(0, 1)]
          let isPossible = chosen[0].contains { a in
            chosen[1].contains { b in
              chosen[2].contains { c in
                pairs.allSatisfy { [a, b, c][$0.0] != [a, b, c][$0.1] }
              }
            }
          }
          if sketch.codes != (isPossible ? [] : ["separation-impossible"]) { wrong += 1 }
        }
      }
    }
  }
  #expect(wrong == 0)
}

// MARK: - Who may act

@Test(arguments: [
  (begin: ["role:clerk"], finish: ["owner"], told: ["nobody-may-act"]),
  (begin: ["owner"], finish: ["role:clerk", "requester"], told: ["nobody-may-act"]),
  (begin: ["role:clerk"], finish: ["role:clerk"], told: ["nobody-may-act"]),
  (begin: ["role:clerk", "ana"], finish: ["owner"], told: []),
])
func `somebody may ask for each transition on the way to done`(
  begin: [String], finish: [String], told: [String]
) {
  var sketch = Sketch()
  sketch.person("ana")
  sketch.role("clerk")
  sketch.lifecycle(
    LifecycleSketch(
      "work", states: ["planned", "held", "done", "dropped"], done: ["done"], final: ["dropped"],
      transitions: [
        TransitionSketch("begin", from: ["planned"], to: "held", by: begin),
        TransitionSketch("finish", from: ["held"], to: "done", by: finish),
        TransitionSketch("drop", from: ["planned"], to: "dropped", by: ["role:clerk"]),
      ]))
  sketch.kind("event", lifecycle: "work")
  #expect(sketch.codes.isEmpty)
  sketch.event("a")
  #expect(sketch.codes == told)
}

@Test(arguments: [
  (by: ["owner"], told: ["error"]), (by: ["lead", "role:clerk"], told: ["error"]),
  (by: ["owner", "ana"], told: ["warning"]), (by: ["ana"], told: ["warning"]),
])
func `a measure without owners is an error where only they can act`(by: [String], told: [String]) {
  var sketch = Sketch()
  sketch.person("ana")
  sketch.role("clerk")
  sketch.lifecycle(
    LifecycleSketch(
      "work", states: ["planned", "done"], done: ["done"],
      transitions: [TransitionSketch("finish", from: ["planned"], to: "done", by: by)]))
  sketch.kind("event", lifecycle: "work")
  sketch.measure("a", kind: "event")
  sketch.measure("p", kind: "event", parent: "a")
  let findings = prove(sketch.build())
  #expect(findings.map { "\($0.severity)" } == told)
  #expect(findings.map(\.code) == [.measureWithoutOwner])
}

@Test
func `a measure without owners is an error where a step needs them`() {
  var sketch = Sketch.routed([[step("s", ["owner"])]], by: ["role:head"])
  sketch.measure("a", kind: "event")
  #expect(
    sketch.findings == [
      "error[measure-without-owner]: `a` has no owner, and only owners could carry it out"
    ])
}

@Test
func `a measure of which not all is known is not blamed`() {
  var sketch = Sketch.routed([[step("s", ["owner"], .count(2))]])
  sketch.measure("a", kind: "event", isIncomplete: true)
  #expect(sketch.findings.isEmpty)
}

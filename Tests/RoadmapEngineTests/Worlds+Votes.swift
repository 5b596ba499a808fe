import RoadmapModel
import RoadmapSamples

extension SmallWorldTests.World {
  /// Worlds of weights, groups, chairs, vetoes and refusals that only count against.
  static var votes: [Self] { [weighed, grouped, chaired, bound, counted] }

  private static func vote(
    _ name: String, _ stages: [[StepSketch]], separate: [[String]] = [], bind: [[String]] = []
  ) -> Self {
    var sketch = Sketch()
    sketch.person("ana", roles: ["head", "lawyer"])
    sketch.person("ben", roles: ["lawyer"])
    sketch.person("eva", roles: ["clerk"])
    sketch.route(RouteSketch("adoption", stages: stages, separate: separate, bind: bind))
    sketch.lifecycle(
      LifecycleSketch(
        "paper", states: ["planned", "in-force", "dropped"], done: ["in-force"],
        final: ["dropped"],
        transitions: [
          TransitionSketch(
            "adopt", from: ["planned"], to: "in-force", by: ["owner", "ben"], route: "adoption",
            onReject: "dropped"),
          TransitionSketch("resume", from: ["dropped"], to: "planned", by: ["ana"]),
        ]))
    sketch.kind("order", lifecycle: "paper")
    sketch.measure("order", kind: "order", owners: ["eva"])
    return Self(name: name, roadmap: sketch.build(), mostStates: 20_000)
  }

  private static var weighed: Self {
    vote(
      "voices of different weight",
      [
        [
          StepSketch("board", by: ["ana", "ben", "eva"], quorum: .weight(3))
            .voices([("role:head", 2), ("role:lawyer", 1)], veto: [])
        ],
        [StepSketch("sign", by: ["ana", "ben"], quorum: .moreThan(50)).voices(veto: ["eva"])],
      ])
  }

  private static var grouped: Self {
    vote(
      "one of each group, who counts for one of them",
      [
        [
          StepSketch("board", by: ["role:lawyer", "role:clerk", "role:head"])
            .each([("role:lawyer", 1), ("role:head", 1)]).voices(veto: ["eva"]),
          StepSketch("sign", by: ["eva", "ben"], quorum: .any).voices(veto: []),
        ]
      ], separate: [["requester", "sign"]])
  }

  private static var chaired: Self {
    vote(
      "a chair who decides out of turn",
      [
        [StepSketch("law", by: ["ben", "eva"]).voices(veto: [])],
        [
          StepSketch("money", by: ["eva", "ben"]),
          StepSketch("sign", by: ["ana", "ben"], not: ["eva"]).voices(
            veto: [], chair: ["ana", "eva"]),
        ],
      ], separate: [["law", "sign"]])
  }

  private static var bound: Self {
    vote(
      "a chair of bound steps",
      [
        [StepSketch("law", by: ["ben", "eva"]).voices(chair: ["ana", "ben"])],
        [StepSketch("sign", by: ["ana", "ben", "eva"]).voices(veto: [], chair: ["ana"])],
      ], bind: [["law", "sign"]])
  }

  private static var counted: Self {
    vote(
      "refusals that only count against",
      [
        [StepSketch("law", by: ["ana", "ben", "eva"], quorum: .count(2)).voices(veto: [])],
        [StepSketch("money", by: ["ana", "ben"], quorum: .any).voices(veto: ["ben"])],
      ], separate: [["law", "money"]])
  }
}

import RoadmapModel
import RoadmapSamples

extension SmallWorldTests.World {
  static var all: [Self] {
    [chain, parallel, rivals, everybody, overlapping, wholeAndParts]
      + votes
  }

  private static func people() -> Sketch {
    var sketch = Sketch()
    sketch.person("ana", roles: ["head", "lawyer"])
    sketch.person("ben", roles: ["lawyer"])
    sketch.person("eva", roles: ["clerk"])
    return sketch
  }

  private static func task() -> LifecycleSketch {
    LifecycleSketch(
      "task", states: ["planned", "done", "dropped"], done: ["done"], final: ["dropped"],
      transitions: [
        TransitionSketch("finish", from: ["planned"], to: "done"),
        TransitionSketch("drop", from: ["planned"], to: "dropped", by: ["role:head"]),
      ])
  }

  private static func paper(
    onReturn: String? = nil, onReject: String? = nil, by: [String] = ["owner", "role:lawyer"]
  ) -> LifecycleSketch {
    LifecycleSketch(
      "paper", states: ["planned", "drafting", "in-force", "dropped"], done: ["in-force"],
      final: ["dropped"],
      transitions: [
        TransitionSketch("begin", from: ["planned"], to: "drafting"),
        TransitionSketch(
          "adopt", from: ["drafting"], to: "in-force", by: by, route: "adoption",
          onReturn: onReturn, onReject: onReject),
        TransitionSketch("resume", from: ["dropped"], to: "drafting", by: ["role:head"]),
      ])
  }

  private static func one(
    _ name: String, _ stages: [[StepSketch]], separate: [[String]], mostStates: Int = 4000
  ) -> Self {
    var sketch = people()
    sketch.route(RouteSketch("adoption", stages: stages, separate: separate))
    sketch.lifecycle(paper(onReturn: "planned", onReject: "dropped"))
    sketch.lifecycle(task())
    sketch.kind("order", lifecycle: "paper")
    sketch.kind("event", lifecycle: "task")
    sketch.measure("order", kind: "order", owners: ["eva"])
    sketch.measure("fair", kind: "event", owners: ["ben"], after: ["order"])
    return Self(name: name, roadmap: sketch.build(), mostStates: mostStates)
  }

  /// Four measures in a row, one of them with two approvals, a document awaited.
  private static var chain: Self {
    var sketch = people()
    sketch.document("region")
    sketch.route(
      RouteSketch(
        "adoption",
        stages: [
          [StepSketch("law", by: ["role:lawyer"], quorum: .any)],
          [StepSketch("sign", by: ["role:head"])],
        ]))
    sketch.lifecycle(paper(onReject: "dropped"))
    sketch.lifecycle(task())
    sketch.kind("order", lifecycle: "paper")
    sketch.kind("event", lifecycle: "task")
    sketch.measure("order", kind: "order", owners: ["eva"], awaits: ["region"])
    sketch.measure("fair", kind: "event", owners: ["ben"], after: ["order:drafting"])
    sketch.measure("feast", kind: "event", owners: ["ana", "ben"], after: ["order"])
    sketch.measure("report", kind: "event", owners: ["eva"], after: ["fair", "feast"])
    return Self(name: "a chain of four measures", roadmap: sketch.build(), mostStates: 1500)
  }

  private static var parallel: Self {
    one(
      "parallel steps, apart from the requester",
      [
        [
          StepSketch("law", by: ["role:lawyer", "eva"], quorum: .count(2)),
          StepSketch("money", by: ["role:clerk", "ana"], quorum: .percent(50)),
        ], [StepSketch("sign", by: ["role:head", "owner"], quorum: .any)],
      ], separate: [["requester", "law"]])
  }

  private static var rivals: Self {
    one(
      "three steps that need three people",
      [
        [StepSketch("law", by: ["ana", "ben", "eva"], quorum: .any)],
        [
          StepSketch("money", by: ["ana", "ben", "eva"], quorum: .count(1)),
          StepSketch("sign", by: ["ana", "ben"], quorum: .any),
        ],
      ], separate: [["law", "money", "sign"]])
  }

  private static var everybody: Self {
    one(
      "all who remain",
      [
        [
          StepSketch("law", by: ["ana", "ben", "eva"]),
          StepSketch("money", by: ["ana", "ben", "eva"], quorum: .any),
        ], [StepSketch("sign", by: ["ana", "requester"], quorum: .percent(100))],
      ], separate: [["law", "money"]])
  }

  private static var overlapping: Self {
    one(
      "two separations that overlap",
      [
        [StepSketch("law", by: ["ana", "ben"], quorum: .any)],
        [StepSketch("money", by: ["ana", "ben", "eva"], quorum: .percent(34))],
        [StepSketch("sign", by: ["ben", "eva"], quorum: .any)],
      ], separate: [["law", "money"], ["requester", "money", "sign"]])
  }

  /// A whole with two parts, one with a route of its own.
  private static var wholeAndParts: Self {
    var sketch = people()
    sketch.route(RouteSketch("adoption", stages: [[StepSketch("sign", by: ["role:head"])]]))
    sketch.route(
      RouteSketch(
        "strict", stages: [[StepSketch("law", by: ["role:lawyer"], quorum: .any)]],
        separate: [["requester", "law"]]))
    sketch.lifecycle(paper(by: ["owner"]))
    sketch.lifecycle(task())
    sketch.kind("order", lifecycle: "paper")
    sketch.kind("event", lifecycle: "task")
    sketch.measure("first", kind: "event", owners: ["ben"])
    sketch.measure("whole", kind: "order", owners: ["eva"], after: ["first"])
    sketch.measure(
      "part", kind: "order", owners: ["ben"], parent: "whole", routes: ["adopt": "strict"])
    sketch.measure("detail", kind: "event", owners: ["ana"], parent: "part")
    return Self(name: "a whole and its parts", roadmap: sketch.build(), mostStates: 1500)
  }
}

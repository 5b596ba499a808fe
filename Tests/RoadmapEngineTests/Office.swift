import RoadmapEngine
import RoadmapModel
import RoadmapSamples

extension Sketch {
  /// An office: `ana` heads it, `ben` and `eva` are lawyers, `kim` is an accountant, `leo`
  /// coordinates; `zoe` only looks on. A document is begun, adopted by the route, or dropped.
  static func office(
    _ stages: [[StepSketch]], separate: [[String]] = [], onReturn: String? = nil,
    onReject: String? = nil
  ) -> Sketch {
    var sketch = Sketch()
    sketch.person("ana", roles: ["head"])
    sketch.person("ben", roles: ["lawyer"])
    sketch.person("eva", roles: ["lawyer", "accountant"])
    sketch.person("kim", roles: ["accountant"])
    sketch.person("leo", roles: ["coordinator"])
    sketch.person("zoe")
    sketch.role("vacant")
    sketch.route(RouteSketch("adoption", stages: stages, separate: separate))
    sketch.lifecycle(
      LifecycleSketch(
        "document", states: ["planned", "drafting", "in-force", "dropped"], done: ["in-force"],
        final: ["dropped"],
        transitions: [
          TransitionSketch("begin", from: ["planned"], to: "drafting"),
          TransitionSketch(
            "adopt", from: ["drafting"], to: "in-force", by: ["owner", "role:lawyer"],
            route: "adoption", onReturn: onReturn, onReject: onReject),
          TransitionSketch(
            "drop", from: ["planned", "drafting"], to: "dropped", by: ["role:coordinator"]),
          TransitionSketch(
            "resume", from: ["dropped"], to: "drafting", by: ["role:coordinator"]),
        ]))
    sketch.kind("order", lifecycle: "document")
    return sketch
  }
}

extension Scenario {
  /// A started run of one drafted order, `order`, owned by `leo`.
  init(
    adoption stages: [[StepSketch]], separate: [[String]] = [], onReturn: String? = nil,
    onReject: String? = nil
  ) {
    var sketch = Sketch.office(
      stages, separate: separate, onReturn: onReturn, onReject: onReject)
    sketch.measure("order", kind: "order", owners: ["leo"])
    self.init(sketch)
    start("ana")
    advance("order", "begin", by: "leo")
  }

  /// The names of the people.
  func names(_ people: [PersonIndex]) -> [String] {
    people.map { roadmap.people[$0.position].id }
  }

  /// The step of the open round of `order` with this name.
  func stepView(_ name: String) -> (needed: Int, given: [String], eligible: [String]) {
    let index = step(name, of: measure("order"))
    guard let view = round(of: "order")?.steps[index.position] else { return (0, [], []) }
    return (view.needed, names(view.given.map(\.person)), names(view.eligible))
  }
}

import RoadmapModel
import RoadmapProof
import RoadmapSamples

extension Sketch {
  /// A sketch with `ana`, a lifecycle `work` and a kind `event`, to which tests add measures.
  static func working() -> Sketch {
    var sketch = Sketch()
    sketch.person("ana")
    sketch.lifecycle(
      LifecycleSketch(
        "work", states: ["planned", "held", "done"], done: ["done"],
        transitions: [
          TransitionSketch("begin", from: ["planned"], to: "held"),
          TransitionSketch("finish", from: ["held"], to: "done"),
        ]))
    sketch.kind("event", lifecycle: "work")
    return sketch
  }
}

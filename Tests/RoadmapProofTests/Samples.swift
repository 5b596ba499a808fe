import Bilingual
import CivilTime
import RoadmapModel
import RoadmapProof
import RoadmapSamples

extension Sketch {
  /// A sketch with `ana`, a lifecycle `work` of planned, held and done, and a kind `event`, to
  /// which tests add measures.
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

  /// Adds a measure of kind `event` that `ana` owns.
  mutating func event(
    _ id: String, after: [String] = [], parent: String? = nil, due: Period? = nil,
    number: String? = nil
  ) {
    measure(
      id, kind: "event", owners: ["ana"], after: after, parent: parent, due: due, number: number)
  }

  /// What the checks find, one a line: severity, code and the message in English.
  var findings: [String] { prove(build()).map(\.line) }

  /// The codes of what the checks find.
  var codes: [String] { prove(build()).map(\.code.name) }
}

extension Finding {
  /// Severity, code and the message in English.
  var line: String { "\(severity)[\(code.name)]: \(message.en)" }
}

import RoadmapModel
import RoadmapSamples
import Testing

@Test
func `a roadmap knows who holds a role and what is part of what`() {
  var sketch = Sketch()
  sketch.person("ana", roles: ["head"])
  sketch.person("ben", roles: ["head", "lawyer"])
  sketch.lifecycle(
    LifecycleSketch(
      "work", states: ["planned", "done"], done: ["done"],
      transitions: [TransitionSketch("finish", from: ["planned"], to: "done")]))
  sketch.kind("event", lifecycle: "work")
  sketch.measure("fair", kind: "event", owners: ["ben", "ana"])
  sketch.measure("stall", kind: "event", owners: ["ana"], parent: "fair")
  let roadmap = sketch.build()
  #expect(roadmap.holders[0].map(\.raw) == [0, 1])
  #expect(roadmap.holders[1].map(\.raw) == [1])
  #expect(roadmap.parts[0].map(\.raw) == [1])
  #expect(roadmap.parts[1].isEmpty)
  #expect(roadmap.measures(named: "1.2") == [MeasureIndex(1)])
  #expect(roadmap.measures(named: "stall") == [MeasureIndex(1)])
}

@Test(arguments: [
  (quorum: Quorum.all, people: 3, needed: 3), (.all, 0, 1), (.any, 3, 1), (.count(2), 3, 2),
  (.count(0), 3, 1), (.percent(50), 3, 2), (.percent(50), 4, 2), (.percent(67), 3, 3),
  (.percent(1), 3, 1), (.percent(0), 0, 1), (.percent(100), 7, 7),
])
func `a quorum never needs fewer than one person`(quorum: Quorum, people: Int, needed: Int) {
  #expect(quorum.needed(of: people) == needed)
}

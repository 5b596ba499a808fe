import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

extension SoundnessProof {
  fileprivate init(_ roadmap: Roadmap) { self.init(roadmap, PeopleProof(roadmap)) }
}

/// A lifecycle of `planned`, `work`, `lost` and `done` in which a round may end badly.
private func sketch(onReturn: String?, onReject: String?, lawyers: Int = 1) -> Sketch {
  var sketch = Sketch()
  sketch.person("ana")
  sketch.role("lawyer")
  for number in 0..<lawyers { sketch.person("law\(number)", roles: ["lawyer"]) }
  sketch.route(RouteSketch("r", stages: [[StepSketch("s", by: ["role:lawyer"])]]))
  sketch.lifecycle(
    LifecycleSketch(
      "l", states: ["planned", "work", "lost", "done"], done: ["done"],
      transitions: [
        TransitionSketch("begin", from: ["planned"], to: "work"),
        TransitionSketch(
          "finish", from: ["work"], to: "done", route: "r", onReturn: onReturn, onReject: onReject),
      ]))
  sketch.kind("event", lifecycle: "l")
  sketch.event("a")
  sketch.event("b", after: ["a"])
  return sketch
}

@Test(
  arguments: [
    (onReturn: nil, onReject: nil, way: nil),
    (onReturn: "planned", onReject: "planned", way: nil),
    (onReturn: "lost", onReject: nil, way: [.agreed, .returned]),
    (onReturn: nil, onReject: "lost", way: [.agreed, .rejected]),
    (onReturn: "lost", onReject: "lost", way: [.agreed, .returned]),
  ] as [(onReturn: String?, onReject: String?, way: [LifecycleProof.Ending]?)])
func `a trap is told with a shortest way into it`(
  onReturn: String?, onReject: String?, way: [LifecycleProof.Ending]?
) {
  let proof = SoundnessProof(sketch(onReturn: onReturn, onReject: onReject).build())
  #expect(proof.isSound == (way == nil))
  #expect(proof.lifecycles.count == 1)
  #expect(proof.lifecycles[0].traps.first?.way.map(\.ending) == way)
  #expect(proof.lifecycles[0].wayToDone?.map(\.transition.raw) == [0, 1])
}

@Test
func `measures that nobody can approve are stuck, and whoever waits for them waits in vain`() {
  let roadmap = sketch(onReturn: nil, onReject: nil, lawyers: 0).build()
  let proof = SoundnessProof(roadmap)
  #expect(!proof.isSound)
  #expect(proof.lifecycles.map(\.blocked) == [[TransitionIndex(1)]])
  #expect(proof.lifecycles.map(\.wayToDone) == [nil])
  #expect(proof.lifecycles[0].traps.map(\.states) == [[StateIndex(1)]])
  #expect(
    proof.hopeless == [
      SoundnessProof.HopelessWait(measure: MeasureIndex(1), awaited: MeasureIndex(0))
    ])
}

@Test(arguments: [(17, 1), (50, 3), (200, 5)])
func `however many steps run beside each other, the states are few`(breadth: Int, depth: Int) {
  var sketch = Sketch()
  sketch.person("ana")
  for number in 0..<breadth { sketch.person("p\(number)") }
  let stages = (0..<depth).map { stage in
    (0..<breadth).map { StepSketch("s\(stage)-\($0)", by: ["p\($0)"]) }
  }
  sketch.route(
    RouteSketch("r", stages: stages, separate: [(0..<breadth).map { "s0-\($0)" } + ["requester"]]))
  sketch.lifecycle(
    LifecycleSketch(
      "l", states: ["planned", "done"], done: ["done"],
      transitions: [TransitionSketch("finish", from: ["planned"], to: "done", route: "r")]))
  sketch.kind("event", lifecycle: "l")
  sketch.event("a")
  let roadmap = sketch.build()
  let people = PeopleProof(roadmap)
  #expect(people.isProved)
  #expect(people.verdicts[0].indispensable.count == breadth + 1)
  #expect(SoundnessProof(roadmap, people).isSound)
}

import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct StartTests {
  private var sketch: Sketch {
    var sketch = Sketch()
    sketch.person("ana")
    sketch.person("ben")
    sketch.lifecycle(
      LifecycleSketch(
        "work", states: ["planned", "done"], done: ["done"],
        transitions: [TransitionSketch("finish", from: ["planned"], to: "done")]))
    sketch.kind("task", lifecycle: "work")
    sketch.document("order")
    sketch.measure("fair", kind: "task", owners: ["ana"])
    return sketch
  }

  @Test
  func `nothing happens before the run is started, and it is started once`() {
    var run = Scenario(sketch)
    #expect(run.advance("fair", "finish", by: "ana") == ["not-started"])
    #expect(run.approve("fair", by: "ana") == ["not-started"])
    #expect(run.withdraw("fair", by: "ana") == ["not-started"])
    #expect(run.receive("order", by: "ana") == ["not-started"])
    #expect(run.start("ana") == [])
    #expect(run.start("ben") == ["already-started"])
    #expect(run.message().en == "the roadmap has already been started by `ana`")
    #expect(run.advance("fair", "finish", by: "ana") == [])
    #expect(run.stateName(of: "fair") == "done")
    #expect(run.state.eventCount == 2)
  }

  @Test(arguments: [
    (Command.start(by: PersonIndex(9)), "unknown-person"),
    (.advance(MeasureIndex(9), TransitionIndex(0), by: PersonIndex(0)), "unknown-measure"),
    (.advance(MeasureIndex(raw: -1), TransitionIndex(0), by: PersonIndex(0)), "unknown-measure"),
    (.advance(MeasureIndex(0), TransitionIndex(9), by: PersonIndex(0)), "unknown-transition"),
    (
      .advance(MeasureIndex(0), TransitionIndex(raw: -1), by: PersonIndex(0)), "unknown-transition"
    ),
    (.approve(MeasureIndex(9), step: nil, remarks: nil, by: PersonIndex(0)), "unknown-measure"),
    (.withdraw(MeasureIndex(0), remarks: nil, by: PersonIndex(raw: -7)), "unknown-person"),
    (
      .receive(DocumentIndex(9), number: "1", date: day("2018-01-01"), by: PersonIndex(0)),
      "unknown-document"
    ),
  ])
  func `an index that the roadmap does not have is a blocker`(command: Command, code: String) {
    var run = Scenario(sketch)
    run.start("ana")
    #expect(run.send(command).first == code)
    #expect(run.state.eventCount == 1 + run.last.events.count)
  }
}

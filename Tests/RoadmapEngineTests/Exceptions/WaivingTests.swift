import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// A measure goes on without something that it waits for.
@Suite
struct WaivingTests {
  private func run(_ build: (inout Sketch) -> Void) -> Scenario {
    var sketch = Sketch.office([[StepSketch("sign", by: ["ana"])]])
    sketch.empowerCoordinator()
    sketch.document("permit")
    build(&sketch)
    var run = Scenario(sketch)
    run.start("ana")
    return run
  }

  private func pair(_ dependency: String = "first") -> Scenario {
    run { sketch in
      sketch.measure("first", kind: "order", owners: ["kim"])
      sketch.measure("second", kind: "order", owners: ["kim"], after: [dependency])
    }
  }

  @Test
  func `a waived dependency holds nobody back, and its predecessor stays what it is`() {
    var run = pair()
    #expect(run.advance("second", "begin", by: "kim") == ["waits-for-measure"])
    #expect(run.waive("second", "first") == [])
    #expect(run.stateName(of: "first") == "planned")
    #expect(!run.engine.isDone(run.measure("first"), in: run.state))
    #expect(run.advance("second", "begin", by: "kim") == [])
    let waiver = run.state.waivers(of: run.measure("second"))
    #expect(waiver.map(\.awaited) == [.measure(run.measure("first"))])
    #expect(waiver.first?.mark.reason == "a reason")
    #expect(run.waive("second", "first") == ["already-waived"])
  }

  @Test(arguments: [
    "first@start-start", "first:drafting", "first+5 days", "first@start-start+3 working days",
  ])
  func `kinds, states and lags of a dependency are waived with it`(dependency: String) {
    var run = pair(dependency)
    #expect(run.advance("second", "begin", by: "kim") == ["waits-for-measure"])
    #expect(run.waive("second", "first") == [])
    #expect(run.advance("second", "begin", by: "kim") == [])
  }

  @Test
  func `a lag after what has come can be waived, too`() {
    var run = pair("first@start-start+9 days")
    run.advance("first", "begin", by: "kim")
    #expect(run.advance("second", "begin", by: "kim") == ["waits-until"])
    #expect(run.waive("second", "first") == [])
    #expect(run.advance("second", "begin", by: "kim") == [])
  }

  @Test(arguments: ["first@finish-finish", "first@start-finish"])
  func `what holds back a finish can be waived`(dependency: String) {
    var run = pair(dependency)
    run.advance("second", "begin", by: "kim")
    #expect(run.advance("second", "adopt", by: "kim") == ["waits-for-measure"])
    #expect(run.waive("second", "first") == [])
    #expect(run.advance("second", "adopt", by: "kim") == [])
    #expect(run.approve("second", by: "ana") == [])
    #expect(run.stateName(of: "second") == "in-force")
  }

  @Test
  func `a paper is waived by its id`() {
    var run = run { $0.measure("fair", kind: "order", owners: ["kim"], awaits: ["permit"]) }
    #expect(run.advance("fair", "begin", by: "kim") == ["waits-for-document"])
    #expect(run.waive("fair", "document:permit") == [])
    #expect(run.advance("fair", "begin", by: "kim") == [])
    #expect(run.state.receipt(of: run.document("permit")) == nil)
  }

  @Test
  func `a part that its measure waits for is waived for the measure alone`() {
    var run = run { sketch in
      sketch.measure("whole", kind: "order", owners: ["kim"])
      sketch.measure("part", kind: "order", owners: ["kim"], parent: "whole")
      sketch.measure("after", kind: "order", owners: ["kim"], after: ["part"])
    }
    run.advance("whole", "begin", by: "kim")
    #expect(run.advance("whole", "adopt", by: "kim") == ["waits-for-part"])
    #expect(run.waive("whole", "part") == [])
    #expect(run.advance("whole", "adopt", by: "kim") == [])
    #expect(run.approve("whole", by: "ana") == [])
    #expect(run.stateName(of: "part") == "planned")
    #expect(run.advance("after", "begin", by: "kim") == ["waits-for-measure"])
  }

  @Test
  func `what is waived for a measure is waived for its parts, and not the other way round`() {
    func parts() -> Scenario {
      run { sketch in
        sketch.measure("first", kind: "order", owners: ["kim"])
        sketch.measure("whole", kind: "order", owners: ["kim"], after: ["first"])
        sketch.measure("one", kind: "order", owners: ["kim"], parent: "whole")
        sketch.measure("two", kind: "order", owners: ["kim"], parent: "whole")
      }
    }
    var (above, below) = (parts(), parts())
    #expect(above.waive("whole", "first") == [])
    for name in ["whole", "one", "two"] { #expect(above.advance(name, "begin", by: "kim") == []) }
    #expect(below.waive("one", "first") == [])
    #expect(below.advance("one", "begin", by: "kim") == [])
    for name in ["whole", "two"] {
      #expect(below.advance(name, "begin", by: "kim") == ["waits-for-measure"])
    }
  }

  @Test
  func `only what is waited for can be waived`() {
    var run = run { sketch in
      sketch.measure("first", kind: "order", owners: ["kim"])
      sketch.measure("other", kind: "order", owners: ["kim"])
      sketch.measure("second", kind: "order", owners: ["kim"], after: ["first"])
    }
    #expect(run.waive("second", "other") == ["nothing-to-waive"])
    #expect(run.waive("second", "document:permit") == ["nothing-to-waive"])
    #expect(run.waive("first", "second") == ["nothing-to-waive"])
    run.advance("first", "begin", by: "kim")
    run.advance("first", "adopt", by: "kim")
    run.approve("first", by: "ana")
    #expect(run.waive("second", "first") == ["nothing-to-waive"])
  }

  @Test
  func `failure 12: a skipped predecessor counts as done`() {
    for end in ["cancelled", "dropped", "skipped"] {
      var run = pair()
      switch end {
      case "cancelled": #expect(run.act(.cancel, on: "first") == [])
      case "dropped": #expect(run.advance("first", "drop", by: "leo") == [])
      default:
        run.advance("first", "begin", by: "kim")
        run.advance("first", "adopt", by: "kim")
        #expect(run.skip("first", step: "sign") == ["nothing-approved"])
      }
      let codes = ["cancelled": "waits-for-cancelled", "dropped": "waits-for-measure"]
      #expect(
        run.advance("second", "begin", by: "kim") == [codes[end] ?? "waits-for-measure"], "\(end)")
      #expect(run.waive("second", "first") == [])
      #expect(run.advance("second", "begin", by: "kim") == [])
      #expect(!run.engine.isDone(run.measure("first"), in: run.state))
    }
  }

  @Test
  func `a cancelled part blocks its measure until it is waived`() {
    var run = run { sketch in
      sketch.measure("whole", kind: "order", owners: ["kim"])
      sketch.measure("part", kind: "order", owners: ["kim"], parent: "whole")
    }
    run.advance("whole", "begin", by: "kim")
    run.act(.cancel, on: "part", reason: "no money")
    #expect(run.advance("whole", "adopt", by: "kim") == ["waits-for-cancelled"])
    #expect(
      run.message().en
        == "1.1 `whole` waits for 1.2 `part`, which is cancelled (since 2018-03-05 by `leo`: no "
        + "money); somebody with the power `waive` may waive it")
    #expect(run.waive("whole", "part") == [])
    #expect(run.advance("whole", "adopt", by: "kim") == [])
  }
}

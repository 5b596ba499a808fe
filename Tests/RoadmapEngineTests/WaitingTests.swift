import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct WaitingTests {
  private func office(_ describe: (inout Sketch) -> Void) -> Scenario {
    var sketch = Sketch.office([[StepSketch("sign", by: ["role:head"])]])
    sketch.document("region")
    describe(&sketch)
    var run = Scenario(sketch)
    run.start("ana")
    return run
  }

  @Test
  func `a measure begins once its predecessor has reached a done state, ever`() {
    var run = office {
      $0.measure("order", kind: "order", owners: ["leo"])
      $0.measure("plan", kind: "order", owners: ["kim"], after: ["order"])
    }
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
    run.advance("order", "begin", by: "leo")
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
    #expect(
      run.message().en
        == "1.2 `plan` waits for 1.1 `order` to reach a done state; it stands in `drafting`, "
        + "owners: `leo`")
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ana")
    #expect(run.advance("plan", "begin", by: "kim") == [])
  }

  @Test
  func `a dependency on a named state holds even after the predecessor went on`() {
    var run = office {
      $0.measure("order", kind: "order", owners: ["leo"])
      $0.measure("plan", kind: "order", owners: ["kim"], after: ["order:drafting"])
    }
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
    run.advance("order", "begin", by: "leo")
    run.advance("order", "drop", by: "leo")
    #expect(run.advance("plan", "begin", by: "kim") == [])
  }

  @Test
  func `a part waits for what the whole waits for, and each wait is told once`() {
    var run = office {
      $0.measure("order", kind: "order", owners: ["leo"])
      $0.measure(
        "whole", kind: "order", owners: ["kim"], after: ["order"], awaits: ["region"])
      $0.measure(
        "part", kind: "order", owners: ["kim"], after: ["order"], awaits: ["region"],
        parent: "whole")
      $0.measure("detail", kind: "order", owners: ["kim"], parent: "part")
    }
    let waits = ["waits-for-measure", "waits-for-document"]
    #expect(run.advance("part", "begin", by: "kim") == waits)
    #expect(run.advance("detail", "begin", by: "kim") == waits)
    #expect(run.message().en.hasPrefix("1.4 `detail` waits, as 1.3 `part` does, for 1.1 `order`"))
    run.receive("region", by: "zoe")
    #expect(run.advance("detail", "begin", by: "kim") == ["waits-for-measure"])
  }

  @Test
  func `a measure whose predecessor was dropped waits for a waiver, but can be dropped too`() {
    var run = office {
      $0.measure("order", kind: "order", owners: ["leo"])
      $0.measure("plan", kind: "order", owners: ["kim"], after: ["order"])
    }
    run.advance("order", "drop", by: "leo")
    // The predecessor can be resumed here, so it is not lost yet.
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
    #expect(run.advance("plan", "drop", by: "leo") == [])
  }

  @Test
  func `dropping and resuming is no way around a dependency`() {
    var run = office {
      $0.measure("order", kind: "order", owners: ["leo"])
      $0.measure("plan", kind: "order", owners: ["kim"], after: ["order"], awaits: ["region"])
    }
    run.advance("plan", "drop", by: "leo")
    #expect(
      run.advance("plan", "resume", by: "leo") == ["waits-for-measure", "waits-for-document"])
  }

  @Test
  func `a whole is done after all its parts, and a dropped part still blocks`() {
    var run = office {
      $0.measure("whole", kind: "order", owners: ["leo"])
      $0.measure("first", kind: "order", owners: ["kim"], parent: "whole")
      $0.measure("second", kind: "order", owners: ["kim"], parent: "whole")
      $0.measure("detail", kind: "order", owners: ["kim"], parent: "second")
    }
    run.advance("whole", "begin", by: "leo")
    #expect(run.advance("whole", "adopt", by: "leo") == ["waits-for-part", "waits-for-part"])
    for part in ["first", "second"] { run.advance(part, "begin", by: "kim") }
    #expect(run.advance("second", "adopt", by: "kim") == ["waits-for-part"])
    run.advance("detail", "drop", by: "leo")
    #expect(run.advance("second", "adopt", by: "kim") == ["waits-for-part"])
    run.advance("first", "adopt", by: "kim")
    run.approve("first", by: "ana")
    #expect(run.advance("whole", "adopt", by: "leo") == ["waits-for-part"])
    #expect(
      run.message().ru
        == "1.1 `whole` ждёт свою часть 1.3 `second`; сейчас `drafting`, исполнители: `kim`")
  }

  @Test
  func `everything that stands in the way is told at once, in a fixed order`() {
    var run = office {
      $0.measure("order", kind: "order", owners: ["leo"])
      $0.measure("plan", kind: "order", owners: ["kim"], after: ["order"], awaits: ["region"])
    }
    #expect(
      run.advance("plan", "begin", by: "zoe") == [
        "not-entitled", "waits-for-measure", "waits-for-document",
      ])
    #expect(run.message().en == "`zoe` may not ask for `begin` of 1.2 `plan`; entitled: `kim`")
    #expect(run.advance("plan", "adopt", by: "zoe") == ["wrong-state", "not-entitled"])
    #expect(run.message().en == "1.2 `plan` stands in `planned`, and `adopt` leads from `drafting`")
  }
}

@Suite
struct DocumentTests {
  private func run() -> Scenario {
    var sketch = Sketch.office([[StepSketch("sign", by: ["role:head"])]])
    sketch.document("region")
    var run = Scenario(sketch)
    run.start("ana")
    return run
  }

  @Test(arguments: [
    (number: "12", date: "2018-03-05", codes: [String]()),
    (number: "12-р", date: "1999-01-01", codes: []),
    (number: "", date: "2018-03-01", codes: ["document-number-missing"]),
    (number: " \t", date: "2018-03-01", codes: ["document-number-missing"]),
    (number: "12", date: "2018-03-06", codes: ["document-from-the-future"]),
    (
      number: "", date: "2019-01-01",
      codes: ["document-number-missing", "document-from-the-future"]
    ),
  ])
  func `a document has a number and no date to come`(
    number: String, date: String, codes: [String]
  ) {
    var run = run()
    #expect(run.receive("region", number: number, date: date, by: "zoe") == codes)
    let receipt = run.state.receipt(of: run.document("region"))
    #expect((receipt != nil) == codes.isEmpty)
    if codes.isEmpty { #expect(receipt?.number == number) }
  }

  @Test
  func `a document is received once`() {
    var run = run()
    run.receive("region", by: "zoe")
    #expect(run.receive("region", by: "ana") == ["document-already-received"])
    #expect(run.message().en == "`region` has already been received: `12` of 2018-03-01")
  }
}

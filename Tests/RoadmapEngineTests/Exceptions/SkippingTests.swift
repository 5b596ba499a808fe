import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// A step of an open round is passed over.
@Suite
struct SkippingTests {
  private func office(
    _ stages: [[StepSketch]], separate: [[String]] = [], bind: [[String]] = []
  ) -> Scenario {
    var sketch = Sketch.office([[StepSketch("unused", by: ["ana"])]])
    sketch.route(RouteSketch("other", stages: stages, separate: separate, bind: bind))
    sketch.empowerCoordinator()
    sketch.measure("order", kind: "order", owners: ["leo"], routes: ["adopt": "other"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    return run
  }

  private static var three: [[StepSketch]] {
    [
      [StepSketch("law", by: ["ben", "eva"]), StepSketch("money", by: ["kim"])],
      [StepSketch("sign", by: ["ana"])],
    ]
  }

  private func open(_ run: Scenario) -> [Bool] {
    run.round(of: "order")?.steps.map(\.isOpen) ?? []
  }

  @Test
  func `an open step is passed over, and the others are decided as before`() {
    var run = office(Self.three)
    #expect(run.skip("order", step: "law") == [])
    #expect(open(run) == [false, true, false])
    #expect(run.round(of: "order")?.steps[0].skip?.mark.reason == "a reason")
    #expect(run.approve("order", step: "law", by: "ben") == ["step-closed"])
    run.approve("order", by: "kim")
    #expect(open(run) == [false, false, true])
    run.approve("order", by: "ana")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `a later step is passed over before it opens`() {
    var run = office(Self.three)
    #expect(run.skip("order", step: "sign") == [])
    #expect(open(run) == [true, true, false])
    for person in ["ben", "eva", "kim"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `passing over the last step that is left lets the transition happen`() {
    var run = office(Self.three)
    for person in ["ben", "eva", "kim"] { run.approve("order", by: person) }
    #expect(run.skip("order", step: "sign") == [])
    #expect(run.stateName(of: "order") == "in-force")
    #expect(run.last.events.count == 3)
    #expect(run.state.openRound(of: run.measure("order")) == nil)
  }

  @Test
  func `failure 3: a round of which every step is skipped approves by itself`() {
    var run = office(Self.three)
    #expect(run.skip("order", step: "law") == [])
    #expect(run.skip("order", step: "sign") == [])
    #expect(run.skip("order", step: "money") == ["nothing-approved"])
    #expect(run.stateName(of: "order") == "drafting")
    run.approve("order", by: "kim")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `nobody counts as having decided in a step that was passed over`() {
    let stages = [
      [StepSketch("law", by: ["ben", "eva"], quorum: .any)], [StepSketch("sign", by: ["ben"])],
    ]
    var run = office(stages, separate: [["law", "sign"]])
    run.skip("order", step: "law")
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `whoever has agreed in a step before it was passed over stays barred from its rivals`() {
    let stages = [
      [StepSketch("law", by: ["ben", "eva"])], [StepSketch("sign", by: ["ben", "ana"])],
    ]
    var run = office(stages, separate: [["law", "sign"]])
    run.approve("order", by: "ben")
    run.skip("order", step: "law")
    #expect(run.approve("order", by: "ben") == ["separated"])
    #expect(run.approve("order", by: "ana") == [])
  }

  @Test
  func `the first of bound steps is passed over only after the others`() {
    let stages = [
      [StepSketch("review", by: ["role:lawyer"], quorum: .any)],
      [StepSketch("board", by: ["ana"])], [StepSketch("pay", by: ["role:lawyer"])],
    ]
    var run = office(stages, bind: [["review", "pay"]])
    #expect(run.skip("order", step: "review") == ["skip-unbinds"])
    #expect(
      run.message().en
        == "step `review` of 1.1 `order` says who decides in `pay`; it can only be skipped after "
        + "these")
    #expect(run.skip("order", step: "pay") == [])
    #expect(run.skip("order", step: "review") == [])
    #expect(run.approve("order", by: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `only a step of the open round that has not passed is passed over`() {
    var run = office(Self.three)
    run.approve("order", by: "kim")
    #expect(run.skip("order", step: "money") == ["step-closed"])
    run.skip("order", step: "law")
    #expect(run.skip("order", step: "law") == ["step-closed"])
    for step in [-1, 3, 99] {
      #expect(run.act(.skip(StepIndex(step), round: 1), on: "order") == ["unknown-step"])
    }
    #expect(run.act(.skip(StepIndex(2), round: 2), on: "order") == ["no-open-round"])
    run.returnForRework("order", by: "ana")
    #expect(run.act(.skip(StepIndex(2), round: 1), on: "order") == ["no-open-round"])
  }

  @Test
  func `guards hold when a passed over step lets the transition happen`() {
    var sketch = Sketch.office([
      [StepSketch("law", by: ["ben"])], [StepSketch("sign", by: ["ana"])],
    ])
    sketch.empowerCoordinator()
    sketch.measure("first", kind: "order", owners: ["leo"])
    sketch.measure("order", kind: "order", owners: ["leo"], after: ["first@finish-finish"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("first", "begin", by: "leo")
    run.advance("order", "begin", by: "leo")
    #expect(run.advance("order", "adopt", by: "leo") == ["waits-for-measure"])
    // As a journal would open it all the same.
    run.record(
      .roundOpened(run.measure("order"), TransitionIndex(1), round: 1, by: run.person("leo")))
    run.approve("order", by: "ben")
    #expect(run.skip("order", step: "sign") == ["waits-for-measure"])
    #expect(run.round(of: "order")?.steps[1].isOpen == true)
  }
}

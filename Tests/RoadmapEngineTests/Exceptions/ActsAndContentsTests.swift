import CivilTime
import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

/// Acts outside of the usual course of a round whose contents change, and whose approvals may be
/// kept.
@Suite
struct ActsAndContentsTests {
  /// An order of `zoe`: two lawyers read the text, the accountant the budget, and the head signs.
  private func office() -> Scenario {
    var sketch = Sketch.office([
      [StepSketch("law", by: ["role:lawyer"], covers: ["text"])],
      [StepSketch("money", by: ["kim"], covers: ["budget"])],
      [StepSketch("sign", by: ["ana"], covers: [])],
    ])
    sketch.empowerCoordinator()
    sketch.measure("order", kind: "order", owners: ["zoe"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "begin", by: "zoe")
    run.attach("text", "a", by: "zoe")
    run.advance("order", "adopt", by: "zoe")
    return run
  }

  private func open(_ run: Scenario) -> [Bool] {
    run.round(of: "order")?.steps.map(\.isOpen) ?? []
  }

  private func isKeptBySnapshots(_ run: Scenario) -> Bool {
    RunState(decoding: run.state.encode(), for: run.engine) == run.state
  }

  @Test func `an edit opens a step again that was passed over`() {
    var run = office()
    #expect(run.skip("order", step: "law") == [])
    #expect(run.approve("order", by: "kim") == [])
    #expect(open(run) == [false, false, true])
    #expect(run.attach("text", "b", by: "zoe") == [])
    #expect(open(run) == [true, false, false] && isKeptBySnapshots(run))
    #expect(run.round(of: "order")?.steps[0].skip == nil)
    for person in ["ben", "eva", "ana"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `an edit of something else leaves a step passed over`() {
    var run = office()
    run.skip("order", step: "law")
    #expect(run.attach("notes", "b", by: "zoe") == [])
    #expect(open(run) == [false, true, false] && isKeptBySnapshots(run))
    #expect(run.round(of: "order")?.steps[0].skip != nil)
  }

  @Test func `a step that has agreement already passes when the one before it is passed over`() {
    var run = office()
    let order = run.measure("order")
    run.record(
      .approvalsKept(
        order,
        KeptApprovals(
          round: 1,
          [
            .init(
              step: StepIndex(1), person: run.person("kim"), verdict: .approve, round: 1, number: 3)
          ]
        )))
    #expect(run.skip("order", step: "law") == [])
    #expect(open(run) == [false, false, true] && isKeptBySnapshots(run))
    #expect(run.approve("order", by: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `an edit while a measure stands still drops approvals, and nothing else goes on`() {
    var run = office()
    for person in ["ben", "eva"] { run.approve("order", by: person) }
    #expect(run.act(.suspend, on: "order") == [])
    #expect(run.attach("text", "b", by: "zoe") == [])
    #expect(run.approve("order", by: "ben") == ["suspended"])
    // Neither is a kept approval taken that a journal slips in.
    let before = run.state.openRound(of: run.measure("order"))?.votes
    run.record(
      .approvalsKept(
        run.measure("order"),
        KeptApprovals(
          round: 1,
          [
            .init(
              step: StepIndex(0), person: run.person("ben"), verdict: .approve, round: 1, number: 3)
          ]
        )))
    #expect(run.state.openRound(of: run.measure("order"))?.votes == before && before == [])
    #expect(run.act(.resume, on: "order") == [])
    #expect(open(run) == [true, false, false])
  }

  @Test func `approvals before a measure was cancelled do not count once it is reopened`() {
    var roadmap = Scenario.returning(.notAgreed).roadmap
    for power in Power.allCases { roadmap.powers[power] = [.owner] }
    for isCancelled in [false, true] {
      var run = Scenario(roadmap)
      run.start("ana")
      run.advance("order", "begin", by: "leo")
      run.advance("order", "adopt", by: "leo")
      for person in ["ben", "eva"] { #expect(run.approve("order", by: person) == []) }
      #expect(run.returnForRework("order", by: "kim") == [])
      if isCancelled {
        #expect(run.act(.cancel, on: "order") == [])
        #expect(run.reopen("order", to: "drafting") == [])
      }
      #expect(run.advance("order", "adopt", by: "leo") == [])
      #expect(run.kept == (isCancelled ? [] : ["ben 0 1", "eva 0 1"]))
    }
  }

  @Test func `whoever must not decide in a step may not pass over it either`() {
    var sketch = Sketch.office(
      [[StepSketch("law", by: ["ben", "eva"], quorum: .any)], [StepSketch("sign", by: ["ana"])]],
      separate: [["requester", "sign"], ["law", "sign"]])
    sketch.powers[.skip] = ["role:lawyer", "leo"]
    sketch.measure("order", kind: "order", owners: ["leo"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ben")
    for person in ["leo", "ben"] {
      #expect(run.skip("order", step: "sign", by: person) == ["separated"])
    }
    #expect(run.skip("order", step: "sign", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }
}

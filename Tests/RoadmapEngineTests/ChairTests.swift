import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct ChairTests {
  private static let board = StepSketch("board", by: ["ben", "eva", "kim"]).voices(chair: ["ana"])

  @Test
  func `a chair passes a step alone, and the event says so`() throws {
    var run = Scenario(adoption: [[Self.board], [StepSketch("sign", by: ["leo"])]])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ben")
    #expect(run.approve("order", by: "ana") == [])
    let view = try #require(run.round(of: "order")?.steps[0])
    #expect(view.isPassed)
    #expect(view.tally.passedBy == run.person("ana"))
    #expect((view.needed, view.given.count) == (3, 2))
    let votes = run.journal.compactMap { entry -> Event.Vote? in
      if case .voted(_, let vote) = entry.event { vote } else { nil }
    }
    #expect(votes.map(\.isChair) == [false, true])
    run.approve("order", by: "leo")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `a chair may decide out of turn, which skips nothing`() {
    var run = Scenario(adoption: [[StepSketch("law", by: ["ben"])], [Self.board]])
    run.advance("order", "adopt", by: "leo")
    // Out of turn is said, never guessed.
    #expect(run.approve("order", by: "ana") == ["out-of-turn"])
    #expect(run.abstain("order", step: "board", by: "ana") == ["step-not-open", "not-eligible"])
    let before = run.state.openRound(of: run.measure("order"))?.stageOpened
    #expect(run.approve("order", step: "board", by: "ana") == [])
    #expect(run.round(of: "order")?.steps.map(\.isPassed) == [false, true])
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [true, false])
    #expect(run.state.openRound(of: run.measure("order"))?.stageOpened == before)
    #expect(run.stateName(of: "order") == "drafting")
    run.approve("order", by: "ben")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `the refusal of a chair ends the round, out of turn too`() {
    var run = Scenario(
      adoption: [[StepSketch("law", by: ["ben"])], [Self.board.voices(veto: [], chair: ["ana"])]],
      onReject: "dropped")
    run.advance("order", "adopt", by: "leo")
    #expect(run.reject("order", step: "board", by: "ana") == [])
    #expect(run.stateName(of: "order") == "dropped")
  }

  @Test
  func `not and separations hold for a chair as for everybody`() {
    let stages = [
      [StepSketch("law", by: ["ana", "ben"], quorum: .any)],
      [
        StepSketch("board", by: ["eva", "kim"], not: ["zoe"]).voices(chair: ["ana", "leo", "zoe"])
      ],
    ]
    var run = Scenario(
      adoption: stages, separate: [["law", "board"], ["requester", "board"]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.approve("order", step: "board", by: "leo") == ["separated"])
    #expect(
      run.approve("order", step: "board", by: "zoe") == ["step-not-open", "not-eligible"])
    run.approve("order", by: "ana")
    #expect(run.approve("order", step: "board", by: "ana") == ["separated"])
  }

  @Test
  func `what a chair agreed to in the first of bound steps, the same must agree to in the others`()
  {
    var sketch = Sketch.office([])
    sketch.route(
      RouteSketch(
        "bound",
        stages: [
          [StepSketch("law", by: ["ben", "eva"]).voices(chair: ["ana", "zoe"])],
          [StepSketch("sign", by: ["ana", "ben", "eva"]).voices(chair: ["ana"])],
        ], bind: [["law", "sign"]]))
    sketch.measure("order", kind: "order", owners: ["leo"], routes: ["adopt": "bound"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    // zoe could not decide in the other step; there ana has no more say than others.
    #expect(run.approve("order", by: "zoe") == ["not-eligible"])
    #expect(run.approve("order", step: "sign", by: "ana") == ["step-not-open"])
    run.approve("order", by: "ben")
    run.approve("order", by: "ana")
    #expect(run.stepView("sign") == (2, [], ["ana", "ben"]))
    run.approve("order", by: "ana")
    #expect(run.stateName(of: "order") == "drafting")
    run.approve("order", by: "ben")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `what a chair can do now is listed`() {
    var run = Scenario(adoption: [[StepSketch("law", by: ["ben"])], [Self.board]])
    run.advance("order", "adopt", by: "leo")
    let actions = run.engine.nextActions(in: run.state)
    #expect(actions.map(\.isOutOfTurn) == [false, true])
    #expect(actions.map { run.names($0.people) } == [["ben"], ["ana"]])
  }
}

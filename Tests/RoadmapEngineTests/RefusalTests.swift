import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct RefusalTests {
  private static var stages: [[StepSketch]] {
    [
      [
        StepSketch("law", by: ["role:lawyer"]), StepSketch("money", by: ["kim"]),
      ],
      [StepSketch("confirm", by: ["ana"])],
    ]
  }

  @Test(arguments: [
    (onReturn: String?.none, lands: "drafting"), ("drafting", "drafting"), ("planned", "planned"),
    ("dropped", "dropped"),
  ])
  func `a return ends the round and moves the measure where the transition says`(
    onReturn: String?, lands: String
  ) {
    var run = Scenario(adoption: Self.stages, onReturn: onReturn)
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ben")
    #expect(run.returnForRework("order", remarks: "no date", by: "kim") == [])
    #expect(run.stateName(of: "order") == lands)
    #expect(run.round(of: "order") == nil)
    #expect(run.last.events.count == (lands == "drafting" ? 2 : 3))
    guard case .voted(_, let vote) = run.last.events.first,
      vote.verdict == .returnForRework, vote.remarks == "no date"
    else {
      Issue.record("the remarks of a return are lost")
      return
    }
  }

  @Test
  func `a rejection ends the round and moves the measure where the transition says`() {
    var run = Scenario(adoption: Self.stages, onReturn: "planned", onReject: "dropped")
    run.advance("order", "adopt", by: "leo")
    #expect(run.reject("order", by: "ana") == ["step-not-open"])
    #expect(run.reject("order", by: "zoe") == ["not-eligible", "not-eligible"])
    #expect(run.reject("order", step: "law", by: "eva") == [])
    #expect(run.stateName(of: "order") == "dropped")
  }

  @Test
  func `only the requester withdraws, and the measure stays where it was`() {
    var run = Scenario(adoption: Self.stages, onReturn: "planned", onReject: "dropped")
    run.advance("order", "adopt", by: "ben")
    #expect(run.withdraw("order", by: "leo") == ["not-requester"])
    #expect(run.withdraw("order", remarks: "too early", by: "ben") == [])
    #expect(
      run.last.events == [
        .roundClosed(
          run.measure("order"), round: 1, outcome: .withdrawn, by: run.person("ben"),
          remarks: "too early")
      ])
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test
  func `the next round has the next number and starts without approvals`() {
    var run = Scenario(adoption: Self.stages)
    for number in 1...3 {
      #expect(run.advance("order", "adopt", by: "leo") == [])
      #expect(run.round(of: "order")?.number == number)
      #expect(run.round(of: "order")?.steps.allSatisfy { $0.given.isEmpty } == true)
      run.approve("order", by: "ben")
      run.returnForRework("order", by: "kim")
    }
    #expect(run.state.roundCount(of: run.measure("order")) == 3)
  }

  @Test
  func `an open round keeps the measure from everything else`() {
    var run = Scenario(adoption: Self.stages)
    run.advance("order", "adopt", by: "ben")
    #expect(run.advance("order", "drop", by: "leo") == ["round-open"])
    #expect(
      run.message().ru
        == "по 1.1 `order` открыт круг согласования 1 (`adopt`); отозвать его может `ben`")
    #expect(run.advance("order", "adopt", by: "leo") == ["round-open"])
    run.withdraw("order", by: "ben")
    #expect(run.advance("order", "drop", by: "leo") == [])
  }

  @Test
  func `a definition whose refusal would finish a measure opens no round`() {
    var run = Scenario(adoption: Self.stages, onReturn: "in-force", onReject: "in-force")
    #expect(run.advance("order", "adopt", by: "leo") == ["refusal-would-finish"])
  }

  @Test(arguments: [(remarks: "", kept: String?.none), (" \n", nil), ("see §2", "see §2")])
  func `an approval is one with remarks only when there are some`(remarks: String, kept: String?) {
    var run = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", remarks: remarks, by: "ana")
    #expect(
      run.last.events.first
        == .voted(
          run.measure("order"),
          Event.Vote(
            round: 1, step: StepIndex(0), by: run.person("ana"),
            verdict: kept == nil ? .approve : .approveWithRemarks, remarks: kept)))
  }
}

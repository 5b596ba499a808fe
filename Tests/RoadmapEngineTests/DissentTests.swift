import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

@Suite struct `A decision that was no agreement` {
  /// An order whose adoption `leo` has asked for: a board of three of whom one suffices, accountants,
  /// then two who sign.
  private static func run(
    _ policy: AfterReturn, board: Quorum = .count(1), veto: [String] = []
  ) -> Scenario {
    var sketch = Sketch.office([])
    sketch.route(
      RouteSketch(
        "voting",
        stages: [
          [
            StepSketch("board", by: ["ben", "eva", "zoe"], quorum: board, covers: ["text"])
              .voices(veto: veto)
          ],
          [
            StepSketch("sign", by: ["ana", "kim", "zoe"], quorum: .count(1), covers: ["budget"])
              .voices(veto: ["kim"])
          ],
        ], afterReturn: policy))
    sketch.lifecycle(
      LifecycleSketch(
        "paper", states: ["planned", "in-force", "dropped"], done: ["in-force"],
        transitions: [
          TransitionSketch(
            "adopt", from: ["planned"], to: "in-force", route: "voting", onReject: "dropped")
        ]))
    sketch.kind("paper", lifecycle: "paper")
    sketch.measure("order", kind: "paper", owners: ["leo"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "adopt", by: "leo")
    return run
  }

  private static func dissents(_ run: Scenario) -> [String] {
    (run.state.openRound(of: run.measure("order"))?.dissents ?? []).map {
      "\(run.roadmap.people[$0.person.position].id) \($0.step.position)"
    }
  }

  @Test func `is forgotten where what it was about is changed, and only there`() {
    var run = Self.run(.everybody)
    #expect(run.abstain("order", by: "ben") == [])
    run.reject("order", by: "zoe")
    #expect(Self.dissents(run) == ["ben 0", "zoe 0"])
    run.set("budget", to: "1", by: "leo")
    #expect(Self.dissents(run) == ["ben 0", "zoe 0"])
    run.set("text", to: "a", by: "leo")
    #expect(run.last.events.count == 2)
    #expect(Self.dissents(run) == [])
    #expect(run.approve("order", by: "zoe") == [])
  }

  @Test(arguments: AfterReturn.allCases)
  func `is asked for again after a return to an earlier step`(policy: AfterReturn) {
    var run = Self.run(policy)
    run.approve("order", by: "ben")
    run.abstain("order", by: "ana")
    // Without a veto a return leads nowhere by itself.
    #expect(run.returnOrder(to: "board", by: "zoe") == [])
    #expect(run.last.events.count == 1 && Self.dissents(run) == ["ana 1", "zoe 1"])
    #expect(run.returnOrder(to: "board", by: "kim") == [])
    #expect(run.state.openRoundCount == 1 && Self.dissents(run) == [])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.approve("order", by: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test(arguments: AfterReturn.allCases)
  func `is no agreement that counts on in the next round`(policy: AfterReturn) throws {
    var run = Self.run(policy, board: .count(2), veto: ["ben"])
    run.approve("order", by: "zoe")
    #expect(run.abstain("order", by: "eva") == [])
    run.returnForRework("order", by: "ben")
    #expect(run.advance("order", "adopt", by: "leo") == [])
    let board = try #require(run.round(of: "order")?.steps.first)
    #expect(run.names(board.given.map(\.person)) == (policy == .everybody ? [] : ["zoe"]))
    #expect(board.eligible.contains(run.person("eva")))
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.round(of: "order")?.steps[0].isPassed == (policy != .everybody))
  }

  @Test func `that makes the quorum impossible ends the round where the last return says`() {
    var run = Self.run(.everybody)
    run.approve("order", by: "ben")
    run.returnForRework("order", by: "zoe")
    run.set("text", to: "b", by: "leo")
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [true, false])
    run.approve("order", by: "ben")
    #expect(Self.dissents(run) == ["zoe 1"])
    run.abstain("order", by: "kim")
    #expect(run.returnOrder(to: "board", by: "ana") == [])
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [true, false])
    #expect(Self.dissents(run) == [])
  }

  @Test func `is not taken back where it keeps a quorum up`() {
    var run = Scenario(
      adoption: [
        [
          StepSketch("law", by: ["ben", "eva", "kim"], quorum: .percent(50)).voices(veto: []),
          StepSketch("money", by: ["ben", "ana"], quorum: .count(2)),
        ]
      ], separate: [["law", "money"]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.abstain("order", step: "law", by: "ben") == [])
    #expect(run.approve("order", step: "money", by: "ben") == [])
    #expect(run.approve("order", step: "law", by: "eva") == [])
    #expect(run.stepView("law").needed == 2)
    #expect(run.retract("order", step: "law", by: "ben") == ["separated"])
  }

  @Test func `is listed for those who can only refuse`() {
    var run = Self.run(.everybody, veto: ["kim", "zoe"])
    let listed = { (run: Scenario) in
      run.engine.nextActions(in: run.state).filter { $0.deed == .refuse(step: StepIndex(0)) }
        .map { run.names($0.people) }
    }
    #expect(listed(run) == [["kim"]])
    #expect(run.engine.nextActions(in: run.state, for: run.person("kim")).count == 1)
    run.approve("order", by: "ben")
    #expect(listed(run).isEmpty)
  }
}

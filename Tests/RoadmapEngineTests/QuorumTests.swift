import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct QuorumTests {
  /// The people of the step: ben and eva (lawyers), eva and kim (accountants).
  private static let group = ["role:lawyer", "role:accountant"]

  @Test(arguments: [
    (quorum: Quorum.all, voters: ["ben", "eva"], passes: false),
    (.all, ["ben", "eva", "kim"], true),
    (.any, ["kim"], true),
    (.count(2), ["ben"], false),
    (.count(2), ["ben", "ben"], false),
    (.count(2), ["ben", "kim"], true),
    (.count(2), ["ben", "ana", "zoe", "leo"], false),
    (.count(3), ["eva", "eva", "eva"], false),
    (.percent(50), ["eva"], false),
    (.percent(50), ["eva", "kim"], true),
    (.percent(34), ["eva"], false),
    (.percent(33), ["eva"], true),
    (.count(0), [], false),
    (.percent(0), [], false),
  ])
  func `a step passes only when distinct people of its own reach its quorum`(
    quorum: Quorum, voters: [String], passes: Bool
  ) {
    var run = Scenario(adoption: [[StepSketch("agree", by: Self.group, quorum: quorum)]])
    run.advance("order", "adopt", by: "leo")
    for voter in voters { run.approve("order", by: voter) }
    #expect((run.stateName(of: "order") == "in-force") == passes)
    #expect((run.round(of: "order") == nil) == passes)
  }

  @Test(arguments: [
    (by: ["role:vacant"], quorum: Quorum.all, code: "nobody-can-approve"),
    (["role:vacant"], .count(0), "nobody-can-approve"),
    (["role:vacant"], .percent(100), "nobody-can-approve"),
    (["role:lawyer"], .count(3), "quorum-unreachable"),
    (["ben", "ben", "role:lawyer"], .count(3), "quorum-unreachable"),
  ])
  func `a round that nobody could finish is not opened`(
    by: [String], quorum: Quorum, code: String
  ) {
    var run = Scenario(adoption: [
      [StepSketch("fine", by: ["ana"])], [StepSketch("hopeless", by: by, quorum: quorum)],
    ])
    #expect(run.advance("order", "adopt", by: "leo") == [code])
    #expect(run.stateName(of: "order") == "drafting")
    let without = run.engine.blockers(
      of: run.transition("adopt", of: run.measure("order")), of: run.measure("order"), by: nil,
      in: run.state)
    #expect(without.map(\.code) == [code])
  }
}

@Suite
struct StageTests {
  private func run() -> Scenario {
    var run = Scenario(adoption: [
      [StepSketch("endorse", by: ["leo"])],
      [
        StepSketch("law", by: ["role:lawyer"], quorum: .any),
        StepSketch("money", by: ["role:accountant"], quorum: .any),
      ],
      [StepSketch("confirm", by: ["role:head"])],
    ])
    run.advance("order", "adopt", by: "leo")
    return run
  }

  @Test
  func `stages open one after the other, and their steps side by side`() {
    var run = run()
    #expect(run.approve("order", step: "law", by: "ben") == ["step-not-open"])
    #expect(
      run.message().en
        == "step `law` of 1.1 `order` is not open yet; first comes `endorse`")
    #expect(run.approve("order", by: "ana") == ["step-not-open"])
    #expect(run.approve("order", by: "leo") == [])
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [false, true, true, false])
    #expect(run.approve("order", step: "endorse", by: "leo") == ["step-closed", "already-voted"])
    #expect(run.approve("order", by: "kim") == [])
    #expect(run.round(of: "order")?.steps.map(\.isPassed) == [true, false, true, false])
    #expect(run.approve("order", step: "confirm", by: "ana") == ["step-not-open"])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.approve("order", by: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `the last approval ends the round and fires the transition in one decision`() {
    var run = run()
    run.approve("order", by: "leo")
    run.approve("order", step: "law", by: "ben")
    run.approve("order", by: "kim")
    run.approve("order", remarks: "fine", by: "ana")
    let (order, ana) = (run.measure("order"), run.person("ana"))
    let confirm = StepIndex(3)
    #expect(
      run.last.events == [
        .voted(
          order,
          Event.Vote(
            round: 1, step: confirm, by: ana, verdict: .approveWithRemarks, remarks: "fine")),
        .stepPassed(order, round: 1, step: confirm),
        .roundClosed(order, round: 1, outcome: .approved, by: ana, remarks: nil),
        .moved(
          order, TransitionIndex(1), from: StateIndex(1), to: StateIndex(2), cause: .approved,
          by: ana),
      ])
  }

  @Test
  func `somebody who may decide in several open steps must choose`() {
    var run = run()
    run.approve("order", by: "leo")
    #expect(run.approve("order", by: "eva") == ["choose-step"])
    #expect(run.message().en.hasSuffix("name one of `law`, `money`"))
    #expect(run.approve("order", step: "law", by: "eva") == [])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.round(of: "order")?.steps.map(\.isPassed) == [true, true, true, false])
  }

  @Test
  func `somebody for whom there is nothing to decide is told the most helpful reason`() {
    var run = run()
    #expect(run.approve("order", by: "zoe") == ["not-eligible"])
    #expect(
      run.message().en
        == "`zoe` may not decide in step `endorse` of 1.1 `order`; it is for `leo`")
    run.approve("order", by: "leo")
    #expect(run.approve("order", by: "zoe") == ["not-eligible", "not-eligible"])
    #expect(run.approve("order", by: "leo") == ["step-closed", "already-voted"])
    #expect(run.approve("order", by: "ana") == ["step-not-open"])
    run.approve("order", by: "ben")
    #expect(run.approve("order", by: "ben") == ["step-closed", "already-voted"])
  }

  @Test
  func `nobody decides where nothing was asked`() {
    var run = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    #expect(run.approve("order", by: "ana") == ["no-open-round"])
    #expect(run.reject("order", by: "ana") == ["no-open-round"])
    #expect(run.returnForRework("order", by: "ana") == ["no-open-round"])
    #expect(run.withdraw("order", by: "leo") == ["no-open-round"])
  }
}

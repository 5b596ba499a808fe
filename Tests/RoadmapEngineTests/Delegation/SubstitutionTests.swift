import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite struct `A substitution` {
  /// Two lawyers must agree; `zoe` stands in for `ben` by an act of the definition.
  private static func run(
    _ step: StepSketch = StepSketch("law", by: ["role:lawyer"]), separate: [[String]] = [],
    more: [[StepSketch]] = [], deputies: [String] = ["zoe"]
  ) -> Scenario {
    Scenario(asked: [[step]] + more, separate: separate) { sketch in
      for deputy in deputies {
        sketch.substitute(
          "ben", by: deputy, from: day("2018-03-05"), until: day("2018-03-09"))
      }
    }
  }

  @Test(arguments: [
    ("2018-03-04", ["not-eligible", "no-act"]), ("2018-03-05", []), ("2018-03-09", []),
    ("2018-03-10", ["not-eligible", "no-act"]),
  ])
  func `holds on its first day and its last one, and on no other`(date: String, codes: [String]) {
    var run = Self.run()
    run.now = Instant(startOf: day(date))
    #expect(run.approve("order", by: "zoe") == codes)
    #expect(run.given == (codes.isEmpty ? ["0: zoe for ben"] : []))
  }

  @Test func `lasts through its last day and not a moment longer`() {
    var (run, late) = (Self.run(), Self.run())
    let end = Instant(startOf: day("2018-03-10"))
    run.now = Instant(microseconds: end.microseconds - 1) ?? end
    late.now = end
    #expect(run.approve("order", by: "zoe") == [])
    #expect(late.approve("order", by: "zoe") == ["not-eligible", "no-act"])
    #expect(late.message(1).en.contains("held until 2018-03-09"))
    #expect(late.message(1).ru.contains("срок истёк 2018-03-09"))
  }

  @Test func `gives a vote that says who gave it, whose it is and under which act`() throws {
    var run = Self.run()
    run.approve("order", by: "zoe")
    guard case .voted(_, let vote) = try #require(run.last.events.first) else {
      Issue.record("no vote")
      return
    }
    #expect(vote.person == run.person("zoe"))
    #expect(
      vote.representation
        == Representation(of: run.person("ben"), under: .order(SubstitutionIndex(0))))
    #expect(run.approve("order", by: "ben") == ["already-voted"])
    #expect(run.approve("order", by: "zoe") == ["not-eligible", "already-voted", "already-voted"])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `failure 1: one person is counted twice, by standing in for two`() {
    var run = Scenario(asked: [[StepSketch("law", by: ["role:lawyer"])]]) { sketch in
      for principal in ["ben", "eva"] {
        sketch.substitute(
          principal, by: "zoe", from: day("2018-03-01"), until: day("2018-03-31"))
      }
    }
    #expect(run.approve("order", by: "zoe") == ["choose-principal"])
    #expect(run.representatives == ["zoe for ben", "zoe for eva"])
    #expect(run.approve(by: "zoe", for: "ben") == [])
    #expect(run.approve(by: "zoe", for: "eva") == ["already-voted"])
    #expect(run.representatives == [])
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test func `lets those who have a right of their own act by that one only`() {
    var run = Self.run(deputies: ["eva"])
    #expect(run.approve(by: "eva", for: "ben") == ["own-right"])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.given == ["0: eva"])
    #expect(run.approve(by: "eva", for: "ben") == ["own-right"])
    #expect(run.approve("order", by: "ben") == [])
  }

  @Test func `lets nobody around a separation from whoever asked`() {
    var run = Self.run(separate: [["requester", "law"]], deputies: ["leo"])
    #expect(run.approve(by: "leo", for: "ben") == ["separated"])
    #expect(run.approve("order", by: "leo") == ["not-eligible", "separated"])
    #expect(run.given == [])
  }

  @Test func `lets nobody around a separation of steps, as deputy or as principal`() {
    var run = Scenario(
      asked: [
        [StepSketch("law", by: ["ben"])], [StepSketch("sign", by: ["ana", "ben"], quorum: .any)],
      ],
      separate: [["law", "sign"]]
    ) { sketch in
      for (principal, deputy) in [("ben", "zoe"), ("ana", "zoe"), ("ana", "kim"), ("ben", "kim")] {
        sketch.substitute(
          principal, by: deputy, from: day("2018-03-01"), until: day("2018-03-31"))
      }
    }
    #expect(run.approve(by: "zoe", for: "ben") == [])
    #expect(run.approve(by: "zoe", for: "ana") == ["separated"])
    #expect(run.approve("order", by: "ben") == ["separated"])
    #expect(run.approve(by: "kim", for: "ben") == ["separated"])
    #expect(run.approve(by: "kim", for: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `lets nobody in whom the step shuts out`() {
    var run = Self.run(StepSketch("law", by: ["role:lawyer"], not: ["zoe"]))
    #expect(run.approve(by: "zoe", for: "ben") == ["excluded"])
    #expect(run.message().en.contains("for others, too"))
  }

  @Test func `is not passed on to a deputy's deputy`() {
    var run = Scenario(asked: [[StepSketch("law", by: ["role:lawyer"])]]) { sketch in
      for (principal, deputy) in [("ben", "zoe"), ("zoe", "kim")] {
        sketch.substitute(
          principal, by: deputy, from: day("2018-03-01"), until: day("2018-03-31"))
      }
    }
    #expect(run.approve("order", by: "kim") == ["not-eligible"])
    #expect(run.approve(by: "kim", for: "ben") == ["no-act"])
    #expect(run.approve(by: "kim", for: "zoe") == ["not-eligible"])
    #expect(run.approve("order", by: "zoe") == [])
  }

  @Test func `binds steps to the same hand`() {
    let steps = [
      [StepSketch("review", by: ["ben", "ana"], quorum: .any)],
      [StepSketch("pay", by: ["ben", "ana"])],
    ]
    var run = Scenario(asked: steps, bind: [["review", "pay"]]) { sketch in
      for deputy in ["zoe", "kim"] {
        sketch.substitute("ben", by: deputy, from: day("2018-03-01"), until: day("2018-03-31"))
      }
    }
    #expect(run.approve("order", by: "zoe") == [])
    #expect(run.approve("order", by: "ben") == ["other-hand"])
    #expect(run.approve(by: "kim", for: "ben") == ["other-hand"])
    #expect(run.approve("order", by: "ana") == ["step-closed"])
    #expect(run.approve("order", by: "zoe") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `is recorded in a run by whom the roadmap names`() {
    var run = Scenario(asked: [[StepSketch("law", by: ["role:lawyer"])]])
    #expect(
      run.substitute("ben", by: "zoe", "2018-03-05", "2018-03-09", as: "kim")
        == ["may-not-substitute"])
    #expect(run.message().en.contains("`powers: {substitute: …}`"))
    #expect(
      run.substitute("ben", by: "ana", "2018-03-05", "2018-03-09") == ["appoints-themselves"])
    #expect(run.substitute("ben", by: "ben", "2018-03-05", "2018-03-09") == ["to-themselves"])
    #expect(
      run.substitute("ben", by: "zoe", "2018-03-09", "2018-03-05") == ["ends-before-it-begins"])
    #expect(run.substitute("ben", by: "zoe", "2018-02-05", "2018-03-04") == ["is-past"])
    #expect(run.substitute("ben", by: "zoe", "2018-03-05", nil) == ["end-missing"])
    for order in ["", " ", nil] {
      #expect(
        run.substitute("ben", by: "zoe", "2018-03-05", "2018-03-09", order: order)
          == ["order-missing"])
    }
    #expect(run.approve("order", by: "zoe") == ["not-eligible"])
    #expect(run.substitute("ben", by: "zoe", "2018-03-05", "2018-03-09") == [])
    #expect(run.substitute("ben", by: "zoe", "2018-03-05", "2018-03-09") == ["already-stands"])
    let act = run.state.eventCount
    #expect(run.approve("order", by: "zoe") == [])
    guard case .voted(_, let vote)? = run.last.events.first else { return }
    #expect(vote.representation?.act == .event(act))
  }

  @Test func `counts until it is revoked, whatever day a later vote claims`() {
    var run = Scenario(asked: [[StepSketch("law", by: ["role:lawyer"])]])
    run.substitute("ben", by: "zoe", "2018-03-05", "2018-03-09")
    run.substitute("eva", by: "kim", "2018-03-05", "2018-03-09")
    let act = run.state.eventCount
    #expect(run.approve("order", by: "zoe") == [])
    #expect(run.revoke(.event(act), by: "zoe") == ["may-not-substitute"])
    run.now = Instant(startOf: day("2018-03-07"))
    #expect(run.revoke(.event(act), by: "ana") == [])
    #expect(run.revoke(.event(act), by: "ana") == ["no-such-act"])
    run.now = Instant(startOf: day("2018-03-06"))
    #expect(run.approve(by: "kim", for: "eva") == ["no-act"])
    #expect(run.given == ["0: zoe for ben"])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `of the definition can be revoked in a run`() {
    var run = Self.run()
    let act = ActReference.order(SubstitutionIndex(0))
    #expect(run.revoke(act, by: "ben") == ["may-not-substitute"])
    #expect(run.revoke(.order(SubstitutionIndex(7)), by: "ana") == ["no-such-order"])
    #expect(run.revoke(act, by: "ana") == [])
    #expect(run.revoke(act, by: "ana") == ["no-such-order"])
    #expect(run.approve(by: "zoe", for: "ben") == ["no-act"])
    #expect(run.message().en.contains("was revoked"))
  }
}

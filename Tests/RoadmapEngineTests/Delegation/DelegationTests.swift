import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite struct `A delegation` {
  private static func run(_ delegate: [String] = ["true"]) -> Scenario {
    Scenario(
      asked: [
        [
          StepSketch("law", by: ["role:lawyer"], delegate: delegate),
          StepSketch("money", by: ["kim"]),
        ]
      ])
  }

  @Test func `needs a step that allows it`() {
    var run = Self.run([])
    #expect(run.delegate("ben", to: "zoe") == ["nothing-to-delegate"])
    #expect(run.message().en.contains("the key `delegate`"))
  }

  @Test func `lets the delegate give the vote where the step allows it, and only there`() {
    var run = Self.run()
    #expect(run.delegate("ben", to: "zoe") == [])
    #expect(run.delegate("kim", to: "leo") == [])
    #expect(run.approve("order", by: "zoe") == [])
    #expect(run.approve("order", by: "leo") == ["not-eligible", "not-eligible", "no-act"])
    #expect(run.message(2).en.contains("votes in it are given in person"))
    #expect(run.given == ["0: zoe for ben"])
  }

  @Test func `goes to those whom the step names`() {
    var run = Self.run(["role:coordinator"])
    run.delegate("ben", to: "zoe")
    run.delegate("ben", to: "leo")
    #expect(run.approve(by: "zoe", for: "ben") == ["no-act"])
    #expect(run.message().en.contains("whose votes go to: `leo`"))
    #expect(run.approve("law", by: "leo", for: "ben") == [])
  }

  @Test func `is the delegator's own to give and to take back`() {
    var run = Self.run()
    #expect(run.delegate("ben", to: "zoe", as: "eva") == ["not-theirs"])
    #expect(run.delegate("ben", to: "ben") == ["to-themselves"])
    #expect(run.delegate("ben", to: "zoe", from: "2018-03-01") == ["starts-in-the-past"])
    #expect(run.delegate("ben", to: "zoe") == [])
    let act = ActReference.event(run.state.eventCount)
    #expect(run.revoke(act, by: "zoe") == ["not-theirs"])
    #expect(run.revoke(act, by: "ana") == ["not-theirs"])
    #expect(run.revoke(act, by: "ben") == [])
    #expect(run.approve("law", by: "zoe", for: "ben") == ["no-act"])
    #expect(run.approve("order", step: "law", by: "ben") == [])
  }

  @Test func `counts from the day on which it was given, or from a later one`() {
    var run = Self.run()
    run.delegate("ben", to: "zoe")
    run.delegate("eva", to: "leo", from: "2018-03-07", until: "2018-03-08")
    run.now = Instant(startOf: day("2018-03-04"))
    #expect(run.approve("law", by: "zoe", for: "ben") == ["no-act"])
    for (date, codes) in [
      ("2018-03-06", ["no-act"]), ("2018-03-09", ["no-act"]), ("2018-03-08", []),
    ] {
      run.now = Instant(startOf: day(date))
      #expect(run.approve("law", by: "leo", for: "eva") == codes, "\(date)")
    }
  }

  @Test func `reaches no further than it says`() {
    let adoption = RouteIndex(0)
    for (scope, codes) in [
      (Mandate.Scope(route: adoption), [String]()),
      (Mandate.Scope(route: adoption, step: StepIndex(0)), []),
      (Mandate.Scope(measure: MeasureIndex(0)), []),
      (Mandate.Scope(measure: MeasureIndex(1)), ["no-act"]),
    ] {
      var run = Scenario(
        asked: [[StepSketch("law", by: ["role:lawyer"], delegate: ["true"])]]
      ) { $0.measure("other", kind: "order", owners: ["leo"]) }
      #expect(run.delegate("ben", to: "zoe", scope: scope) == [])
      #expect(run.approve(by: "zoe", for: "ben") == codes, "\(scope)")
    }
    var run = Self.run()
    #expect(
      run.delegate("kim", to: "zoe", scope: Mandate.Scope(route: adoption, step: StepIndex(1)))
        == ["nothing-to-delegate"])
    #expect(
      run.delegate("ben", to: "zoe", scope: Mandate.Scope(route: RouteIndex(9)))
        == ["unknown-step"])
    #expect(
      run.delegate("ben", to: "zoe", scope: Mandate.Scope(measure: MeasureIndex(9)))
        == ["unknown-measure"])
  }

  @Test func `washes nobody: the requester's delegate gives no vote that the requester may not`() {
    var run = Scenario(
      asked: [[StepSketch("law", by: ["role:lawyer", "leo"], quorum: .any, delegate: ["true"])]],
      separate: [["requester", "law"]])
    run.delegate("leo", to: "zoe")
    run.delegate("ben", to: "leo")
    #expect(run.approve(by: "zoe", for: "leo") == ["separated"])
    #expect(run.approve(by: "leo", for: "ben") == ["separated"])
    #expect(run.given == [])
  }

  @Test func `is not passed on`() {
    var run = Self.run()
    run.delegate("ben", to: "zoe")
    run.delegate("zoe", to: "leo")
    #expect(run.approve("law", by: "leo", for: "ben") == ["no-act"])
    #expect(run.approve("law", by: "leo", for: "zoe") == ["not-eligible"])
  }

  @Test func `makes no quorum smaller, nor does an absence`() {
    var run = Self.run()
    #expect(run.absent("ben", "2018-03-01", "2018-03-31") == [])
    #expect(run.stepView("law") == (2, [], ["ben", "eva"]))
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.tick() == 0)
    #expect(run.stepView("law") == (2, ["eva"], ["ben"]))
  }

  @Test func `comes with an absence that names a substitute`() {
    var run = Self.run()
    #expect(run.absent("ben", "2018-03-06", nil, by: "zoe") == ["end-missing"])
    #expect(run.absent("ben", "2018-03-06", "2018-03-07", by: "zoe") == [])
    #expect(run.approve("law", by: "zoe", for: "ben") == ["no-act"])
    run.now = Instant(startOf: day("2018-03-07"))
    #expect(run.approve("law", by: "zoe", for: "ben") == [])
    #expect(run.approve("money", by: "zoe", for: "ben") == ["not-eligible", "no-act"])
  }

  @Test func `lets who hears of a late step decide there, where the route says so`() {
    let late = DayCount(2, .calendar)
    for decides in [true, false] {
      var run = Scenario(
        asked: [
          [
            StepSketch(
              "law", by: ["role:lawyer"], within: late, escalate: ["ana", "leo"],
              escalationDecides: decides)
          ]
        ], separate: [["requester", "law"]])
      #expect(run.approve("law", by: "ana", for: "ben") == ["no-act"])
      #expect(run.approve("order", by: "eva") == [])
      run.now = Instant(startOf: day("2018-03-09"))
      #expect(run.tick() == 2)
      let act = run.state.eventCount
      #expect(run.stateName(of: "order") == "drafting", "an escalation approves nothing")
      #expect(run.representatives == (decides ? ["ana for ben"] : []))
      run.now = Instant(startOf: day("2018-03-08"))
      #expect(run.approve(by: "ana", for: "ben") == ["no-act"], "not before it was escalated")
      run.now = Instant(startOf: day("2018-03-09"))
      #expect(run.approve(by: "leo", for: "ben").first == "separated")
      guard decides else {
        #expect(run.approve(by: "ana", for: "ben") == ["no-act"])
        continue
      }
      #expect(run.approve("order", by: "ana") == [])
      guard case .voted(_, let vote)? = run.last.events.first else { continue }
      #expect(vote.representation == Representation(of: run.person("ben"), under: .event(act)))
      #expect(run.stateName(of: "order") == "in-force")
    }
  }
}

import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct SeparationTests {
  @Test
  func `a requester who must be somebody else does not count among the people of the step`() {
    var run = Scenario(
      adoption: [[StepSketch("law", by: ["role:lawyer"])]], separate: [["requester", "law"]])
    #expect(run.advance("order", "adopt", by: "ben") == [])
    #expect(run.approve("order", by: "ben") == ["separated"])
    #expect(
      run.message().en
        == "`ben` asked for this round and so may not decide in step `law` of 1.1 `order`: "
        + "these must be different people")
    #expect(run.stepView("law") == (1, [], ["eva"]))
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test(arguments: [
    (not: ["requester"], may: ["eva"]), (not: ["role:lawyer"], may: []),
    (not: ["eva"], may: ["ben"]),
    (not: ["owner", "lead"], may: ["ben", "eva"]), (not: [], may: ["ben", "eva"]),
  ])
  func `whom a step keeps out does not count among its people`(not: [String], may: [String]) {
    var run = Scenario(adoption: [[StepSketch("law", by: ["role:lawyer"], not: not)]])
    let blockers = run.advance("order", "adopt", by: "ben")
    guard !may.isEmpty else {
      #expect(blockers == ["nobody-can-approve"])
      return
    }
    #expect(run.stepView("law") == (may.count, [], may))
    for person in ["ben", "eva"] where !may.contains(person) {
      #expect(run.approve("order", by: person) == ["not-eligible"])
      #expect(run.reject("order", by: person) == ["not-eligible"])
    }
    for person in may { #expect(run.approve("order", by: person) == []) }
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `without a separation the requester may approve`() {
    var run = Scenario(adoption: [[StepSketch("law", by: ["role:lawyer"], quorum: .any)]])
    run.advance("order", "adopt", by: "ben")
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `whoever approved in one step may not decide in its rival`() {
    var run = Scenario(
      adoption: [
        [StepSketch("first", by: ["role:lawyer"], quorum: .any)],
        [StepSketch("second", by: ["role:lawyer"], quorum: .any)],
      ], separate: [["first", "second"]])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "eva")
    #expect(run.approve("order", by: "eva") == ["separated"])
    #expect(run.returnForRework("order", by: "eva") == ["separated"])
    #expect(run.stepView("second") == (1, [], ["ben"]))
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `a vote that would leave a rival step to nobody is refused`() {
    var run = Scenario(
      adoption: [
        [StepSketch("first", by: ["role:lawyer"], quorum: .any)],
        [StepSketch("second", by: ["eva"])],
      ], separate: [["first", "second"]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.approve("order", by: "eva") == ["separation-leaves-nobody"])
    #expect(
      run.message().en
        == "if `eva` approved here, `second` of 1.1 `order` would still need 1 person, "
        + "and there would be nobody")
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test(arguments: [
    (stages: [["eva"], ["eva"]], codes: ["separation-leaves-nobody"]),
    ([["role:lawyer"], ["eva"]], ["separation-leaves-nobody"]),
    ([["ben"], ["role:lawyer"]], []),
    ([["role:lawyer"], ["role:accountant"]], []),
  ])
  func `a round whose steps together lack people is not opened`(
    stages: [[String]], codes: [String]
  ) {
    let steps = stages.enumerated().map { [StepSketch("s\($0)", by: $1)] }
    var run = Scenario(adoption: steps, separate: [["s0", "s1"]])
    #expect(run.advance("order", "adopt", by: "leo") == codes)
  }

  @Test
  func `all means all who remain, so a vote elsewhere can complete a step`() {
    var run = Scenario(
      adoption: [
        [
          StepSketch("law", by: ["ben", "eva", "kim"]),
          StepSketch("money", by: ["ben", "eva", "kim"], quorum: .any),
        ],
        [StepSketch("sign", by: ["ana"])],
      ], separate: [["law", "money"]])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", step: "law", by: "ben")
    run.approve("order", step: "law", by: "eva")
    #expect(run.stepView("law") == (3, ["ben", "eva"], ["kim"]))
    #expect(run.approve("order", step: "law", by: "kim") == ["separation-leaves-nobody"])
    #expect(run.approve("order", step: "money", by: "kim") == [])
    #expect(run.round(of: "order")?.steps.map(\.isPassed) == [true, true, false])
  }
}

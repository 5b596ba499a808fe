import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct VetoTests {
  private static let lawyers = StepSketch("law", by: ["ana", "ben", "eva"], quorum: .count(2))

  private func run(_ step: StepSketch) -> Scenario {
    var run = Scenario(adoption: [[step]], onReturn: "planned", onReject: "dropped")
    run.advance("order", "adopt", by: "leo")
    return run
  }

  @Test
  func `without the key, and with true, any refusal ends the round`() {
    var run = run(Self.lawyers)
    run.returnForRework("order", by: "ben")
    #expect(run.stateName(of: "order") == "planned")
  }

  @Test
  func `without a veto a refusal only counts against`() {
    var run = run(Self.lawyers.voices(veto: []))
    #expect(run.reject("order", by: "ben") == [])
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.names(run.dissents("law")) == ["ben"])
    #expect(run.approve("order", by: "ben") == ["already-voted"])
    run.approve("order", by: "ana")
    run.approve("order", by: "eva")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test(arguments: [
    (first: Verdict.reject, last: Verdict.reject, state: "dropped"),
    (.returnForRework, .reject, "planned"), (.reject, .returnForRework, "planned"),
  ])
  func `the round ends when the quorum can be reached no more, as most refusals ask`(
    first: Verdict, last: Verdict, state: String
  ) {
    var run = run(Self.lawyers.voices(veto: []))
    for (verdict, person) in [(first, "ben"), (last, "eva")] {
      let vote = Command.Vote(verdict, by: run.person(person))
      #expect(run.send(.vote(run.measure("order"), vote)) == [])
    }
    #expect(run.stateName(of: "order") == state)
    #expect(run.round(of: "order") == nil)
  }

  @Test
  func `a refusal counts against what all must agree on at once`() {
    var run = run(StepSketch("law", by: ["ben", "eva"]).voices(veto: []))
    run.reject("order", by: "ben")
    #expect(run.stateName(of: "order") == "dropped")
  }

  @Test
  func `whoever has a veto ends the round, though the step is not theirs`() {
    var run = run(Self.lawyers.voices(veto: ["role:accountant"]))
    #expect(run.approve("order", by: "kim") == ["not-eligible"])
    #expect(run.abstain("order", by: "kim") == ["not-eligible"])
    #expect(run.reject("order", by: "zoe") == ["not-eligible"])
    run.returnForRework("order", by: "ana")
    #expect(run.stateName(of: "order") == "drafting")
    run.returnForRework("order", by: "kim")
    #expect(run.stateName(of: "order") == "planned")
  }

  @Test
  func `not and separations hold for a veto`() {
    let step = StepSketch("law", by: ["ana", "ben"], not: ["kim"]).voices(veto: ["kim", "leo"])
    var run = Scenario(adoption: [[step]], separate: [["requester", "law"]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.reject("order", by: "kim") == ["not-eligible"])
    #expect(run.reject("order", by: "leo") == ["separated"])
  }

  @Test
  func `an abstention is shown and never agrees`() throws {
    var run = run(Self.lawyers)
    #expect(run.abstain("order", by: "ana") == [])
    let view = try #require(run.round(of: "order")?.steps[0])
    #expect((view.needed, view.given.count, view.tally.reached) == (2, 0, 0))
    #expect(view.tally.dissents.map(\.verdict) == [.abstain])
    #expect(run.names(view.eligible) == ["ben", "eva"])
    #expect(run.approve("order", by: "ana") == ["already-voted"])
    run.approve("order", by: "ben")
    #expect(run.stateName(of: "order") == "drafting")
    run.approve("order", by: "eva")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `nobody abstains without whom the quorum cannot be reached`() {
    var run = run(Self.lawyers)
    run.abstain("order", by: "ana")
    #expect(run.abstain("order", by: "ben") == ["abstention-stalls"])
    #expect(
      run.message().en
        == "`ben` cannot abstain in step `law` of 1.1 `order`: without this vote the round could no "
        + "longer be passed; return or reject it instead")
    run = self.run(StepSketch("law", by: ["ben", "eva"]).voices(veto: []))
    #expect(run.abstain("order", by: "ben") == ["abstention-stalls"])
  }

  @Test
  func `an abstention lowers no quorum, whatever its author approves elsewhere`() {
    var run = Scenario(
      adoption: [
        [
          StepSketch("law", by: ["ana", "ben", "eva", "kim"], quorum: .percent(50)),
          StepSketch("money", by: ["ana", "ben"], quorum: .any),
        ]
      ], separate: [["law", "money"]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.stepView("law").needed == 2)
    #expect(run.abstain("order", step: "law", by: "ben") == [])
    #expect(run.approve("order", step: "money", by: "ben") == [])
    #expect(run.stepView("law").needed == 2)
    #expect(run.stepView("law").eligible == ["ana", "eva", "kim"])
  }
}

extension Scenario {
  /// Who has abstained or refused in a step of the open round of `order`.
  func dissents(_ step: String) -> [PersonIndex] {
    let index = self.step(step, of: measure("order"))
    return round(of: "order")?.steps[index.position].tally.dissents.map(\.person) ?? []
  }
}

import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct RetractTests {
  @Test
  func `whoever takes a vote back may vote anew`() {
    var run = Scenario(
      adoption: [
        [
          StepSketch("law", by: ["ana", "ben", "eva"], quorum: .count(2))
            .voices(veto: [])
        ]
      ])
    run.advance("order", "adopt", by: "leo")
    #expect(run.retract("order", by: "ben") == ["nothing-to-retract"])
    run.approve("order", by: "ben")
    #expect(run.retract("order", by: "ben") == [])
    #expect(run.stepView("law").given == [])
    run.approve("order", by: "eva")
    #expect(run.stateName(of: "order") == "drafting")
    run.reject("order", by: "ben")
    #expect(run.retract("order", step: "law", by: "ben") == [])
    run.abstain("order", by: "ben")
    #expect(run.retract("order", by: "ben") == [])
    run.approve("order", by: "ben")
    #expect(run.stateName(of: "order") == "in-force")
    #expect(run.retract("order", by: "ben") == ["no-open-round"])
  }

  @Test
  func `what has passed stays passed`() {
    var run = Scenario(adoption: [
      [StepSketch("law", by: ["ben"])], [StepSketch("sign", by: ["ana", "ben"])],
    ])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ben")
    #expect(run.retract("order", by: "ben") == ["step-closed"])
    run.approve("order", by: "ben")
    #expect(run.retract("order", step: "law", by: "ben") == ["step-closed"])
    #expect(run.retract("order", by: "ben") == [])
  }

  @Test
  func `of votes in several open steps the one must be named`() {
    var run = Scenario(adoption: [
      [StepSketch("law", by: ["ana", "ben"]), StepSketch("money", by: ["ana", "ben"])]
    ])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", step: "law", by: "ben")
    run.approve("order", step: "money", by: "ben")
    #expect(run.retract("order", by: "ben") == ["choose-step"])
    #expect(run.retract("order", step: "money", by: "ben") == [])
    #expect(run.stepView("law").given == ["ben"])
  }

  @Test
  func `a vote on which a passed step relies is not taken back`() {
    var run = Scenario(
      adoption: [
        [
          StepSketch("law", by: ["ben", "eva"]),
          StepSketch("money", by: ["ben", "ana", "kim"], quorum: .count(2)),
        ]
      ], separate: [["law", "money"]])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", step: "money", by: "ben")
    run.approve("order", step: "law", by: "eva")
    #expect(run.round(of: "order")?.steps.map(\.isPassed) == [true, false])
    #expect(run.retract("order", by: "ben") == ["vote-relied-upon"])
    #expect(run.message().ru.contains("`law`"))
    run.approve("order", step: "money", by: "kim")
    #expect(run.stateName(of: "order") == "in-force")
  }
}

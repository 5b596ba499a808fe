import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// Who may act outside of the usual course of a measure.
@Suite
struct PowerTests {
  private func office(_ powers: [Power: [String]], ofOrders: [Power: [String]] = [:]) -> Scenario {
    var sketch = Sketch.office([[StepSketch("sign", by: ["ana"])]])
    sketch.powers = powers
    sketch.powersOfKinds["order"] = ofOrders
    sketch.measure("order", kind: "order", owners: ["kim", "eva"])
    var run = Scenario(sketch)
    run.start("ana")
    return run
  }

  @Test(arguments: Power.allCases)
  func `without a word in the roadmap nobody may`(power: Power) {
    var run = office([:])
    let deed: ExceptionalAct.Deed =
      switch power {
      case .waive: .waive(.measure(MeasureIndex(0)))
      case .skip: .skip(StepIndex(0), round: 1)
      case .cancel: .cancel
      case .suspend: .suspend
      case .resume: .resume
      case .reopen: .reopen(to: StateIndex(0))
      }
    for person in run.roadmap.people {
      #expect(run.act(deed, on: "order", by: person.id).first == "not-empowered")
    }
    #expect(run.message().en.contains("the key `powers` gives it"))
    #expect(run.message().en.contains("the power `\(power.rawValue)`"))
  }

  @Test(arguments: [
    (["role:coordinator"], ["leo"]), (["lead"], ["kim"]), (["owner"], ["eva", "kim"]),
    (["zoe", "role:head"], ["ana", "zoe"]), (["requester"], []), (["role:vacant"], []), ([], []),
  ])
  func `those may whom the roadmap names, relative to the measure`(
    holders: [String], people: [String]
  ) {
    var run = office([.cancel: holders])
    #expect(run.names(run.engine.holders(of: .cancel, over: MeasureIndex(0))) == people)
    for person in run.roadmap.people {
      var again = run
      let codes = again.act(.cancel, on: "order", by: person.id)
      #expect(codes == (people.contains(person.id) ? [] : ["not-empowered"]))
    }
    #expect(run.act(.suspend, on: "order", by: "leo") == ["not-empowered"])
  }

  @Test
  func `what a kind says of a power counts in place of what the roadmap says`() {
    var run = office(
      [.cancel: ["leo"], .suspend: ["leo"]], ofOrders: [.cancel: ["ana"], .resume: ["zoe"]])
    #expect(run.act(.cancel, on: "order", by: "leo") == ["not-empowered"])
    #expect(run.act(.suspend, on: "order", by: "leo") == [])
    #expect(run.act(.resume, on: "order", by: "leo") == ["not-empowered"])
    #expect(run.act(.resume, on: "order", by: "zoe") == [])
    #expect(run.act(.cancel, on: "order", by: "ana") == [])
  }

  @Test(arguments: [nil, "", "  \n"] as [String?])
  func `an act needs a reason, and only going on needs none`(reason: String?) {
    var sketch = Sketch.office([[StepSketch("sign", by: ["ana"])]])
    sketch.empowerCoordinator()
    sketch.measure("order", kind: "order", owners: ["kim"])
    sketch.measure("plan", kind: "order", owners: ["kim"], after: ["order"])
    var run = Scenario(sketch)
    run.start("ana")
    #expect(run.waive("plan", "order", reason: reason) == ["reason-missing"])
    #expect(run.act(.cancel, on: "order", reason: reason) == ["reason-missing"])
    #expect(run.act(.suspend, on: "order", reason: reason) == ["reason-missing"])
    run.act(.suspend, on: "order")
    #expect(run.act(.resume, on: "order", reason: reason) == [])
    run.act(.cancel, on: "order")
    #expect(run.reopen("order", to: "planned", reason: reason) == ["reason-missing"])
  }

  @Test
  func `everything that speaks against an act is told at once`() {
    var run = office([.reopen: ["ana"]])
    #expect(
      run.reopen("order", to: "dropped", reason: " ", by: "zoe") == [
        "not-empowered", "reason-missing", "not-over", "cannot-reopen-into",
      ])
    #expect(
      run.message().en
        == "`zoe` does not hold the power `reopen` over 1.1 `order`; it is held by: `ana`")
  }

  @Test
  func `what the roadmap does not have cannot be acted on`() {
    var run = office([.cancel: ["leo"]])
    for measure in [-1, 1, 99] {
      run.send(
        .exceptional(
          ExceptionalAct(
            .cancel, on: MeasureIndex(measure), reason: "so", by: run.person("leo"))))
      #expect(run.last.blockers.map(\.code) == ["unknown-measure"])
    }
    run.send(
      .exceptional(
        ExceptionalAct(.cancel, on: MeasureIndex(0), reason: "so", by: PersonIndex(77))))
    #expect(run.last.blockers.map(\.code) == ["unknown-person"])
  }
}

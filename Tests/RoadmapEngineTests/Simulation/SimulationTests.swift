import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// A run played forward. 2027-03-01 is a Monday.
@Suite
struct SimulationTests {
  private func sketch(_ stages: [[StepSketch]] = [[StepSketch("sign", by: ["ana"])]]) -> Sketch {
    var sketch = Sketch.office(stages)
    sketch.lifecycle(
      LifecycleSketch(
        "work", states: ["planned", "held", "dropped"], done: ["held"], final: ["dropped"],
        transitions: [
          TransitionSketch("hold", from: ["planned"], to: "held"),
          TransitionSketch("drop", from: ["planned"], to: "dropped", by: ["role:head"]),
        ]))
    sketch.kind("event", lifecycle: "work")
    sketch.empowerCoordinator()
    return sketch
  }

  private func days(_ text: String) -> DayCount? { try? DayCount(reading: text) }

  private func play(
    _ sketch: Sketch, from first: String = "2027-03-01", until last: String = "2027-12-31",
    _ change: (inout Simulation.Assumptions, Engine) -> Void = { _, _ in }
  ) -> Simulation {
    let engine = Engine(sketch.build())
    var assumptions = Simulation.Assumptions()
    change(&assumptions, engine)
    return Simulation(
      engine, from: engine.initialState, on: day(first), through: day(last), assuming: assumptions)
  }

  /// The days of a simulation: `first day..last day` of each measure.
  private func told(_ simulation: Simulation) -> [String] {
    simulation.courses.map { "\($0.began?.iso ?? "—")..\($0.finished?.iso ?? "—")" }
  }

  @Test
  func `work takes its days, and what comes after it begins on the next day`() {
    var sketch = sketch()
    sketch.measure("one", kind: "event", owners: ["leo"], takes: days("3 days"))
    sketch.measure("two", kind: "event", owners: ["leo"], after: ["one"])
    sketch.measure("three", kind: "event", owners: ["leo"], after: ["two"], takes: days("2wd"))
    #expect(
      told(play(sketch)) == [
        "2027-03-01..2027-03-03", "2027-03-04..2027-03-04", "2027-03-05..2027-03-08",
      ])
  }

  @Test(arguments: [
    ("one+2 days", "2027-03-05"), ("one+2 working days", "2027-03-05"),
    ("one@start-start", "2027-03-02"), ("one@start-start+3 days", "2027-03-05"),
  ])
  func `lags are waited for`(dependency: String, begins: String) {
    var sketch = sketch([[StepSketch("sign", by: ["ana"])]])
    let from = try? Period(edtf: "2027-03-02/..")
    sketch.measure("one", kind: "order", owners: ["leo"], due: from)
    sketch.measure("two", kind: "event", owners: ["leo"], after: [dependency])
    let simulation = play(sketch)
    #expect(simulation.courses[1].began == day(begins))
    #expect(simulation.courses[0].finished == day("2027-03-02"))
  }

  @Test
  func `decisions take the days that their steps may take`() {
    var sketch = sketch([
      [
        StepSketch("law", by: ["ben"], within: days("3 days")),
        StepSketch("money", by: ["kim"], within: days("1 day")),
      ], [StepSketch("sign", by: ["ana"], within: days("2 working days"))],
    ])
    sketch.measure("order", kind: "order", owners: ["leo"], takes: days("2 days"))
    // Asked for on Tuesday, the law on Friday, the signature on the Tuesday after.
    #expect(told(play(sketch)) == ["2027-03-01..2027-03-09"])
  }

  @Test
  func `terms, parts and what a whole waits for are kept`() {
    var sketch = sketch()
    sketch.measure("first", kind: "event", owners: ["leo"], due: try? Period(edtf: "2027-04-05"))
    sketch.measure("whole", kind: "event", owners: ["leo"], after: ["first"])
    sketch.measure("one", kind: "event", owners: ["leo"], parent: "whole", takes: days("4 days"))
    sketch.measure("two", kind: "event", owners: ["leo"], after: ["one"], parent: "whole")
    #expect(
      told(play(sketch)) == [
        "2027-04-05..2027-04-05", "2027-04-06..2027-04-10", "2027-04-06..2027-04-09",
        "2027-04-10..2027-04-10",
      ])
  }

  @Test
  func `absent people never act, and it is told who is waited for`() {
    var sketch = sketch([
      [StepSketch("law", by: ["role:lawyer"])], [StepSketch("sign", by: ["ana"])],
    ])
    sketch.measure("order", kind: "order", owners: ["leo"])
    sketch.measure("after", kind: "event", owners: ["leo"], after: ["order"])
    sketch.measure("own", kind: "event", owners: ["eva"])
    let simulation = play(sketch) { $0.absent = [$1.roadmap.person(named: "eva") ?? .init(0)] }
    #expect(told(simulation) == ["2027-03-01..—", "—..—", "—..—"])
    let eva = PersonIndex(2)
    #expect(
      simulation.courses[0].standstill == [
        .undecided(RouteIndex(0), StepIndex(0), people: [eva], absent: [eva])
      ])
    #expect(simulation.courses[1].standstill.map(\.code) == ["waits-for-measure"])
    #expect(simulation.courses[2].standstill == [.nobodyAsks(TransitionIndex(0), absent: [eva])])
  }

  @Test
  func `somebody else asks where whoever asks could not be replaced`() {
    var sketch = Sketch.office(
      [[StepSketch("sign", by: ["leo", "ben"], quorum: .any)]],
      separate: [["requester", "sign"]])
    sketch.measure("order", kind: "order", owners: ["leo"])
    // Leo and the lawyers may ask; Leo alone is left to sign, so that Eva asks.
    let simulation = play(sketch) { $0.absent = [$1.roadmap.person(named: "ben") ?? .init(0)] }
    #expect(simulation.courses[0].isDone)
  }

  @Test
  func `only the approvals that are named are given`() {
    let stages = [[StepSketch("law", by: ["ben"])], [StepSketch("sign", by: ["ana"])]]
    var sketch = sketch(stages)
    for name in ["one", "two", "three"] { sketch.measure(name, kind: "order", owners: ["leo"]) }
    let simulation = play(sketch) { assumptions, _ in
      assumptions.approvals = [
        .init(MeasureIndex(0), step: nil), .init(MeasureIndex(1), step: "law"),
      ]
    }
    #expect(simulation.courses.map(\.isDone) == [true, false, false])
    let ana = [PersonIndex(0)]
    #expect(
      simulation.courses[1].standstill == [
        .undecided(RouteIndex(0), StepIndex(1), people: ana, absent: [])
      ])
    #expect(simulation.courses[2].standstill.count == 1)
  }

  @Test
  func `papers are supposed to have come, unless they are missing`() {
    var sketch = sketch()
    sketch.document("permit")
    sketch.measure("fair", kind: "event", owners: ["leo"], awaits: ["permit"])
    let there = play(sketch)
    #expect(there.suppositions == [.received(DocumentIndex(0), on: day("2027-03-01"))])
    #expect(there.courses[0].isDone)
    let missing = play(sketch) { assumptions, _ in assumptions.missing = [DocumentIndex(0)] }
    #expect(missing.suppositions == [])
    #expect(missing.courses[0].standstill.map(\.code) == ["waits-for-document"])
  }

  @Test
  func `what is not done by the last day is told with the reason, and what is late`() {
    var sketch = sketch([[StepSketch("sign", by: ["ana"], within: days("9 days"))]])
    let due = try? Period(edtf: "../2027-03-03")
    sketch.measure("long", kind: "event", owners: ["leo"], due: due, takes: days("5 days"))
    sketch.measure("soon", kind: "event", owners: ["leo"], due: try? Period(edtf: "2027-05-01"))
    sketch.measure("order", kind: "order", owners: ["leo"])
    let simulation = play(sketch, until: "2027-03-04")
    #expect(simulation.courses.map(\.isLate) == [true, false, false])
    #expect(
      simulation.courses.map(\.standstill) == [
        [.working(until: day("2027-03-05"))], [.notBefore(day("2027-05-01"))],
        [.decidedOn(RouteIndex(0), StepIndex(0), day("2027-03-10"))],
      ])
    let later = play(sketch, until: "2027-03-31")
    #expect(later.courses[0].finished == day("2027-03-05"))
    #expect(later.courses.map(\.isLate) == [true, false, false])
  }

  @Test
  func `failure 18: a dry run still has effects`() {
    var sketch = sketch([[StepSketch("law", by: ["ben"])], [StepSketch("sign", by: ["ana"])]])
    sketch.measure("order", kind: "order", owners: ["leo"])
    sketch.measure("fair", kind: "event", owners: ["leo"], after: ["order"])
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2027-03-01"))
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ben")
    let (before, bytes) = (run.state, run.state.encode())
    let simulation = Simulation(
      run.engine, from: run.state, on: day("2027-03-02"), through: day("2027-12-31"))
    #expect(simulation.courses.allSatisfy { $0.isDone })
    #expect(simulation.eventCount > 0)
    #expect(run.state == before)
    #expect(run.state.encode() == bytes)
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test
  func `a run is played on from where it stands, with what stands still in it`() {
    var sketch = sketch()
    for name in ["one", "two", "three"] { sketch.measure(name, kind: "event", owners: ["leo"]) }
    sketch.measure("after", kind: "event", owners: ["leo"], after: ["one"])
    sketch.measure("four", kind: "event", owners: ["leo"])
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2027-03-01"))
    run.start("ana")
    run.act(.suspend, on: "one", reason: "flood")
    run.act(.cancel, on: "two", reason: "no money")
    run.advance("three", "hold", by: "leo")
    run.advance("four", "drop", by: "ana")
    let simulation = Simulation(
      run.engine, from: run.state, on: day("2027-03-05"), through: day("2027-04-01"))
    #expect(simulation.courses.map(\.isDone) == [false, false, true, false, false])
    #expect(simulation.courses[0].standstill.map(\.code) == ["suspended"])
    #expect(simulation.courses[1].standstill.map(\.code) == ["cancelled"])
    #expect(simulation.courses[2].finished == day("2027-03-01"))
    #expect(simulation.courses[3].standstill.map(\.code) == ["waits-for-measure"])
    #expect(simulation.courses[4].standstill.map(\.code) == ["given-up"])
    #expect(simulation.eventCount == 0)
  }

  @Test
  func `a file is supposed only where it helps`() {
    let conditions = [
      "measure.attachments.size() > 0": 1, "measure.attachments.size() > 1": 0,
      "now > timestamp('2027-03-09T00:00:00Z')": 0,
      "now > timestamp('2027-03-09T00:00:00Z') && measure.attachments.size() > 0": 1,
      "now > timestamp('2028-03-09T00:00:00Z') && measure.attachments.size() > 0": 0,
    ]
    for (condition, count) in conditions {
      var sketch = sketch()
      sketch.measure("one", kind: "event", owners: ["leo"])
      sketch.measure("two", kind: "event", owners: ["leo"], after: ["one"])
      var roadmap = sketch.build()
      roadmap.guards = [
        TransitionGuard(
          of: TransitionIndex(0), in: LifecycleIndex(1), source: condition,
          .ready(ConditionWorld.program(condition)), using: [])
      ]
      let engine = Engine(roadmap)
      let simulation = Simulation(
        engine, from: engine.initialState, on: day("2027-03-01"), through: day("2027-06-30"))
      let supposed = simulation.suppositions.count {
        if case .attached = $0 { true } else { false }
      }
      #expect(supposed == count * 2, "\(condition)")
      let isDone = !condition.contains("2028") && !condition.contains("> 1")
      #expect(simulation.courses.map(\.isDone) == [isDone, isDone], "\(condition)")
    }
  }

  @Test
  func `the same run is always played alike`() {
    for seed in 0..<30 {
      let engine = Engine(RandomWorld.roadmap(seed: UInt64(seed)))
      let played = (0..<2).map { _ in
        Simulation(
          engine, from: engine.initialState, on: day("2027-03-01"), through: day("2027-06-30"))
      }
      #expect(played[0].courses == played[1].courses)
      #expect(played[0].suppositions == played[1].suppositions)
    }
  }

  @Test
  func `at either end of the calendar nothing is played past it`() {
    var sketch = sketch()
    sketch.measure("one", kind: "event", owners: ["leo"], takes: days("36600 days"))
    sketch.measure("two", kind: "event", owners: ["leo"], after: ["one"])
    let engine = Engine(sketch.build())
    for first in [CivilDate.earliest, .latest] {
      let simulation = Simulation(
        engine, from: engine.initialState, on: first, through: .latest)
      #expect(simulation.courses.count == 2)
      #expect(simulation.courses[0].isDone == (first == .earliest))
    }
    let none = Simulation(
      engine, from: engine.initialState, on: .latest, through: .earliest)
    #expect(none.eventCount == 0)
  }
}

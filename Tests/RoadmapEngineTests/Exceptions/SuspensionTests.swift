import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// A measure stands still for a time, is cancelled, or taken back to work.
@Suite
struct SuspensionTests {
  private func office(
    _ stages: [[StepSketch]], due: String? = nil, start: String = "2018-12-03"
  ) -> Scenario {
    var sketch = Sketch.office(stages, onReturn: "planned")
    sketch.empowerCoordinator()
    sketch.termSetters = ["ana"]
    sketch.measure(
      "order", kind: "order", owners: ["leo"], due: due.flatMap { try? Period(edtf: $0) })
    sketch.measure("plan", kind: "order", owners: ["leo"], after: ["order"])
    var run = Scenario(sketch)
    run.now = Instant(startOf: day(start))
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    return run
  }

  private static func stages(_ within: String? = nil) -> [[StepSketch]] {
    let days = within.flatMap { try? DayCount(reading: $0) }
    return [
      [StepSketch("law", by: ["role:lawyer"], within: days), StepSketch("money", by: ["kim"])],
      [StepSketch("sign", by: ["ana"], within: days)],
    ]
  }

  @Test
  func `nothing is asked, decided or taken back while a measure stands still`() {
    var run = office(Self.stages())
    run.approve("order", by: "ben")
    let before = run.state
    #expect(run.act(.suspend, on: "order", reason: "flood") == [])
    #expect(run.approve("order", by: "eva") == ["suspended"])
    #expect(run.returnForRework("order", by: "kim") == ["suspended"])
    #expect(run.reject("order", by: "kim") == ["suspended"])
    #expect(run.withdraw("order", by: "leo") == ["suspended"])
    #expect(run.skip("order", step: "law") == ["suspended"])
    #expect(run.act(.suspend, on: "order") == ["suspended"])
    #expect(run.advance("order", "drop", by: "leo").first == "suspended")
    #expect(
      run.message().en
        == "1.1 `order` is suspended (since 2018-12-03 by `leo`: flood); somebody with the power "
        + "`resume` may let it go on")
    let actions = run.engine.nextActions(in: run.state)
    #expect(!actions.contains { $0.measure == run.measure("order") })
    #expect(run.act(.resume, on: "order") == [])
    run.state.forgetCounters()
    var expected = before
    expected.forgetCounters()
    #expect(run.state == expected)
    #expect(run.act(.resume, on: "order") == ["not-suspended"])
  }

  @Test
  func `failure 11: resuming releases all parallel gates at once`() {
    var run = office(Self.stages())
    run.approve("order", by: "kim")
    run.approve("order", by: "ben")
    let before = run.round(of: "order")
    run.act(.suspend, on: "order")
    run.now = Instant(startOf: day("2019-06-01"))
    #expect(run.act(.resume, on: "order") == [])
    #expect(run.last.events.count == 1)
    // Only the stage that was open is open, and what had not passed has not.
    #expect(run.round(of: "order") == before)
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [true, false, false])
    #expect(run.round(of: "order")?.steps.map(\.isPassed) == [false, true, false])
    #expect(run.approve("order", by: "ana") == ["step-not-open"])
    #expect(run.advance("plan", "begin", by: "leo") == ["waits-for-measure"])
    run.approve("order", by: "eva")
    run.approve("order", by: "ana")
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test
  func `a measure that stands still is not moved by what a journal says, either`() {
    var run = office(Self.stages())
    run.act(.suspend, on: "order")
    let order = run.measure("order")
    let before = run.state
    run.record(
      .voted(
        order,
        Event.Vote(
          round: 1, step: StepIndex(1), by: run.person("kim"), verdict: .approve, remarks: nil)))
    run.record(.stepPassed(order, round: 1, step: StepIndex(1)))
    run.record(
      .moved(
        order, TransitionIndex(2), from: StateIndex(1), to: StateIndex(3), cause: .direct,
        by: run.person("leo")))
    #expect(run.state.eventCount == before.eventCount + 3)
    #expect(run.state.openRound(of: order) == before.openRound(of: order))
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test(arguments: [
    // Opened on Monday 2018-12-03; suspended and resumed on these days; the last day after that.
    ("5 days", "2018-12-05", "2018-12-09", "2018-12-12"),
    ("5 days", "2018-12-05", "2018-12-05", "2018-12-08"),
    ("3 working days", "2018-12-04", "2018-12-10", "2018-12-12"),
    ("3 working days", "2018-12-07", "2018-12-20", "2018-12-06"),
    ("3 working days", "2018-12-08", "2018-12-09", "2018-12-06"),
    ("1 day", "2018-12-03", "2018-12-13", "2018-12-14"),
  ])
  func `the days on which a measure stands still do not count for its steps`(
    within: String, from: String, through: String, last: String
  ) {
    var run = office(Self.stages(within))
    run.now = Instant(startOf: day(from))
    run.act(.suspend, on: "order")
    #expect(run.round(of: "order")?.steps[0].deadline == nil)
    run.now = Instant(startOf: day(through))
    run.act(.resume, on: "order")
    #expect(run.round(of: "order")?.steps[0].deadline == day(last))
    // A new stage counts anew.
    run.now = Instant(startOf: day("2019-02-01"))
    for person in ["ben", "eva", "kim"] { run.approve("order", by: person) }
    let days = try? DayCount(reading: within)
    #expect(
      run.round(of: "order")?.steps[2].deadline
        == days.flatMap { run.roadmap.heading.calendar.adding($0, to: run.now.date) })
  }

  @Test
  func `timers are silent while a measure stands still, its term goes on and may be extended`() {
    var run = office(Self.stages("1 day"), due: "../2018-12-20")
    run.act(.suspend, on: "order")
    run.now = Instant(startOf: day("2019-01-15"))
    #expect(run.tick() == 0)
    let due = run.engine.deadlines(in: run.state, through: day("2019-01-15"))
    #expect(due.map(\.day) == [day("2018-12-20")])
    #expect(run.extend("order", until: "2019-01-31", by: "ana") == [])
    run.act(.resume, on: "order")
    run.now = Instant(startOf: day("2019-02-05"))
    #expect(run.tick() == 2)
  }

  @Test
  func `a cancelled measure keeps its state, its round ends, and only reopening goes on`() {
    var run = office(Self.stages("1 day"), due: "../2018-12-20")
    run.approve("order", by: "ben")
    #expect(run.act(.cancel, on: "order", reason: "no money") == [])
    #expect(
      run.last.events.last
        == .roundClosed(
          run.measure("order"), round: 1, outcome: .cancelled, by: run.person("leo"), remarks: nil))
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.round(of: "order") == nil)
    for codes in [
      run.act(.cancel, on: "order"), run.act(.suspend, on: "order"),
      run.approve("order", by: "eva"),
      run.extend("order", until: "2019-12-31", by: "ana"),
    ] {
      #expect(codes == ["cancelled"])
    }
    #expect(run.advance("order", "adopt", by: "leo").first == "cancelled")
    #expect(run.advance("plan", "begin", by: "leo") == ["waits-for-cancelled"])
    run.now = Instant(startOf: day("2019-12-01"))
    #expect(run.tick() == 0)
    #expect(run.engine.deadlines(in: run.state, through: run.now.date).isEmpty)
    #expect(run.reopen("order", to: "drafting") == [])
    #expect(run.advance("plan", "begin", by: "leo") == ["waits-for-measure"])
    #expect(run.advance("order", "adopt", by: "leo") == [])
    #expect(run.round(of: "order")?.number == 2)
  }

  @Test
  func `cancelling ends a standstill, and only what is not over is cancelled`() {
    var run = office(Self.stages())
    run.act(.suspend, on: "order")
    #expect(run.act(.cancel, on: "order") == [])
    #expect(run.state.suspension(of: run.measure("order")) == nil)
    #expect(run.act(.resume, on: "order") == ["not-suspended"])
    run.waive("plan", "order")
    run.advance("plan", "drop", by: "leo")
    #expect(run.act(.cancel, on: "plan") == ["already-over"])
  }

  @Test
  func `a measure that was carried out goes back to work, and what it had reached stays reached`() {
    var run = office([[StepSketch("sign", by: ["ana"])]])
    run.approve("order", by: "ana")
    #expect(run.act(.cancel, on: "order") == ["already-over"])
    #expect(run.reopen("order", to: "in-force") == ["cannot-reopen-into"])
    #expect(run.reopen("order", to: "dropped") == ["cannot-reopen-into"])
    #expect(run.reopen("order", to: "drafting", reason: "an error in it") == [])
    #expect(run.stateName(of: "order") == "drafting")
    let order = run.measure("order")
    #expect(run.engine.isPending(order, in: run.state))
    #expect(run.state.reopening(of: order)?.reason == "an error in it")
    // Those that come after it need not wait again.
    #expect(run.advance("plan", "begin", by: "leo") == [])
    #expect(run.reopen("order", to: "planned") == ["not-over"])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ana")
    #expect(run.state.reopening(of: order) == nil)
    #expect(!run.engine.isPending(order, in: run.state))
  }

  @Test
  func `a measure waits again for a part that was taken back to work`() {
    var sketch = Sketch.office([[StepSketch("sign", by: ["ana"])]])
    sketch.empowerCoordinator()
    sketch.measure("whole", kind: "order", owners: ["leo"])
    sketch.measure("part", kind: "order", owners: ["leo"], parent: "whole")
    var run = Scenario(sketch)
    run.start("ana")
    for name in ["whole", "part"] { run.advance(name, "begin", by: "leo") }
    run.advance("part", "adopt", by: "leo")
    run.approve("part", by: "ana")
    run.reopen("part", to: "drafting")
    #expect(run.advance("whole", "adopt", by: "leo") == ["waits-for-part"])
    run.advance("part", "adopt", by: "leo")
    run.approve("part", by: "ana")
    #expect(run.advance("whole", "adopt", by: "leo") == [])
  }

  @Test
  func `a measure that was given up goes back only to where it has stood`() {
    var run = office([[StepSketch("sign", by: ["ana"])]])
    run.withdraw("order", by: "leo")
    run.advance("order", "drop", by: "leo")
    #expect(run.reopen("order", to: "in-force") == ["cannot-reopen-into"])
    #expect(run.reopen("order", to: "planned") == [])
    #expect(run.advance("order", "begin", by: "leo") == [])
  }
}

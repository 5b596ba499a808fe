import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct LagTests {
  /// A run of `order` and `plan`, which waits for it; 2018-12-28 is a Friday, and the Saturday after
  /// it is worked in place of Monday the 31st.
  private func office(_ after: String..., due: Period? = nil) -> Scenario {
    var sketch = Sketch.office([[StepSketch("sign", by: ["role:head"])]])
    sketch.calendar = .russian
    sketch.measure("order", kind: "order", owners: ["leo"], due: due)
    sketch.measure("plan", kind: "order", owners: ["kim"], after: after)
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2018-12-27"))
    run.start("ana")
    return run
  }

  @Test(arguments: [
    ("order+1 day", "2018-12-30", "30 December 2018 (Sunday)"),
    ("order+1 working day", "2018-12-30", "30 December 2018 (Sunday)"),
    ("order+3 days", "2019-01-01", "1 January 2019 (Tuesday)"),
    ("order+2 working days", "2019-01-10", "10 January 2019 (Thursday)"),
    ("order+2 working days..30 days", "2019-01-10", "10 January 2019 (Thursday)"),
    ("order@start-start+1 day", "2018-12-29", "29 December 2018 (Saturday)"),
    ("order@start-start+2 working days", "2019-01-09", "9 January 2019 (Wednesday)"),
  ])
  func `a lag holds a start back until so many days lie between`(
    after: String, first: String, words: String
  ) {
    var run = office(after)
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
    run.now = Instant(startOf: day("2018-12-28"))
    run.finish("order", by: "leo")
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-until"])
    #expect(run.message().en.contains("until \(words)"))
    run.now = Instant(startOf: day(first)).adding(microseconds: -1) ?? run.now
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-until"])
    run.now = Instant(startOf: day(first))
    #expect(run.advance("plan", "begin", by: "kim") == [])
  }

  @Test(arguments: ["order", "order+0 days", "order+0", "order+..5 days"])
  func `without days between, the same day will do`(after: String) {
    var run = office(after)
    run.finish("order", by: "leo")
    #expect(run.advance("plan", "begin", by: "kim") == [])
  }

  @Test
  func `a lag with only a maximum makes nobody wait`() {
    var run = office("order+..1 day")
    #expect(run.advance("plan", "begin", by: "kim") == [])
  }

  @Test
  func `a start may wait for a start, and a finish for a start or a finish`() {
    var run = office("order@start-start", "order@finish-finish+2 days")
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
    #expect(run.message().en.contains("to reach its start"))
    run.advance("order", "begin", by: "leo")
    #expect(run.advance("plan", "begin", by: "kim") == [])
    #expect(run.advance("plan", "adopt", by: "kim") == ["waits-for-measure"])
    run.finish("order", by: "leo")
    #expect(run.advance("plan", "adopt", by: "kim") == ["waits-until"])
    run.now = Instant(startOf: day("2018-12-29"))
    #expect(run.advance("plan", "adopt", by: "kim") == [])

    var other = office("order@start-finish")
    #expect(other.advance("plan", "begin", by: "kim") == [])
    #expect(other.advance("plan", "adopt", by: "kim") == ["waits-for-measure"])
    other.advance("order", "begin", by: "leo")
    #expect(other.advance("plan", "adopt", by: "kim") == [])
  }

  @Test
  func `a measure that was dropped before it began has not started`() {
    var run = office("order@start-start")
    run.advance("order", "drop", by: "leo")
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
  }

  @Test
  func `what waits is asked again when the last approval is given`() {
    var run = office("order@finish-finish+2 days")
    run.finish("order", by: "leo")
    run.advance("plan", "begin", by: "kim")
    run.now = Instant(startOf: day("2018-12-29"))
    run.advance("plan", "adopt", by: "kim")
    run.now = Instant(startOf: day("2018-12-28"))
    #expect(run.approve("plan", by: "ana") == ["waits-until"])
    run.now = Instant(startOf: day("2018-12-29"))
    #expect(run.approve("plan", by: "ana") == [])
  }

  @Test
  func `a negative lag goes by the plan until the predecessor is done`() throws {
    let due = try Period(edtf: "../2019-01-15")
    var run = office("order+-3 days", due: due)
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-until"])
    run.now = Instant(startOf: day("2019-01-12"))
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-until"])
    run.now = Instant(startOf: day("2019-01-13"))
    #expect(run.advance("plan", "begin", by: "kim") == [])
    var early = office("order+-3 days", due: due)
    early.finish("order", by: "leo")
    #expect(early.advance("plan", "begin", by: "kim") == [])
    var undated = office("order+-3 days")
    #expect(undated.advance("plan", "begin", by: "kim") == ["waits-for-measure"])
  }

  @Test
  func `a start counts as the first day up to a finish that waits for it`() {
    var run = office("order@start-finish+2 days")
    run.now = Instant(startOf: day("2018-12-28"))
    run.advance("order", "begin", by: "leo")
    run.advance("plan", "begin", by: "kim")
    #expect(run.advance("plan", "adopt", by: "kim") == ["waits-until"])
    run.now = Instant(startOf: day("2018-12-29"))
    #expect(run.advance("plan", "adopt", by: "kim") == [])
  }

  @Test
  func `what takes no time is done at the beginning of its day, or after what it waited for`() {
    var sketch = Sketch.office([[StepSketch("sign", by: ["role:head"])]])
    for (id, after) in [("work", []), ("alone", []), ("last", ["work"])] as [(String, [String])] {
      sketch.measure(
        id, kind: "order", owners: ["leo"], after: after,
        takes: id == "work" ? nil : DayCount(0, .calendar))
    }
    sketch.measure("next", kind: "order", owners: ["leo"], after: ["alone+1 day"])
    sketch.measure("end", kind: "order", owners: ["leo"], after: ["last+1 day"])
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2018-12-27"))
    run.start("ana")
    for id in ["alone", "work", "last"] { run.finish(id, by: "leo") }
    run.now = Instant(startOf: day("2018-12-28"))
    #expect(run.advance("next", "begin", by: "leo") == [])
    #expect(run.advance("end", "begin", by: "leo") == ["waits-until"])
    run.now = Instant(startOf: day("2018-12-29"))
    #expect(run.advance("end", "begin", by: "leo") == [])
  }

  @Test
  func `negative lags that go around hold nobody back, and leave a last day`() throws {
    var sketch = Sketch.office([[StepSketch("sign", by: ["role:head"])]])
    sketch.measure("order", kind: "order", owners: ["leo"], after: ["plan@start-start+-5 days"])
    sketch.measure("plan", kind: "order", owners: ["kim"], after: ["order@start-start+2 days"])
    sketch.measure("list", kind: "order", owners: ["kim"], after: ["order@start-start+-5 days"])
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2018-12-27"))
    run.start("ana")
    // What does not go around waits, since no day is planned.
    #expect(run.advance("list", "begin", by: "kim") == ["waits-for-measure"])
    #expect(run.advance("order", "begin", by: "leo") == [])
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-until"])
    let deadlines = run.engine.lagDeadlines(of: run.measure("plan"), in: run.state)
    #expect(deadlines.map(\.day) == [day("2019-01-01")])
    #expect(
      deadlines.map(\.matter) == [.lag(after: run.measure("order"), toStart: true)])
    run.now = Instant(startOf: day("2018-12-29"))
    #expect(run.advance("plan", "begin", by: "kim") == [])
    #expect(run.engine.lagDeadlines(of: run.measure("plan"), in: run.state).isEmpty)
  }

  @Test
  func `a lag counts from the day on which a named state was reached`() {
    var run = office("order:drafting+2 days")
    run.advance("order", "begin", by: "leo")
    run.now = Instant(startOf: day("2018-12-28"))
    #expect(run.advance("plan", "begin", by: "kim") == ["waits-until"])
    run.now = Instant(startOf: day("2018-12-29"))
    #expect(run.advance("plan", "begin", by: "kim") == [])
  }

  @Test
  func `days survive a snapshot`() throws {
    var run = office("order:drafting+2 days")
    run.finish("order", by: "leo")
    let again = try #require(RunState(decoding: run.state.encode(), for: run.engine))
    #expect(again == run.state)
    #expect(again.began(run.measure("order")) == day("2018-12-27"))
    #expect(again.finished(run.measure("order")) == day("2018-12-27"))
    #expect(again.began(run.measure("plan")) == nil)
  }
}

extension Scenario {
  /// Carries a document out: its owner begins and asks, the head agrees.
  mutating func finish(_ measure: String, by owner: String) {
    advance(measure, "begin", by: owner)
    advance(measure, "adopt", by: owner)
    approve(measure, by: "ana")
  }
}

import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// What timers of a run do, and what they never do. 2018-12-28 is a Friday; by the calendar `ru` the
/// Saturday after it is worked, and the next working day is 2019-01-09.
@Suite
struct TimerTests {
  private func office(
    within days: String? = nil, due: String? = nil, escalate: [String] = ["ana"]
  ) -> Scenario {
    let within = days.flatMap { try? DayCount(reading: $0) }
    var sketch = Sketch.office([
      [StepSketch("law", by: ["role:lawyer"], within: within, escalate: escalate)]
    ])
    sketch.calendar = .russian
    sketch.escalate = escalate
    sketch.termSetters = ["role:head"]
    sketch.measure(
      "order", kind: "order", owners: ["leo"], due: due.flatMap { try? Period(edtf: $0) })
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2018-12-01"))
    run.start("ana")
    return run
  }

  /// Opens the round of `order` at a moment.
  private func waiting(_ days: String, since moment: String) -> Scenario {
    var run = office(within: days)
    run.advance("order", "begin", by: "leo")
    run.now = Instant(isoDateOrTime: moment) ?? run.now
    run.advance("order", "adopt", by: "leo")
    return run
  }

  @Test
  func `failure 6: a timeout passes as approval`() {
    var run = waiting("1 day", since: "2018-12-28")
    run.now = Instant(startOf: day("2028-01-01"))
    #expect(run.tick() == 2)
    #expect(
      run.last.events.allSatisfy { event in
        switch event {
        case .reminded, .escalated: true
        default: false
        }
      })
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.stepView("law").given == [])
    // Whoever is told of it may decide no more than before.
    #expect(run.approve("order", by: "ana") == ["not-eligible"])
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test(arguments: [
    // A day is a day, and not 24 hours of work, which would be three days.
    ("P1D", "2018-12-27", "2018-12-28"), ("1 day", "2018-12-27T09:00:00Z", "2018-12-28"),
    ("1 working day", "2018-12-27", "2018-12-28"), ("1 working day", "2018-12-28", "2018-12-29"),
    ("2 working days", "2018-12-27", "2018-12-29"), ("P1W", "2018-12-27", "2019-01-03"),
  ])
  func `failure 16: P1D in a business calendar means 24 business hours, about three days`(
    within: String, opened: String, last: String
  ) {
    #expect(waiting(within, since: opened).round(of: "order")?.steps[0].deadline == day(last))
  }

  @Test(arguments: [
    // Before and after hours, on a day off and on the last moment of a day.
    ("2018-12-28T05:00:00Z", "2018-12-29"), ("2018-12-28T23:59:59Z", "2018-12-29"),
    ("2018-12-29T12:00:00Z", "2019-01-09"), ("2018-12-31T12:00:00Z", "2019-01-09"),
    ("2019-01-02T12:00:00Z", "2019-01-09"), ("2018-12-23T12:00:00Z", "2018-12-24"),
  ])
  func `failure 17: a timer set before or after hours, or on a holiday, fires on the wrong day`(
    opened: String, last: String
  ) throws {
    var run = waiting("1 working day", since: opened)
    let after = try #require(day(last).adding(days: 1))
    run.now = try #require(Instant(startOf: after).adding(microseconds: -1))
    #expect(run.tick() == 0)
    run.now = Instant(startOf: after)
    #expect(run.tick() == 2)
    #expect(run.tick() == 0)
  }

  @Test
  func `a step that waits too long is told once to those who decide and once above them`() {
    var run = waiting("2 working days", since: "2018-12-24")
    run.now = Instant(startOf: day("2018-12-27"))
    run.approve("order", by: "ben")
    #expect(run.tick() == 2)
    guard case .reminded(let first, nil)? = run.last.events.first,
      case .escalated(let second, nil)? = run.last.events.last
    else {
      Issue.record("two other events")
      return
    }
    #expect(first.cause == .stepLate && first.deadline == day("2018-12-26"))
    #expect(run.names(first.people) == ["eva"] && run.names(second.people) == ["ana"])
    #expect(run.tick() == 0)
    // The next round has timers of its own.
    run.returnForRework("order", by: "eva")
    run.advance("order", "adopt", by: "leo")
    run.now = Instant(startOf: day("2019-01-10"))
    #expect(run.tick() == 2)
  }

  @Test
  func `steps of a later stage count from the day on which they are opened`() {
    var sketch = Sketch.office([
      [StepSketch("law", by: ["ben"], within: DayCount(1, .calendar))],
      [StepSketch("sign", by: ["ana"], within: DayCount(1, .calendar))],
    ])
    sketch.measure("order", kind: "order", owners: ["leo"])
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2018-12-24"))
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    #expect(run.round(of: "order")?.steps.map(\.deadline) == [day("2018-12-25"), nil])
    run.now = Instant(startOf: day("2018-12-27"))
    run.approve("order", by: "ben")
    #expect(run.round(of: "order")?.steps.map(\.deadline) == [nil, day("2018-12-28")])
    #expect(run.tick() == 0)
  }

  @Test
  func `a term is told when it is due soon and when it is over, once each`() {
    var run = office(due: "../2019-01-09")
    // Three working days before 9 January 2019.
    run.now = Instant(startOf: day("2018-12-26"))
    #expect(run.tick() == 0)
    run.now = Instant(startOf: day("2018-12-27"))
    #expect(run.tick() == 1)
    #expect(run.tick() == 0)
    run.now = Instant(startOf: day("2019-01-09"))
    #expect(run.tick() == 0)
    run.now = Instant(startOf: day("2019-01-10"))
    #expect(run.tick() == 2)
    run.now = Instant(startOf: day("2020-01-01"))
    #expect(run.tick() == 0)
    #expect(run.stateName(of: "order") == "planned")
  }

  @Test
  func `a term that is long over is not told to be due soon, too`() {
    var run = office(due: "../2018-12-10", escalate: [])
    run.now = Instant(startOf: day("2019-06-01"))
    #expect(run.tick() == 1)
    run.now = Instant(startOf: day("2018-12-09"))
    #expect(run.tick() == 0)
  }

  @Test(arguments: ["drop", "finish"])
  func `nobody is reminded of what is over`(way: String) {
    var run = office(due: "../2018-12-10")
    if way == "drop" {
      run.advance("order", "drop", by: "leo")
    } else {
      run.advance("order", "begin", by: "leo")
      run.advance("order", "adopt", by: "leo")
      run.approve("order", by: "ben")
      run.approve("order", by: "eva")
    }
    run.now = Instant(startOf: day("2019-06-01"))
    #expect(run.tick() == 0)
    #expect(run.engine.deadlines(in: run.state, through: day("2030-01-01")).isEmpty)
  }

  @Test
  func `timers survive a snapshot, and every prefix of the journal replays`() throws {
    var run = waiting("1 day", since: "2018-12-24")
    run.now = Instant(startOf: day("2018-12-30"))
    #expect(run.tick() == 2)
    var again = run.engine.initialState
    for entry in run.journal { run.engine.evolve(&again, entry.event, at: entry.at) }
    #expect(again == run.state)
    let kept = try #require(RunState(decoding: run.state.encode(), for: run.engine))
    #expect(kept == run.state)
    #expect(run.engine.decide(.tick(by: nil), in: kept, at: run.now).events == [])
  }

  @Test
  func `deadlines are listed by day, with the maxima of lags among them`() throws {
    var sketch = Sketch.office([
      [StepSketch("law", by: ["ben"], within: DayCount(2, .working))]
    ])
    sketch.measure(
      "order", kind: "order", owners: ["leo"], due: try Period(edtf: "../2018-12-20"))
    sketch.measure("plan", kind: "order", owners: ["kim"], after: ["order:drafting+..5 days"])
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2018-12-03"))
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    let found = run.engine.deadlines(in: run.state, through: day("2018-12-31"))
    #expect(found.map(\.day) == [day("2018-12-05"), day("2018-12-08"), day("2018-12-20")])
    #expect(found.map { run.names($0.people) } == [["ben"], ["kim"], ["leo"]])
    #expect(
      found[1].matter == .lag(after: run.measure("order"), toStart: true))
    #expect(run.engine.deadlines(in: run.state, through: day("2018-12-06")).count == 1)
    run.now = Instant(startOf: day("2018-12-20"))
    #expect(run.advance("plan", "begin", by: "kim") == [])
    #expect(run.engine.deadlines(in: run.state, through: day("2018-12-31")).count == 2)
  }

  @Test
  func `a received document opens a window that ends so many days after its date`() throws {
    var sketch = Sketch.office([[StepSketch("law", by: ["ben"])]])
    sketch.calendar = .russian
    sketch.termSetters = ["ana"]
    sketch.document("region")
    sketch.measure(
      "order", kind: "order", owners: ["leo"], awaits: ["region+2 working days"])
    sketch.measure(
      "plan", kind: "order", owners: ["leo"], awaits: ["region+2 working days"],
      due: try Period(edtf: "../2018-12-31"))
    var run = Scenario(sketch)
    run.now = Instant(startOf: day("2019-01-02"))
    run.start("ana")
    let deadline = { (run: Scenario, name: String) in
      run.roadmap.deadline(of: run.measure(name), in: run.state)
    }
    #expect(deadline(run, "order") == nil && deadline(run, "plan") == day("2018-12-31"))
    run.receive("region", date: "2018-12-28", by: "kim")
    #expect(deadline(run, "order") == day("2019-01-09"))
    #expect(deadline(run, "plan") == day("2018-12-31"))
    run.extend("order", until: "2019-02-01", by: "ana")
    #expect(deadline(run, "order") == day("2019-02-01"))
  }

  // MARK: Extending

  @Test
  func `only who sets terms extends one, to a later day and with a reason`() {
    var run = office(due: "../2018-12-10")
    #expect(run.extend("order", until: "2018-12-20", by: "leo") == ["not-term-setter"])
    #expect(run.extend("order", until: "2018-12-10", by: "ana") == ["not-an-extension"])
    #expect(run.extend("order", until: "2018-12-20", reason: " ", by: "ana") == ["reason-missing"])
    #expect(run.extend("order", until: "2018-12-20", by: "ana") == [])
    #expect(run.roadmap.deadline(of: run.measure("order"), in: run.state) == day("2018-12-20"))
    #expect(run.extend("order", until: "2018-12-20", by: "ana") == ["not-an-extension"])
    run.advance("order", "drop", by: "leo")
    #expect(run.extend("order", until: "2019-12-20", by: "ana") == ["already-over"])
  }

  @Test
  func `without a word on who sets terms nobody extends one, and without a term there is none`() {
    var sketch = Sketch.office([[StepSketch("law", by: ["ben"])]])
    sketch.measure("order", kind: "order", owners: ["leo"])
    var run = Scenario(sketch)
    run.start("ana")
    #expect(
      run.extend("order", until: "2018-12-20", by: "ana") == ["not-term-setter", "no-term"])
    #expect(run.message().en.contains("nobody may extend"))
  }

  @Test
  func `an extended term reminds anew`() {
    var run = office(due: "../2018-12-10")
    run.now = Instant(startOf: day("2018-12-11"))
    #expect(run.tick() == 2)
    run.extend("order", until: "2018-12-20", by: "ana")
    #expect(run.tick() == 0)
    run.now = Instant(startOf: day("2018-12-18"))
    #expect(run.tick() == 1)
    run.now = Instant(startOf: day("2018-12-21"))
    #expect(run.tick() == 2)
  }
}

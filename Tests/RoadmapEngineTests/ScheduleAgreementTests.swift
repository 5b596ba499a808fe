import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

/// A run in which everything happens on its scheduled earliest day.
@Suite struct `A run on schedule` {
  /// Measures made from a seed: dependencies of all kinds with lags of either sign.
  private struct Plan {
    struct Row {
      let id: String
      let after: [String]
      let takes: DayCount?
      let first: Period?
      let hasPlainWait: Bool
    }

    var rows: [Row] = []
    let calendar: WorkingCalendar

    init(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      calendar = numbers.chance(70) ? .russian : .weekdays
      for position in 0..<Int.random(in: 2...6, using: &numbers) { addRow(position, &numbers) }
    }

    private mutating func addRow(_ position: Int, _ numbers: inout SeededNumbers) {
      var after: [String] = []
      var hasPlainWait = false
      for other in 0..<position where numbers.chance(60) {
        let kind = numbers.one(of: Dependency.Kind.allCases)
        var days = Int.random(in: -6...6, using: &numbers)
        // At which end of its day something without duration will be, nobody knows beforehand.
        if rows[other].takes?.count == 0 { days = kind == .finishFinish ? 1 : abs(days) }
        let unit = numbers.chance(50) ? "days" : "working days"
        hasPlainWait = hasPlainWait || days == 0
        after.append("m\(other)@\(kind.rawValue)" + (days == 0 ? "" : "+\(days) \(unit)"))
      }
      let start = CivilDate(dayNumber: 17_885 + Int.random(in: 0..<14, using: &numbers))
      // What takes no time, but whose finish waits, counts as done at the end of its day in a run.
      let mayTakeNone = after.allSatisfy {
        !$0.contains("@finish-finish") && !$0.contains("@start-finish")
      }
      let takes = DayCount(
        mayTakeNone && numbers.chance(30) ? 0 : Int.random(in: 1...5, using: &numbers),
        numbers.chance(50) ? .calendar : .working)
      rows.append(
        Row(
          id: "m\(position)", after: after, takes: numbers.chance(20) ? nil : takes,
          first: Period(from: start, to: nil), hasPlainWait: hasPlainWait))
    }

    func sketch(_ dues: [Period?]) -> Sketch {
      var sketch = Sketch()
      sketch.calendar = calendar
      sketch.person("ana")
      sketch.lifecycle(
        LifecycleSketch(
          "work", states: ["planned", "going", "held"], done: ["held"],
          transitions: [
            TransitionSketch("begin", from: ["planned"], to: "going"),
            TransitionSketch("finish", from: ["going"], to: "held"),
          ]))
      sketch.kind("event", lifecycle: "work")
      for (row, due) in zip(rows, dues) {
        sketch.measure(
          row.id, kind: "event", owners: ["ana"], after: row.after, due: due, takes: row.takes)
      }
      return sketch
    }
  }

  /// The scheduled earliest days of each measure, as first and last.
  private func days(_ schedule: Schedule) -> [(first: CivilDate, last: CivilDate)] {
    schedule.windows.compactMap { window in
      guard let first = schedule.start(of: window.earliest).flatMap(schedule.date),
        let last = schedule.finish(of: window.earliest).flatMap(schedule.date)
      else { return nil }
      return (first, last)
    }
  }

  @Test func `lets each measure begin and end on its earliest day, and none before`() throws {
    var held = 0
    for seed in 1...2000 as ClosedRange<UInt64> {
      let plan = Plan(seed: seed)
      let schedule = Schedule(of: plan.sketch(plan.rows.map(\.first)).build())
      let days = days(schedule)
      try #require(days.count == plan.rows.count, "seed \(seed)")
      // The terms are what the run goes by before a negative lag.
      let dues = days.map { Period(from: $0.first, to: $0.last) }
      var run = Scenario(plan.sketch(dues))
      run.now = Instant(startOf: day("2018-01-01"))
      run.start("ana")
      var open = Set(plan.rows.indices.flatMap { [Step($0, true), Step($0, false)] })
      let last = try #require(days.map(\.last).max())
      var today = try #require(days.map(\.first).min()).adding(days: -3)
      while let now = today, now <= last {
        run.now = Instant(startOf: now)
        carryOut(&open, plan, days, on: now, &run, seed)
        let morning = try #require(now.adding(days: 1))
        held += refuse(open, plan, days, schedule, on: now, before: morning, run, seed)
        today = morning
      }
      #expect(open.isEmpty, "seed \(seed): \(open)")
    }
    #expect(held > 200)
  }

  /// A start or a finish of a measure.
  private struct Step: Hashable {
    let row: Int
    let isStart: Bool

    init(_ row: Int, _ isStart: Bool) { (self.row, self.isStart) = (row, isStart) }

    func day(_ days: [(first: CivilDate, last: CivilDate)]) -> CivilDate {
      isStart ? days[row].first : days[row].last
    }
  }

  /// Does what is scheduled for a day, in any order in which it can be done.
  private func carryOut(
    _ open: inout Set<Step>, _ plan: Plan, _ days: [(first: CivilDate, last: CivilDate)],
    on now: CivilDate, _ run: inout Scenario, _ seed: UInt64
  ) {
    var moved = true
    while moved {
      moved = false
      for step in open.sorted(by: { ($0.row, $0.isStart ? 0 : 1) < ($1.row, $1.isStart ? 0 : 1) })
      where step.day(days) <= now {
        let done = run.advance(
          plan.rows[step.row].id, step.isStart ? "begin" : "finish", by: "ana")
        guard done.isEmpty else { continue }
        open.remove(step)
        moved = true
      }
    }
    for step in open where step.day(days) == now {
      Issue.record("seed \(seed): \(step) on \(now), \(run.last.blockers)")
    }
  }

  /// Tries what is scheduled for the next day; answers how much of it lags hold back.
  private func refuse(
    _ open: Set<Step>, _ plan: Plan, _ days: [(first: CivilDate, last: CivilDate)],
    _ schedule: Schedule, on now: CivilDate, before morning: CivilDate, _ run: Scenario,
    _ seed: UInt64
  ) -> Int {
    var held = 0
    for step in open where step.isStart && step.day(days) == morning {
      let row = plan.rows[step.row]
      // A start on the first day of its term is held back by nothing but the term.
      guard !row.hasPlainWait, let first = row.first?.from, morning > first else { continue }
      var early = run
      early.now = Instant(startOf: now)
      let refusal = early.advance(row.id, "begin", by: "ana")
      #expect(!refusal.isEmpty, "seed \(seed): \(row.id) began on \(now)")
      if refusal.contains("waits-until") { held += 1 }
    }
    return held
  }
}

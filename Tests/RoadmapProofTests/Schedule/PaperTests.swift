import CivilTime
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

/// A paper that opens a window: `print` takes ten days and must follow `draft`, which takes twenty.
@Suite struct `The window of a paper` {
  private func schedule(_ windows: String..., due: String = "2027") -> Schedule {
    var sketch = Sketch.working()
    sketch.document("permit")
    sketch.measure("draft", kind: "event", owners: ["ana"], takes: DayCount(20, .calendar))
    for (position, window) in windows.enumerated() {
      sketch.measure(
        "print\(position)", kind: "event", owners: ["ana"], after: ["draft"],
        awaits: [window], takes: DayCount(10, .calendar))
    }
    sketch.period = try? Period(edtf: due)
    return Schedule(of: sketch.build())
  }

  private func days(_ schedule: Schedule) -> [String?] {
    [schedule.papers[0].earliest, schedule.papers[0].latest].map { $0.map(schedule.text) }
  }

  @Test func `leaves the paper the days on which it may arrive`() {
    // The print is from 21 to 30 January at the earliest, from 22 to 31 December at the latest.
    #expect(days(schedule("permit+30 days")) == ["2026-12-31", "2027-12-22"])
    #expect(days(schedule("permit+9 days")) == ["2027-01-21", "2027-12-22"])
    #expect(days(schedule("permit")) == [nil, "2027-12-22"])
    // 21 January 2027 is a Thursday: the tenth day of work is a Saturday.
    // Ten days with no more than six working days after the first one end on a Monday, too.
    #expect(days(schedule("permit+6 working days")) == ["2027-01-21", "2027-12-18"])
  }

  @Test func `is kept by all who wait for the paper, or by none`() {
    let both = schedule("permit+15 days", "permit+9 days")
    #expect(both.conflicts.isEmpty)
    #expect(days(both) == ["2027-01-21", "2027-12-22"])
  }

  @Test func `that is too short for the work is a conflict`() {
    let conflicts = schedule("permit+8 days").conflicts
    #expect(conflicts.map { Set($0.links.map(\.kind)) } == [[.paper, .takes, .window]])
    #expect(conflicts.map(\.excess) == [1])
    // Ten days from a Friday on have five working days after the first one.
    #expect(schedule("permit+5 working days").conflicts.isEmpty)
    #expect(schedule("permit+4 working days").conflicts.count == 1)
  }
}

import RoadmapModel
import RoadmapProof
import Testing

/// Projects of the literature, made from seeds, against a search of their own.
@Suite struct `A project of the literature` {
  typealias Writing = ProjectSample.Writing

  private func conflicts(_ reading: Reading) -> [ScheduleConflict] {
    Schedule(of: reading.roadmap).conflicts
  }

  /// What is wrong with a project; how it is written is not.
  private func errors(_ reading: Reading) -> [String] {
    Set(reading.codes).subtracting(["redundant-dependency", "duplicate-dependency"]).sorted()
  }

  @Test(arguments: [30, 60, 90, 120], 1...6 as ClosedRange<UInt64>)
  func `is as long as its longest chain, and fits in as many days`(
    activities: Int, seed: UInt64
  ) throws {
    let project = ProjectSample.precedence(seed: seed, activities: activities)
    let length = try #require(project.length)
    let schedule = Schedule(of: Reading(project.yaml()).roadmap)
    #expect(schedule.length == length)
    #expect(schedule.windows.count == activities + 2)
    #expect(errors(Reading(project.yaml(within: length))) == [])
    #expect(Schedule(of: Reading(project.yaml(within: length)).roadmap).windows[0].slack == 0)

    let late = Reading(project.yaml(within: length - 1))
    #expect(errors(late) == ["schedule-conflict"])
    let conflict = try #require(conflicts(late).first)
    #expect(conflict.excess == 1)
    // From the first day to the last one: what takes time along the chain is all of the length.
    let taken = conflict.links.filter { $0.kind == .takes }.compactMap(\.measure)
    #expect(taken.map { project.durations[$0.position] }.reduce(0, +) == length)
  }

  @Test(arguments: Writing.allCases, 1...25 as ClosedRange<UInt64>)
  func `with lags keeps its deadline, and no earlier one`(
    writing: Writing, seed: UInt64
  ) throws {
    let project = ProjectSample.lags(seed: seed, activities: 20, isTight: false)
    let length = try #require(project.length)
    let starts = try #require(project.starts)
    let schedule = Schedule(of: Reading(project.yaml(writing)).roadmap)
    #expect(schedule.length == length)
    #expect(schedule.windows.map { $0.earliest.start.map { $0 - 20_819 } } == starts)
    #expect(errors(Reading(project.yaml(writing, within: length))) == [])
    let late = Reading(project.yaml(writing, within: length - 1))
    #expect(errors(late) == ["schedule-conflict"])
    #expect(conflicts(late).first?.excess == 1)
  }

  @Test(arguments: Writing.allCases)
  func `with lags too small is told with the circle that cannot be kept`(
    writing: Writing
  ) throws {
    var broken = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let project = ProjectSample.lags(seed: seed, activities: 15, isTight: true)
      let reading = Reading(project.yaml(writing))
      #expect(errors(reading) == (project.length == nil ? ["schedule-conflict"] : []))
      guard project.length == nil else { continue }
      broken += 1
      for conflict in conflicts(reading) {
        #expect(conflict.excess > 0)
        #expect(conflict.links.contains { $0.kind == .dependency || $0.kind == .atMost })
      }
    }
    #expect(broken > 5)
  }

  @Test(arguments: [
    // Only what takes no time.
    ("[{id: a, title: A, kind: task, owners: [ann], takes: 0}]", 0),
    (
      """
      [{id: a, title: A, kind: task, owners: [ann], takes: 0}, \
      {id: b, title: B, kind: task, owners: [ann], takes: 0 days, after: [a]}]
      """, 0
    ),
    // Several beginnings and ends, and something beside them.
    (
      """
      [{id: a, title: A, kind: task, owners: [ann], takes: 3 days}, \
      {id: b, title: B, kind: task, owners: [ann], takes: 4 days}, \
      {id: c, title: C, kind: task, owners: [ann], takes: 2 days, after: [a, b]}, \
      {id: d, title: D, kind: task, owners: [ann], takes: 5 days}]
      """, 6
    ),
    ("[{id: a, title: A, kind: task, owners: [ann]}]", 1),
  ])
  func `needs neither a period nor a term`(measures: String, length: Int) {
    let reading = Reading("sections:\n  - title: S\n    measures: \(measures)")
    #expect(Schedule(of: reading.roadmap).length == length)
    #expect(reading.codes == [])
  }
}

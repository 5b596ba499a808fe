import Foundation
import Testing

/// Projects as the literature has them: durations and dependencies, no dates.
@Suite struct `The critical path of a project` {
  /// A project made from a seed: for each activity its duration and what comes before it.
  private struct Project {
    var durations = [0]
    var before: [[Int]] = [[]]

    init(seed: UInt64, count: Int) {
      var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
      func random(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % limit
      }
      for activity in 1...count {
        durations.append(1 + random(10))
        before.append(Array(Set((0...random(3)).map { _ in random(activity) })).sorted())
      }
      durations.append(0)
      before.append(Array(1...count))
    }

    /// The earliest finish of each activity.
    var finishes: [Int] {
      var finishes: [Int] = []
      for (activity, duration) in durations.enumerated() {
        finishes.append(duration + (before[activity].map { finishes[$0] }.max() ?? 0))
      }
      return finishes
    }

    func yaml(period: String = "", lines: (Int) -> String = { _ in "" }) -> String {
      var text = """
        vekha: 1
        roadmap: {id: project, title: Project\(period)}
        people: {ana: {name: Ana}}
        kinds: {task: {lifecycle: task}}
        lifecycles:
          task:
            initial: planned
            states: {planned: {}, done: {done: true}}
            transitions: {finish: {from: planned, to: done, by: owner}}
        sections:
          - title: All
            measures:

        """
      for (activity, duration) in durations.enumerated() {
        let after = before[activity].map { "a\($0)" }.joined(separator: ", ")
        text += "      - {id: a\(activity), title: A\(activity), kind: task, owners: [ana], "
        text += "takes: \(duration) days, after: [\(after)]\(lines(activity))}\n"
      }
      return text
    }
  }

  let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `is as long as the longest chain`(seed: UInt64) throws {
    let project = Project(seed: seed, count: 30)
    try place.write(project.yaml(), to: "project.yaml")
    let answer = try place.run(["schedule", "project.yaml", "--format", "json"])
    #expect(answer.exit == 0, "\(answer.err)")
    let schedule = try answer.json()
    #expect(schedule["length"] as? Int == project.finishes.last)
    let rows = try #require(schedule["measures"] as? [[String: Any]])
    let finishes = rows.map { ($0["earliest"] as? [String: Int])?["finish"] }
    #expect(finishes == project.finishes)
    for row in rows { #expect((row["slack"] as? Int == 0) == (row["critical"] as? Bool)) }
    let path = try #require(schedule["path"] as? [String])
    let length = path.compactMap { Int($0.dropFirst()) }.map { project.durations[$0] }.reduce(0, +)
    #expect(length == project.finishes.last)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `fits its deadline, and not one a day earlier`(seed: UInt64) throws {
    let project = Project(seed: seed, count: 20)
    let length = try #require(project.finishes.last)
    let first = try #require(ISO8601DateFormatter().date(from: "2027-01-01T00:00:00Z"))
    for (days, exit) in [(length, Int32(0)), (length - 1, 1)] {
      let last = first.addingTimeInterval(Double(days - 1) * 86_400)
      let due = String(ISO8601DateFormatter().string(from: last).prefix(10))
      try place.write(project.yaml(period: ", period: 2027-01-01/\(due)"), to: "project.yaml")
      #expect(try place.run(["validate", "project.yaml"]).exit == exit)
    }
  }

  @Test func `keeps least and greatest lags in loops`() throws {
    // b starts 4 to 6 days after a, c 3 days after b and at most 8 after a.
    let measures = { (most: Int) in
      """
      vekha: 1
      roadmap: {id: loop, title: Loop}
      people: {ana: {name: Ana}}
      kinds: {task: {lifecycle: task}}
      lifecycles:
        task:
          initial: planned
          states: {planned: {}, done: {done: true}}
          transitions: {finish: {from: planned, to: done, by: owner}}
      sections:
        - title: All
          measures:
            - {id: a, title: A, kind: task, owners: [ana], takes: 2 days}
            - id: b
              title: B
              kind: task
              owners: [ana]
              after: [{measure: a, kind: start-start, lag: {min: 4 days, max: 6 days}}]
            - id: c
              title: C
              kind: task
              owners: [ana]
              after:
                - {measure: b, kind: start-start, lag: 3 days}
                - {measure: a, kind: start-start, lag: {max: \(most) days}}

      """
    }
    for (most, exit) in [(7, Int32(0)), (6, 1)] {
      try place.write(measures(most), to: "loop.yaml")
      let answer = try place.run(["schedule", "loop.yaml", "--format", "json"])
      #expect(answer.exit == exit, "\(answer.err)")
      let conflicts = try #require(try answer.json()["conflicts"] as? [[String: Any]])
      #expect(conflicts.map { $0["days"] as? Int } == (exit == 0 ? [] : [1]))
    }
  }
}

import Foundation
import Testing

/// The road map that ships, and what becomes of it when it is changed as its notes propose.
@Suite struct `The schedule of the school programme` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  /// The windows of the schedule by measure.
  private func windows(of file: String) throws -> [String: [String: Any]] {
    let answer = try place.run(["schedule", file, "--format", "json"])
    #expect(answer.exit == 0, "\(answer.err)")
    let rows = try #require(try answer.json()["measures"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"] as? String ?? "", $0) })
  }

  private func day(_ window: [String: Any]?, _ span: String, _ side: String) -> String? {
    (window?[span] as? [String: Any])?[side] as? String
  }

  /// Writes the road map with lines put in after the one that declares a measure.
  private func change(_ edits: [(measure: String, from: String, to: String)]) throws -> String {
    var text = try place.read(Workplace.school)
    for edit in edits {
      let start = try #require(text.range(of: "- id: \(edit.measure)\n")?.upperBound)
      let found = try #require(text.range(of: edit.from, range: start..<text.endIndex))
      text.replaceSubrange(found, with: edit.to)
    }
    try place.write(text, to: "changed.yaml")
    return "changed.yaml"
  }

  /// What advice would make hard, too: the plan uses the results of the monitoring.
  private static let planAfterMonitoring = (
    measure: "development-plan", from: "after: [coordinator]",
    to: "after: [coordinator, monitoring]"
  )

  @Test func `leaves the windows that its notes give`() throws {
    let windows = try windows(of: Workplace.school)
    let cases: [(String, String, String, String)] = [
      ("development-plan", "latest", "finish", "2018-10-14"),
      ("monitoring", "earliest", "start", "2018-09-02"),
      ("plan-approval", "earliest", "start", "2018-09-03"),
      ("transition-support", "latest", "finish", "2018-12-30"),
      ("resource-base", "earliest", "start", "2018-03-02"),
      ("announcements", "earliest", "start", "2018-03-02"),
      ("regional-application", "earliest", "start", "2018-03-02"),
      ("expert-training", "earliest", "start", "2018-09-04"),
      ("contests", "earliest", "start", "2018-09-04"),
      ("needs-survey", "earliest", "start", "2018-09-02"),
      ("parents-engagement", "earliest", "start", "2018-09-02"),
      ("progress-monitoring", "earliest", "start", "2018-09-03"),
      ("monitoring", "latest", "finish", "2018-10-31"),
      ("announcements", "latest", "finish", "2020-12-31"),
    ]
    for (measure, span, side, wanted) in cases {
      #expect(day(windows[measure], span, side) == wanted, "\(measure)")
    }
  }

  @Test func `ends the monitoring earlier when the plan waits for it`() throws {
    let file = try change([
      Self.planAfterMonitoring,
      (
        "municipal-assignment", "after: [programme-order]",
        "after: [programme-order, budget-proposals, needs-survey]"
      ),
    ])
    let windows = try windows(of: file)
    #expect(day(windows["monitoring"], "latest", "finish") == "2018-10-13")
    #expect(day(windows["transition-support"], "latest", "finish") == "2018-12-29")
    #expect(day(windows["budget-proposals"], "latest", "finish") == "2018-12-30")
    let unusable = windows["monitoring"]?["unusable"] as? [String: Int]
    #expect(unusable?["after"] == 18)
  }

  @Test func `breaks at 43 days of monitoring, with exactly the links that are needed`() throws {
    for (days, exit) in [(42, Int32(0)), (43, 1)] {
      let file = try change([
        Self.planAfterMonitoring,
        (
          "monitoring", "after: [coordinator]",
          "takes: \(days) days\n            after: [coordinator]"
        ),
      ])
      let answer = try place.run(["schedule", file, "--format", "json"])
      #expect(answer.exit == exit)
      let conflicts = try #require(try answer.json()["conflicts"] as? [[String: Any]])
      let links = conflicts.map { $0["links"] as? [[String: Any]] ?? [] }
      let told = links.map { $0.map { "\($0["kind"] ?? "") \($0["measure"] ?? "")" } }
      guard days == 43 else {
        #expect(told.isEmpty)
        continue
      }
      #expect(
        told == [
          [
            "not-before coordinator", "dependency monitoring", "takes monitoring",
            "dependency development-plan", "dependency plan-approval", "not-after plan-approval",
          ]
        ])
      #expect(conflicts.first?["days"] as? Int == 1)
      #expect(links.joined().allSatisfy { ($0["line"] as? Int ?? 0) > 1 })
    }
  }

  @Test func `tells the other mistakes of its notes by their own names`() throws {
    let cases: [(edit: (measure: String, from: String, to: String), told: String)] = [
      (("development-plan", "after: [coordinator]", "after: [plan-approval]"), "dependency-cycle"),
      (("monitoring", "after: [coordinator]", "after: [coordinatr]"), "unknown-measure"),
      (("monitoring", "after: [coordinator]", "after: [\"2.2.1\"]"), "ambiguous-measure"),
    ]
    for (edit, told) in cases {
      let answer = try place.vekha("schedule \(change([edit]))")
      #expect(answer.exit == 1)
      #expect(answer.err.contains("error[\(told)]"))
      #expect(!answer.err.contains("schedule-conflict"))
    }
  }

  @Test func `warns of the guidelines when the coordinator must come before them`() throws {
    let file = try change([
      ("boarding-guidelines", "after: [programme-order]", "after: [programme-order, coordinator]")
    ])
    let answer = try place.run(["validate", file])
    #expect(answer.exit == 0)
    #expect(
      answer.err.contains("warning[unusable-days]: 32 of the 61 days of `boarding-guidelines`"))
    #expect(answer.err.contains("2018-09-02/2018-09-30"))
  }

  @Test func `tells what slips and what breaks`() throws {
    let calm = try place.run([
      "whatif", Workplace.school, "--delay", "coordinator=20d", "--format", "json",
    ])
    #expect(calm.exit == 0)
    let slips = try #require(try calm.json()["slips"] as? [[String: Any]])
    #expect(slips.first?["id"] as? String == "coordinator")
    #expect(day(slips.first, "after", "start") == "2018-09-21")
    #expect(slips.contains { $0["id"] as? String == "plan-approval" })
    let broken = try place.run(["whatif", Workplace.school, "--delay", "coordinator=50d"])
    #expect(broken.exit == 1)
    #expect(broken.out.contains("`coordinator` is delayed until 2018-10-21"))
    #expect(try place.run(["whatif", Workplace.school, "--delay", "nobody=1d"]).exit == 1)
    #expect(try place.run(["whatif", Workplace.school, "--delay", "coordinator"]).exit == 64)
    #expect(try place.vekha("whatif \(Workplace.school)").exit == 64)
  }

  @Test func `is drawn the same every time, with today where it lies within`() throws {
    let words = ["schedule", Workplace.school, "--format", "svg", "--lang", "ru", "--at"]
    let first = try place.run(words + ["2018-11-23"])
    #expect(first.exit == 0)
    #expect(first.out == (try place.run(words + ["2018-11-23"])).out)
    #expect(first.out.contains("сегодня 2018-11-23"))
    #expect(!(try place.run(words + ["2030-01-01"])).out.contains("сегодня"))
    #expect(first.out.hasPrefix("<svg ") && first.out.hasSuffix("</svg>\n"))
  }
}

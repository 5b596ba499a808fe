import CivilTime
import RoadmapModel
import Testing

@testable import RoadmapLanguage

@Suite
struct OccurrenceTests {
  private static let heading = "roadmap: {id: r, title: R, period: 2018-07/2019-06}"

  private func reading(_ measures: String...) -> Reading {
    let items = measures.map { "\n      - {\($0)}" }.joined()
    return Reading(
      Self.heading + "\nsections:\n  - number: \"1\"\n    title: S\n    measures:" + items)
  }

  /// What each occurrence of a measure waits for by itself.
  private func waits(_ reading: Reading, of id: String) throws -> [String: [String]] {
    let measures = reading.roadmap.measures
    let parts = reading.roadmap.parts[try reading.measure(id).position]
    return Dictionary(
      uniqueKeysWithValues: parts.map { part in
        (
          reading.id(part),
          measures.dependencies[part.position].map { reading.id($0.predecessor) }
        )
      })
  }

  @Test
  func `each turn is a measure of its own, a part of the recurring one`() throws {
    let reading = reading(
      "id: report, number: 7, title: Отчёт, kind: task, owners: [ann, bob], takes: 3 days, "
        + "every: quarter",
      "id: last, title: L, kind: task, owners: ann, after: report.2018-Q4")
    #expect(reading.codes == [])
    let roadmap = reading.roadmap
    let report = try reading.measure("report")
    let parts = Array(roadmap.parts[report.position])
    #expect(
      parts.map(reading.id)
        == ["report.2018-Q3", "report.2018-Q4", "report.2019-Q1", "report.2019-Q2"])
    #expect(roadmap.number(of: parts[1]) == "1.7.2018-Q4")
    #expect(roadmap.title(of: parts[1]) == "Отчёт (4 квартал 2018 г.)")
    #expect(roadmap.measures[parts[1]].due?.edtf == "2018-10/2018-12")
    #expect(roadmap.measures[parts[1]].takes == DayCount(3, .calendar))
    #expect(roadmap.measures[report].takes == DayCount(0, .calendar))
    #expect(Array(roadmap.measures.owners[parts[1].position]).count == 2)
    #expect(roadmap.measures[parts[1]].lifecycle == roadmap.measures[report].lifecycle)
    #expect(roadmap.measures.occurrences[parts[1]]?.of == report)
    #expect(roadmap.measures.occurrences[parts[1]]?.period.edtf == "2018-10/2018-12")
    let last = try reading.measure("last")
    #expect(roadmap.measures.dependencies[last.position].map(\.predecessor) == [parts[1]])
  }

  @Test
  func `an occurrence waits for that of the same turn`() throws {
    let reading = reading(
      "id: order, title: O, kind: task, owners: ann",
      "id: report, title: R, kind: task, owners: ann, every: quarter, after: [order, data]",
      "id: data, title: D, kind: task, owners: ann, every: quarter")
    #expect(reading.codes == [])
    #expect(
      try waits(reading, of: "report") == [
        "report.2018-Q3": ["data.2018-Q3"], "report.2018-Q4": ["data.2018-Q4"],
        "report.2019-Q1": ["data.2019-Q1"], "report.2019-Q2": ["data.2019-Q2"],
      ])
    // What comes once holds all of them back, through the measure that they are parts of.
    let report = try reading.measure("report")
    #expect(
      reading.roadmap.measures.dependencies[report.position].map { reading.id($0.predecessor) }
        == ["order"])
  }

  @Test
  func `a longer turn waits for all turns within it, a shorter one for the last before`() throws {
    let reading = reading(
      "id: data, title: D, kind: task, owners: ann, every: quarter",
      "id: yearly, title: Y, kind: task, owners: ann, every: half-year, after: data",
      "id: month, title: M, kind: task, owners: ann, every: month, after: data, "
        + "due: 2018-09/2018-11")
    #expect(reading.codes == [])
    #expect(
      try waits(reading, of: "yearly") == [
        "yearly.2018-H2": ["data.2018-Q3", "data.2018-Q4"],
        "yearly.2019-H1": ["data.2019-Q1", "data.2019-Q2"],
      ])
    #expect(
      try waits(reading, of: "month") == [
        "month.2018-09": ["data.2018-Q3"], "month.2018-10": ["data.2018-Q3"],
        "month.2018-11": ["data.2018-Q3"],
      ])
  }

  @Test
  func `after itself an occurrence waits for the one before`() throws {
    let reading = reading(
      "id: a, title: A, kind: task, owners: ann, every: half-year, after: [{measure: a, lag: 5 days}]"
    )
    #expect(reading.codes == [])
    #expect(try waits(reading, of: "a") == ["a.2018-H2": [], "a.2019-H1": ["a.2018-H2"]])
    let measures = reading.roadmap.measures
    let second = try reading.measure("a.2019-H1")
    #expect(
      measures.dependencies[second.position].map { measures.lag(of: $0)?.minimum }
        == [DayCount(5, .calendar)])
  }

  @Test
  func `what takes the whole time is reported on in each turn`() throws {
    let reading = reading(
      "id: news, title: N, kind: task, owners: ann, term: постоянно, every: half-year")
    #expect(reading.codes == [])
    let news = try reading.measure("news")
    #expect(reading.roadmap.measures[news].due?.edtf == "2018-07/2019-06")
    #expect(reading.roadmap.parts[news.position].count == 2)
  }

  @Test
  func `parts may recur, and measures behind them keep their places`() throws {
    let reading = reading(
      "id: whole, title: W, kind: task, owners: ann, "
        + "parts: [{id: p, title: P, every: half-year}, {id: q, title: Q, after: p}]",
      "id: z, title: Z, kind: task, owners: bob, after: [q]")
    #expect(reading.codes == [])
    let names = reading.roadmap.measures.indices.map(reading.id)
    #expect(names == ["whole", "p", "p.2018-H2", "p.2019-H1", "q", "z"])
    let parents = names.map { name in
      (try? reading.measure(name)).flatMap { reading.roadmap.measures[$0].parent }
        .map(reading.id)
    }
    #expect(parents == [nil, "whole", "p", "p", "whole", nil])
  }

  @Test
  func `an occurrence whose id is taken is told`() {
    let reading = reading(
      "id: a, title: A, kind: task, owners: ann, every: half-year",
      "id: a.2018-H2, title: B, kind: task, owners: ann")
    #expect(reading.codes == ["duplicate-id"])
  }

  @Test
  func `a kind that follows another is judged by the occurrences`() {
    let reading = Reading(
      """
      roadmap: {id: r, title: R, period: 2018-07/2019-06}
      kinds:
        plan: {lifecycle: work}
        task: {lifecycle: work, follows: plan}
        paper: {lifecycle: written}
      sections:
        - title: S
          measures:
            - {id: p, title: P, kind: plan, owners: ann, every: half-year}
            - {id: t, title: T, kind: task, owners: ann, every: half-year, after: p}
            - {id: u, title: U, kind: task, owners: ann, every: half-year}
      """)
    #expect(reading.codes == ["precedence-unmet"])
  }
}

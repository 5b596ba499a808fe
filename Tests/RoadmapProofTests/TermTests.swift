import Bilingual
import CivilTime
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

@Test(arguments: [
  ("2018-09", "2018-10", 0), ("2018-09", "2018-09", 0), ("2018-09", "../2018-09-02", 0),
  ("2018-09", "../2018-09-01", 1),
  ("2018-09", "../2018-08-31", 1), ("2018-09", "2018-05", 1), ("../2018-09-30", "2018-05", 0),
  ("2018-09/..", "2018-05", 1), ("2018-09", "2018-05/..", 0),
])
func `nobody is due before a predecessor begins`(first: String, second: String, told: Int) throws {
  var sketch = Sketch.working()
  sketch.event("a", due: try Period(edtf: first))
  sketch.event("b", after: ["a"], due: try Period(edtf: second))
  #expect(sketch.codes.filter { $0 == "schedule-conflict" }.count == told)
}

@Test
func `a term that comes too early is told with both days`() throws {
  var sketch = Sketch.working()
  sketch.event("a", due: try Period(edtf: "2018-09"))
  sketch.event("b", after: ["a"], due: try Period(edtf: "2018-05"))
  #expect(
    sketch.findings == [
      "error[schedule-conflict]: `b` cannot be finished in time: with what comes before it, it ends "
        + "on 2018-09-02, 94 days too late"
    ])
}

@Test
func `a part is held to what its parents wait for`() throws {
  var sketch = Sketch.working()
  sketch.event("a", due: try Period(edtf: "2018-09"))
  sketch.event("b", after: ["a"], due: try Period(edtf: "2018-12"))
  sketch.event("middle", parent: "b")
  sketch.event("part", parent: "middle", due: try Period(edtf: "2018-05"))
  sketch.event("c", after: ["a"], due: try Period(edtf: "2018-06"))
  sketch.event("other", parent: "c", due: try Period(edtf: "2018-05"))
  #expect(
    prove(sketch.build()).map(\.element) == [.due(MeasureIndex(3)), .due(MeasureIndex(5))])
}

@Test(arguments: [
  ("2018-01-01/2020-12-31", "2017", 1), ("2018-01-01/2020-12-31", "2021-01-01", 1),
  ("2018-01-01/2020-12-31", "2017-12/2018-01", 0), ("2018-01-01/2020-12-31", "../2018-10-15", 0),
  ("2018-01-01/2020-12-31", "../2017-10-15", 1), ("2018-01-01/..", "2030", 0),
])
func `a measure is due within the period of the roadmap`(
  period: String, due: String, told: Int
) throws {
  var sketch = Sketch.working()
  sketch.period = try Period(edtf: period)
  sketch.event("a", due: try Period(edtf: due))
  #expect(sketch.codes == Array(repeating: "due-outside-period", count: told))
}

@Test
func `a number given twice is told at each later measure`() {
  var sketch = Sketch.working()
  for (id, number) in [("a", "1"), ("b", "2"), ("c", "1"), ("d", "1"), ("e", "10"), ("f", "")] {
    sketch.event(id, number: number)
  }
  let findings = prove(sketch.build())
  #expect(
    findings.map(\.line) == [
      "warning[duplicate-number]: `c` has the number `1.1`, which `a` has, too",
      "warning[duplicate-number]: `d` has the number `1.1`, which `a` has, too",
    ])
  #expect(
    findings.map { $0.related[0].element } == Array(repeating: .measure(MeasureIndex(0)), count: 2))
}

@Test(arguments: [
  ([("2", -1), ("2.1", 0), ("2.2", 0), ("2.2", 0)], [3]),
  ([("1", -1), ("1.1", 0), ("2", -1), ("1.1", 2)], []),
  ([("1", -1), ("a", 0), ("1", -1), ("a", 2)], [2, 3]),
  ([("", -1), ("", -1), ("a", 0), ("a", 1)], []),
])
func `a section's number is its own under its parent`(
  rows: [(number: String, parent: Int)], told: [Int]
) {
  let sections = rows.map { row in
    Section(
      number: row.number, title: "", parent: row.parent < 0 ? nil : SectionIndex(row.parent))
  }
  let roadmap = Roadmap(
    heading: .init(), people: [], roles: [], documents: [], kinds: [], lifecycles: [], routes: [],
    sections: sections, measures: Measures(), texts: TextTable())
  #expect(prove(roadmap).map(\.element) == told.map { .section(SectionIndex($0)) })
}

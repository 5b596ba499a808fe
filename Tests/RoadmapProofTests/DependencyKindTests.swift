import Bilingual
import CivilTime
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

private typealias Row = (id: String, after: [String], parent: String?)

@Test(
  arguments: [
    // A start and a finish of one measure are two points.
    ([("a", ["b@finish-finish"], nil), ("b", ["a@start-start"], nil)], []),
    (
      [("a", ["b@start-start"], nil), ("b", ["a@start-start"], nil)],
      [
        "dependency cycle: `a` waits for `b` (`start-start`), which waits for `a` (`start-start`)"
      ]
    ),
    (
      [("a", ["b@finish-finish"], nil), ("b", ["a@finish-finish"], nil)],
      [
        "dependency cycle: `a` waits for `b` (`finish-finish`), which waits for `a` "
          + "(`finish-finish`)"
      ]
    ),
    (
      [("a", ["b@start-finish"], nil), ("b", ["a"], nil)],
      ["dependency cycle: `a` waits for `b` (`start-finish`), which waits for `a`"]
    ),
    ([("a", ["b@start-finish"], nil), ("b", ["a@start-start"], nil)], []),
    // A constraint with only a maximum closes no loop.
    ([("a", ["b+..10 days"], nil), ("b", ["a"], nil)], []),
    (
      [("a", ["b+0 days..10 days"], nil), ("b", ["a"], nil)],
      ["dependency cycle: `a` waits for `b`, which waits for `a`"]
    ),
    // Nor does one that lets a measure come first.
    ([("a", ["b+-3 days"], nil), ("b", ["a"], nil)], []),
    ([("a", ["b@start-start+-3 days"], nil), ("b", ["a@start-start+3 days"], nil)], []),
    // A parent's finish waits for the finish of its parts, too.
    (
      [("a", [], nil), ("p", [], "a"), ("c", ["a@start-start"], nil)], []
    ),
    (
      [("a", [], nil), ("p", ["c"], "a"), ("c", ["a@finish-finish"], nil)],
      [
        "dependency cycle: `a` waits for its part `p`, which waits for `c`, "
          + "which waits for `a` (`finish-finish`)"
      ]
    ),
  ] as [([Row], [String])])
private func `cycles go through starts and finishes`(rows: [Row], told: [String]) {
  #expect(messages(of: rows, "dependency-cycle") == told)
}

@Test(
  arguments: [
    ([("a", [], nil), ("b", ["a@start-start"], nil), ("c", ["a", "b"], nil)], []),
    (
      [("a", [], nil), ("b", ["a@finish-finish"], nil), ("c", ["a", "b"], nil)],
      [
        "`c` waits for `a` anyway: `c` waits for `b`, which waits for `a` (`finish-finish`)"
      ]
    ),
    // A lag asks for more than the way round; a lead for less.
    ([("a", [], nil), ("b", ["a"], nil), ("c", ["a+5 days", "b"], nil)], []),
    ([("a", [], nil), ("b", ["a"], nil), ("c", ["a", "b+-3 days"], nil)], []),
    ([("a", [], nil), ("b", ["a+-3 days"], nil), ("c", ["a", "b"], nil)], []),
    (
      [("a", [], nil), ("b", ["a+3 days"], nil), ("c", ["a", "b"], nil)],
      ["`c` waits for `a` anyway: `c` waits for `b`, which waits for `a`"]
    ),
    ([("a", [], nil), ("b", ["a+..3 days"], nil), ("c", ["a", "b"], nil)], []),
    ([("a", [], nil), ("b", ["a", "a@finish-finish", "a+..3 days"], nil)], []),
  ] as [([Row], [String])])
private func `only what surely waits as long implies a dependency`(rows: [Row], told: [String]) {
  #expect(messages(of: rows, "redundant-dependency") == told)
}

@Test(arguments: [
  ("o", []), ("o@start-start", []), ("o+5 days", []),
  ("o@finish-finish", ["precedence-unmet"]), ("o@start-finish", ["precedence-unmet"]),
  ("o+..5 days", ["precedence-unmet"]), ("o+-5 days", ["precedence-unmet"]),
])
func `a kind follows another where its start waits`(dependency: String, codes: [String]) {
  var sketch = Sketch.working()
  sketch.kind("order", lifecycle: "work")
  sketch.kind("plan", lifecycle: "work", follows: "order")
  sketch.measure("o", kind: "order", owners: ["ana"])
  sketch.measure("p", kind: "plan", owners: ["ana"], after: [dependency])
  #expect(sketch.codes == codes)
}

@Test(arguments: [
  ("a", true), ("a@start-start", true), ("a@finish-finish", true), ("a@start-finish", true),
  ("a+2 days", true), ("a+-2 days", false), ("a+..2 days", false),
])
func `a term may not end before that of what it waits for begins`(after: String, isTold: Bool) {
  var sketch = Sketch.working()
  sketch.event("a", due: try? .init(edtf: "2018-10-10/2018-10-20"))
  sketch.event("b", after: [after], due: try? .init(edtf: "2018-10-01/2018-10-09"))
  #expect(sketch.codes.contains("schedule-conflict") == isTold)
}

private func messages(of rows: [Row], _ code: String) -> [String] {
  var sketch = Sketch.working()
  for row in rows { sketch.event(row.id, after: row.after, parent: row.parent) }
  return prove(sketch.build()).filter { $0.code.name == code }.map(\.message.en)
}

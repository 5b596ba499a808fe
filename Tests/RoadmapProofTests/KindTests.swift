import Bilingual
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

private typealias Row = (id: String, kind: String, after: [String], parent: String?)

extension Sketch {
  /// A sketch whose events follow plans, which follow orders.
  fileprivate static func ordered(_ rows: [Row]) -> Sketch {
    var sketch = working()
    sketch.kind("order", lifecycle: "work")
    sketch.kind("plan", lifecycle: "work", follows: "order")
    sketch.kind("show", lifecycle: "work", follows: "plan")
    for row in rows {
      sketch.measure(
        row.id, kind: row.kind, owners: ["ana"], after: row.after, parent: row.parent)
    }
    return sketch
  }
}

@Test(
  arguments: [
    ([("o", "order", [], nil), ("p", "plan", ["o"], nil), ("s", "show", ["p"], nil)], []),
    (
      [
        ("o", "order", [], nil), ("p", "plan", ["o"], nil), ("x", "event", ["p"], nil),
        ("s", "show", ["x"], nil),
      ], []
    ),
    ([("o", "order", [], nil), ("p", "plan", [], nil)], ["p"]),
    ([("p", "plan", [], nil)], ["p"]),
    ([("o", "order", [], nil), ("s", "show", ["o"], nil)], ["s"]),
    // Being a part of an order is not coming after it; coming after what the parent does is.
    ([("o", "order", [], nil), ("p", "plan", [], "o")], ["p"]),
    ([("o", "order", [], nil), ("x", "event", ["o"], nil), ("p", "plan", [], "x")], []),
    // A predecessor's parts come before it is carried out.
    ([("x", "event", [], nil), ("o", "order", [], "x"), ("p", "plan", ["x"], nil)], []),
    ([("x", "event", [], nil), ("o", "order", [], "x"), ("p", "plan", ["x:held"], nil)], ["p"]),
    // Parts of the same kind only share their parent's want.
    ([("p", "plan", [], nil), ("q", "plan", [], "p")], ["p"]),
    ([("o", "order", [], nil), ("p", "plan", ["o:held"], nil)], []),
    ([("o", "order", [], nil), ("p", "plan", ["o:planned"], nil)], ["p"]),
  ] as [([Row], [String])])
private func `every measure comes after one of the kind that its kind follows`(
  rows: [Row], told: [String]
) {
  let findings = prove(Sketch.ordered(rows).build()).filter { $0.code == .precedenceUnmet }
  let positions = told.compactMap { id in rows.firstIndex { $0.id == id } }
  #expect(findings.map(\.element) == positions.map { .measure(MeasureIndex($0)) })
}

@Test
func `what precedes is unknown where a dependency is`() {
  var sketch = Sketch.ordered([])
  sketch.measure("x", kind: "event", owners: ["ana"], isIncomplete: true)
  sketch.measure("p", kind: "plan", owners: ["ana"], after: ["x"])
  #expect(sketch.findings.isEmpty)
}

@Test(
  arguments: [
    (
      [("p", "plan", [], nil), ("o", "order", ["p"], nil)],
      [
        "`o` of kind `order` comes after `p` of kind `plan`, but `plan` follows `order`: "
          + "`o` waits for `p`"
      ]
    ),
    (
      [("s", "show", [], nil), ("x", "event", ["s"], nil), ("o", "order", ["x"], nil)],
      [
        "`o` of kind `order` comes after `s` of kind `show`, but `show` follows `order`: "
          + "`o` waits for `x`, which waits for `s`"
      ]
    ),
    // Who waits for the wrong one in turn is not blamed.
    (
      [
        ("s", "show", [], nil), ("o", "order", ["s"], nil), ("p", "plan", ["o"], nil),
        ("n", "order", ["p"], nil),
      ],
      [
        "`o` of kind `order` comes after `s` of kind `show`, but `show` follows `order`: "
          + "`o` waits for `s`",
        "`n` of kind `order` comes after `p` of kind `plan`, but `plan` follows `order`: "
          + "`n` waits for `p`",
      ]
    ),
    (
      [("o", "order", [], nil), ("p", "plan", [], "o")],
      [
        "`o` of kind `order` comes after `p` of kind `plan`, but `plan` follows `order`: "
          + "`o` waits for its part `p`"
      ]
    ),
    ([("o", "order", [], nil), ("p", "plan", ["o"], nil), ("n", "order", ["o"], nil)], []),
  ] as [([Row], [String])])
private func `no measure waits for one of a kind that comes later`(rows: [Row], told: [String]) {
  let findings = prove(Sketch.ordered(rows).build()).filter { $0.code == .precedenceInverted }
  #expect(findings.map(\.message.en) == told)
}

@Test
func `kinds that follow each other are told once and judge nothing`() {
  var sketch = Sketch.working()
  sketch.kind("a", lifecycle: "work", follows: "c")
  sketch.kind("b", lifecycle: "work", follows: "a")
  sketch.kind("c", lifecycle: "work", follows: "b")
  sketch.kind("d", lifecycle: "work", follows: "c")
  sketch.kind("e", lifecycle: "work", follows: "e")
  sketch.measure("m", kind: "a", owners: ["ana"])
  #expect(
    sketch.findings == [
      "error[kind-cycle]: kinds follow each other in a circle: "
        + "`a` follows `c`, which follows `b`, which follows `a`",
      "error[kind-cycle]: kind `e` follows itself",
    ])
}

@Test
func `kinds past the first sixty-three are judged, too`() {
  var sketch = Sketch.working()
  sketch.kind("k0", lifecycle: "work")
  for position in 1..<200 {
    sketch.kind("k\(position)", lifecycle: "work", follows: "k\(position - 1)")
  }
  sketch.measure("m0", kind: "k0", owners: ["ana"])
  for position in 1..<200 {
    let after = position == 150 ? [] : ["m\(position - 1)"]
    sketch.measure("m\(position)", kind: "k\(position)", owners: ["ana"], after: after)
  }
  sketch.measure("late", kind: "k10", owners: ["ana"], after: ["m9", "m199"])
  #expect(sketch.codes == ["precedence-unmet", "precedence-inverted"])
}

import Bilingual
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

private typealias Row = (id: String, after: [String], parent: String?)

@Test(
  arguments: [
    (
      [("a", [], nil), ("b", ["a"], nil), ("c", ["a", "b"], nil)],
      ["`c` waits for `a` anyway: `c` waits for `b`, which waits for `a`"]
    ),
    // Waiting for a beginning does not imply waiting for the end.
    ([("a", [], nil), ("b", ["a:held"], nil), ("c", ["a", "b"], nil)], []),
    (
      [("a", [], nil), ("b", ["a"], nil), ("c", ["a", "b:held"], nil)],
      ["`c` waits for `a` anyway: `c` waits for `b` (`held`), which waits for `a`"]
    ),
    // A named state is taken as meant.
    ([("a", [], nil), ("b", ["a"], nil), ("c", ["a:held", "b"], nil)], []),
    (
      [("a", [], nil), ("b", ["a"], nil), ("p", ["a"], "b")],
      ["`p` waits for `a` anyway: `p` is a part of `b`, which waits for `a`"]
    ),
    (
      [("b", [], nil), ("p", [], "b"), ("c", ["p", "b"], nil)],
      ["`c` waits for `p` anyway: `c` waits for `b`, which waits for its part `p`"]
    ),
    ([("b", [], nil), ("p", [], "b"), ("c", ["p", "b:held"], nil)], []),
    (
      [("a", [], nil), ("b", ["a:done"], nil), ("c", ["a", "b"], nil)],
      ["`c` waits for `a` anyway: `c` waits for `b`, which waits for `a` (`done`)"]
    ),
  ] as [([Row], [String])])
private func `a dependency that others imply is needless`(rows: [Row], told: [String]) {
  var sketch = Sketch.working()
  for row in rows { sketch.event(row.id, after: row.after, parent: row.parent) }
  #expect(sketch.findings == told.map { "warning[redundant-dependency]: \($0)" })
}

@Test
func `in every graph of five measures exactly the implied dependencies are told`() {
  let count = 5
  // Measures are declared in an order of their own, so that what comes first stands anywhere.
  let names = ["m2", "m4", "m0", "m3", "m1"]
  let pairs = (0..<count).flatMap { from in (0..<from).map { (from: from, to: $0) } }
  var wrong: [Int] = []
  for graph in 0..<(1 << pairs.count) {
    let arcs = pairs.indices.filter { graph & (1 << $0) != 0 }.map { pairs[$0] }
    var sketch = Sketch.working()
    for name in names {
      sketch.event(name, after: arcs.filter { "m\($0.from)" == name }.map { "m\($0.to)" })
    }
    let roadmap = sketch.build()
    let told = prove(roadmap).compactMap { finding -> String? in
      guard case .dependency(let measure, let position) = finding.element else { return nil }
      let row = Array(roadmap.measures.dependencies[measure.position])
      return "\(roadmap.id(of: measure)) \(roadmap.id(of: row[position].predecessor))"
    }
    let implied = arcs.filter { arc in
      let others = arcs.filter { $0 != arc }
      return reaches(arc.from, arc.to, over: others)
    }.map { "m\($0.from) m\($0.to)" }
    if told.sorted() != implied.sorted() { wrong.append(graph) }
  }
  #expect(wrong.isEmpty)
}

private func reaches(_ start: Int, _ end: Int, over arcs: [(from: Int, to: Int)]) -> Bool {
  var seen: Set = [start]
  for _ in arcs {
    for arc in arcs where seen.contains(arc.from) { seen.insert(arc.to) }
  }
  return seen.contains(end)
}

@Test
func `the way told is short however long it is`() {
  var sketch = Sketch.working()
  sketch.event("m0")
  for position in 1..<500 { sketch.event("m\(position)", after: ["m\(position - 1)"]) }
  sketch.event("last", after: ["m0", "m499"])
  let findings = prove(sketch.build())
  #expect(findings.count == 1)
  #expect(findings[0].message.en.hasSuffix(", and so on to `m0`"))
  #expect(findings[0].related.count == 8)
}

@Test
func `a dependency written twice is told once, whatever the length of the list`() {
  for count in [2, 40] {
    var sketch = Sketch.working()
    for position in 0..<count { sketch.event("m\(position)") }
    let names = (0..<count).map { "m\($0)" }
    sketch.event("last", after: names + ["m1:held", "m1"])
    let findings = prove(sketch.build())
    #expect(findings.map(\.code) == [.duplicateDependency])
    #expect(findings[0].element == .dependency(MeasureIndex(count), count + 1))
    #expect(findings[0].related[0].element == .dependency(MeasureIndex(count), 1))
  }
}

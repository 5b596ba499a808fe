import Bilingual
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

private typealias Row = (id: String, after: [String], parent: String?)

@Test(
  arguments: [
    ([("a", ["a"], nil)], "`a` waits for itself"),
    ([("a", ["b"], nil), ("b", ["a"], nil)], "`a` waits for `b`, which waits for `a`"),
    (
      [("a", ["b"], nil), ("b", ["c"], nil), ("c", ["a"], nil)],
      "`a` waits for `b`, which waits for `c`, which waits for `a`"
    ),
    (
      [("a", ["c"], nil), ("c", ["b:held"], nil), ("b", ["a"], nil)],
      "`a` waits for `c`, which waits for `b` (`held`), which waits for `a`"
    ),
    ([("a", ["p"], nil), ("p", [], "a")], "`a` waits for `p`, which is a part of `a`"),
    ([("a", [], nil), ("p", ["a"], "a")], "`a` waits for its part `p`, which waits for `a`"),
    (
      [("a", ["b"], nil), ("p", [], "a"), ("b", ["p"], nil)],
      "`a` waits for `b`, which waits for `p`, which is a part of `a`"
    ),
    (
      [("a", [], nil), ("p", ["b"], "a"), ("b", ["a"], nil)],
      "`a` waits for its part `p`, which waits for `b`, which waits for `a`"
    ),
    ([("a", ["a"], nil), ("p", [], "a")], "`a` waits for itself"),
  ] as [([Row], String)])
private func `a circle of waiting is told hop by hop`(rows: [Row], told: String) {
  var sketch = Sketch.working()
  for row in rows { sketch.event(row.id, after: row.after, parent: row.parent) }
  #expect(sketch.findings == ["error[dependency-cycle]: dependency cycle: \(told)"])
}

@Test(
  arguments: [
    [("a", [], nil), ("b", ["a"], nil), ("c", ["b", "a:held"], nil)],
    [("a", [], nil), ("p", ["a:held"], "a")],
    [("a", [], nil), ("p", [], "a"), ("q", ["p"], "a"), ("b", ["a"], nil)],
    [("a", ["b:planned"], nil), ("b", ["a"], nil)],
  ] as [[Row]])
private func `what can be done in some order is no circle`(rows: [Row]) {
  var sketch = Sketch.working()
  for row in rows { sketch.event(row.id, after: row.after, parent: row.parent) }
  #expect(!sketch.codes.contains("dependency-cycle"))
}

@Test
func `each hop of a circle is noted where the roadmap says so`() {
  var sketch = Sketch.working()
  sketch.event("a", after: ["b"])
  sketch.event("p", parent: "a")
  sketch.event("b", after: ["p"])
  let finding = prove(sketch.build())[0]
  #expect(finding.element == .dependency(MeasureIndex(0), 0))
  #expect(
    finding.related.map(\.element) == [
      .dependency(MeasureIndex(0), 0), .dependency(MeasureIndex(2), 0), .part(MeasureIndex(1)),
    ])
  #expect(
    finding.message.ru
      == "зависимости идут по кругу: `a` ждёт `b`, которое ждёт `p`, которое является частью `a`")
}

@Test
func `circles are told only once of a measure that waits twice for another`() {
  var sketch = Sketch.working()
  sketch.event("a", after: ["b", "b:held"])
  sketch.event("b", after: ["a"])
  #expect(sketch.codes == ["dependency-cycle"])
}

@Test
func `a knot tells a hundred circles and counts the rest`() {
  var sketch = Sketch.working()
  let names = (0..<16).map { "m\($0)" }
  for name in names { sketch.event(name, after: names.filter { $0 != name }) }
  let findings = prove(sketch.build())
  #expect(findings.count == 100)
  #expect(findings.filter { $0.message.en.contains("more depend") }.count == 1)
  #expect(
    findings[99].message.en.hasSuffix(
      "; 40 more dependencies among these measures lie on "
        + "cycles, too"))
}

@Test
func `a very long circle is found and told in short`() {
  var sketch = Sketch.working()
  let count = 3000
  for position in 0..<count { sketch.event("m\(position)", after: ["m\((position + 1) % count)"]) }
  let findings = prove(sketch.build())
  #expect(findings.map(\.code) == [.dependencyCycle])
  #expect(findings[0].message.en.hasSuffix("which waits for `m20`, and 2980 more hops"))
  #expect(findings[0].related.count == 100)
}

@Test(arguments: [
  [0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 5, 0, 4, 1, 3], [3, 0, 5, 1, 4, 2],
])
func `the order of declaration does not change which circles there are`(order: [Int]) {
  let after = ["a": ["b"], "b": ["c"], "c": ["a"], "d": ["e", "a"], "e": ["d"], "f": ["e"]]
  let names = after.keys.sorted()
  var sketch = Sketch.working()
  for position in order { sketch.event(names[position], after: after[names[position]] ?? []) }
  let roadmap = sketch.build()
  let circles = prove(roadmap).filter { $0.code == .dependencyCycle }.map { finding in
    finding.related.map { related in
      guard case .dependency(let measure, _) = related.element else { return "" }
      return roadmap.id(of: measure)
    }.sorted().joined()
  }
  #expect(circles.sorted() == ["abc", "de"])
}

// MARK: - Every small world

@Test(arguments: 1...4)
func `in every small graph exactly the dependencies on circles are told`(count: Int) {
  let pairs = (0..<count).flatMap { from in (0..<count).map { (from, $0) } }
  // Graphs with loops are covered with up to three measures.
  let arcs = count < 4 ? pairs : pairs.filter { $0.0 != $0.1 }
  var wrong: [Int] = []
  for graph in 0..<(1 << arcs.count) {
    let chosen = arcs.indices.filter { graph & (1 << $0) != 0 }.map { arcs[$0] }
    if !Digraph(count: count, arcs: chosen).agrees { wrong.append(graph) }
  }
  #expect(wrong.isEmpty)
}

/// A graph of measures that wait for each other, judged by trying everything.
private struct Digraph {
  let count: Int
  let arcs: [(from: Int, to: Int)]

  private var circles: [[(Int, Int)]] {
    var sketch = Sketch.working()
    for measure in 0..<count {
      sketch.event("m\(measure)", after: arcs.filter { $0.from == measure }.map { "m\($0.to)" })
    }
    let roadmap = sketch.build()
    return prove(roadmap).filter { $0.code == .dependencyCycle }.map { finding in
      finding.related.compactMap { related in
        guard case .dependency(let measure, let position) = related.element else { return nil }
        let row = Array(roadmap.measures.dependencies[measure.position])
        return (measure.position, row[position].predecessor.position)
      }
    }
  }

  /// Whether the circles told are real, short, begin with their first measure, differ, and show
  /// every dependency that lies on a circle.
  var agrees: Bool {
    let circles = circles
    let shown = Set(circles.flatMap { $0.map { $0.0 * 10 + $0.1 } })
    let onCircles = Set(
      arcs.filter { distance($0.to, $0.from) != nil }.map { $0.from * 10 + $0.to })
    let texts = Set(circles.map { $0.map { "\($0)" }.joined() })
    return shown == onCircles && texts.count == circles.count && circles.allSatisfy(isWellTold)
  }

  private func isWellTold(_ circle: [(Int, Int)]) -> Bool {
    let closes = circle.indices.allSatisfy { circle[$0].1 == circle[($0 + 1) % circle.count].0 }
    let isSimple = Set(circle.map(\.0)).count == circle.count
    let isShortest = circle.contains { distance($0.1, $0.0).map { $0 + 1 } == circle.count }
    return closes && isSimple && isShortest && circle[0].0 == circle.map(\.0).min()
  }

  /// The number of arcs from one measure to another, or `nil`.
  private func distance(_ start: Int, _ end: Int) -> Int? {
    var distances = [start: 0]
    for step in 1...(count + 1) {
      for arc in arcs where distances[arc.from] == step - 1 && distances[arc.to] == nil {
        distances[arc.to] = step
      }
    }
    return distances[end]
  }
}

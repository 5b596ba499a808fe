import Bilingual
import RoadmapModel
import RoadmapProof
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// A roadmap whose measures are written by a test, with two tables.
private func roadmap(
  hit: String = "first", when: String = "[measure.cost, measure.kind]", rows: [String],
  measures: [String]
) -> CompiledRoadmap {
  let rows = rows.map { "      - {\($0)}" }.joined(separator: "\n")
  let items = measures.map { "      - {title: M, owners: ann, \($0)}" }.joined(separator: "\n")
  let text = """
    vekha: 1
    roadmap: {id: r, title: R}
    people: {ann: {roles: [head, judge]}, bob: {roles: [judge]}, eve: {roles: [judge]}}
    roles: {head: Head, judge: Judge}
    kinds: {order: {lifecycle: work}, plan: {lifecycle: work}, event: {lifecycle: work}}
    lifecycles:
      work:
        initial: a
        states: {a: , b: {done: true}}
        transitions: {do: {from: a, to: b, by: owner, route: {table: which}}}
    routes:
      simple: {steps: [{id: s, by: role:head, quorum: any}]}
      full: {steps: [{id: board, by: role:judge, quorum: {table: many}}, {id: s, by: role:head}]}
      judged: {steps: [{id: board, by: role:judge, quorum: 2}]}
    tables:
      which:
        hit: \(hit)
        when: \(when)
        then: route
        rows:
    \(rows)
      many:
        hit: collect
        when: [measure.kind, measure.?cost.orValue(0.0)]
        then: quorum
        rows:
          - {when: [any, any], then: any}
          - {when: [plan, any], then: 2}
          - {when: [any, "> 1000000"], then: 3}
    sections: \(measures.isEmpty ? "[]" : "")
    \(measures.isEmpty ? "" : "- title: S\n  measures:\n" + items)
    """
  return compile(
    LoadedFile(name: "r.yaml", shownPath: "r.yaml", bytes: Array(text.utf8)))
}

/// The routes that the measures take, or what is wrong.
private func routes(
  hit: String = "first", when: String = "[measure.cost, measure.kind]", _ rows: [String],
  _ measures: [String]
) -> [String] {
  let compiled = roadmap(hit: hit, when: when, rows: rows, measures: measures)
  if compiled.hasErrors { return compiled.diagnostics.map { "\($0.code.name): \($0.message.en)" } }
  let roadmap = compiled.roadmap
  return roadmap.measures.indices.map { measure in
    roadmap.route(of: TransitionIndex(0), for: measure).map { roadmap.routes[$0.position].id } ?? ""
  }
}

private let byCost = [
  #"when: ["< 100000", "*"], then: simple"#, #"when: [">= 100000", '"order"'], then: full"#,
  #"when: ["-", plan], then: full"#, "when: [any, any], then: judged",
]

@Test func `a table chooses the route of every measure`() {
  #expect(
    routes(
      byCost,
      [
        "id: m1, kind: order, cost: 99999.99", "id: m2, kind: order, cost: 100000",
        "id: m3, kind: plan, cost: 100000.00", "id: m4, kind: event, cost: 1000000.01",
        "id: m5, kind: plan, cost: 1000001", "id: m6, kind: order, cost: 2000000",
      ])
      == [
        "simple", "full (board: any)", "full (board: 2)", "judged", "full (board: 3)",
        "full (board: 3)",
      ])
}

@Test func `a chosen quorum is that of the route which is taken`() throws {
  let compiled = roadmap(rows: byCost, measures: ["id: m, kind: plan, cost: 100000"])
  let index = try #require(
    compiled.roadmap.route(of: TransitionIndex(0), for: MeasureIndex(raw: 0)))
  let route = compiled.roadmap.routes[index.position]
  #expect(route.steps.map(\.quorum) == [.count(2), .all])
  #expect(route.origin.map { compiled.roadmap.routes[$0.position].id } == "full")
}

@Test func `a measure may name a table, and a route of its own goes before one`() {
  let rows = ["when: [any], then: simple"]
  #expect(
    routes(
      when: "measure.id", rows,
      [
        "id: a, kind: plan, routes: {do: judged}", "id: b, kind: plan, routes: {do: full}",
        "id: c, kind: event, routes: {do: {table: which}}",
      ]) == ["judged", "full (board: 2)", "simple"])
}

@Test(arguments: [
  ("< 5", ["4.99"]), ("<= 5", ["4.99", "5"]), ("'> 5'", ["5.01", "10", "20", "99"]),
  ("5..10", ["5", "5.01", "10"]), ("'(5..10]'", ["5.01", "10"]), ("'[5..10)'", ["5", "5.01"]),
  ("']5..10['", ["5.01"]), ("10..", ["10", "20", "99"]), ("..5", ["4.99", "5"]),
  ("'5, 10'", ["5", "10"]), ("'< 5, > 20'", ["4.99", "99"]),
  ("'!= 5'", ["4.99", "5.01", "10", "20", "99"]), ("'not(5..20)'", ["4.99", "99"]),
  ("'= 5'", ["5"]), ("1e1", ["10"]), ("'measure.cost * 2.0 == 10.0'", ["5"]),
])
func `a cell holds for the values it says`(cell: String, holds: [String]) {
  let costs = ["4.99", "5", "5.01", "10", "20", "99"]
  let found = routes(
    when: "measure.cost", ["when: [\(cell)], then: judged", "when: any, then: simple"],
    costs.enumerated().map { "id: m\($0), kind: plan, cost: \($1)" })
  #expect(zip(costs, found).filter { $1 == "judged" }.map(\.0) == holds)
}

@Test(arguments: [
  ("measure.kind", "not(plan)", "judged"), ("measure.kind", #""plan", event"#, "simple"),
  ("measure.is_part", "true", "judged"), ("measure.due.to", "2026-03-01..2026-03-31", "simple"),
  ("measure.due.to", "< 2026-03-31", "judged"), ("measure.title", #"> "L", < "N""#, "simple"),
  ("measure.title", "'M'", "simple"), ("measure.owners.size()", "1..3", "simple"),
  ("measure.title == 'M'", "true", "simple"),
])
func `columns may be of any type with an order`(column: String, cell: String, route: String) {
  let quoted = cell.replacing("'", with: "''")
  let found = routes(
    when: "[\"\(column)\"]",
    ["when: ['\(quoted)'], then: simple", "when: any, then: judged"],
    ["id: m, kind: plan, due: 2026-03"])
  #expect(found == [route])
}

@Test(arguments: [
  ("first", ["simple"]), ("any", ["table-case-overlap: "]), ("unique", ["table-case-overlap: "]),
])
func `what several rows mean depends on the hit policy`(hit: String, expected: [String]) {
  let found = routes(
    hit: hit, when: "measure.cost", ["when: < 10, then: simple", "when: < 20, then: judged"],
    ["id: m, kind: plan, cost: 5"])
  #expect(found.contains { $0.hasPrefix(expected[0]) })
}

@Test func `rows that say the same are no conflict under any`() {
  let found = routes(
    hit: "any", when: "measure.cost",
    ["when: < 10, then: judged", "when: < 20, then: judged", "when: 20.., then: simple"],
    ["id: m, kind: plan, cost: 5"])
  #expect(found == ["judged"])
}

@Test func `an error in a cell is an error and never a miss`() {
  let found = routes(
    ["when: [< 10, plan], then: simple", "when: [any, any], then: judged"],
    ["id: m, kind: event"])
  #expect(found.map { $0.prefix { $0 != ":" } } == ["table-error"])
}

/// What is said of a table, whatever its measures are.
private func said(hit: String, when: String, _ rows: [String]) -> [String] {
  roadmap(hit: hit, when: when, rows: rows, measures: []).diagnostics.map {
    "\($0.code.name): \($0.message.en)"
  }
}

@Test(
  arguments: [
    ("measure.cost", ["when: < 10, then: simple", "when: 10.., then: judged"], nil),
    (
      "measure.cost", ["when: < 10, then: simple", "when: '> 10', then: judged"],
      "measure.cost = 10.0"
    ),
    ("measure.kind", ["when: 'order, plan', then: simple"], #"measure.kind = "event""#),
    ("measure.kind", ["when: 'order, plan, event', then: simple"], nil),
    ("measure.is_part", ["when: 'true', then: simple", "when: 'not(true)', then: simple"], nil),
    ("measure.parts.size()", ["when: ..5, then: simple", "when: 6.., then: simple"], nil),
    ("measure.title", ["when: 'not(a)', then: simple"], #"measure.title = "a""#),
    ("measure.title", ["when: a, then: simple"], #"measure.title = """#),
    ("measure.due.to", ["when: ..2026-01-01, then: simple"], "measure.due.to = timestamp"),
    (
      "[measure.cost, measure.kind]",
      ["when: [< 10, any], then: simple", "when: [any, 'plan, event'], then: judged"],
      #"measure.cost = 10.0, measure.kind = "order""#
    ),
  ] as [(String, [String], String?)])
func `a case that no row covers is named`(when: String, rows: [String], example: String?) {
  let found = said(hit: "first", when: when, rows).filter { $0.hasPrefix("table-case-missing") }
  if let example {
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.contains(example) }, "\(found)")
  } else {
    #expect(found == [])
  }
}

@Test func `coverage agrees with trying every value`() {
  var numbers = SeededNumbers(seed: 7)
  for _ in 0..<60 {
    let rows = (0..<numbers.next(below: 5)).map { _ in
      let low = numbers.next(below: 6)
      let high = low + numbers.next(below: 4)
      let kinds = ["order", "plan", "event"].filter { _ in numbers.next(below: 2) == 0 }
      return (low, high, kinds.isEmpty ? ["order", "plan", "event"] : kinds)
    }
    let all: [(Int, Int, [String])] = [(0, 1, ["plan"])] + rows
    let text = all.map { low, high, kinds in
      "when: ['\(low)..\(high)', '\(kinds.joined(separator: ", "))'], then: simple"
    }
    let found = said(hit: "unique", when: "[measure.parts.size(), measure.kind]", text)
    var overlaps: Set<[Int]> = []
    var isMissing = false
    for size in 0...20 {
      for kind in ["order", "plan", "event"] {
        let hits = all.indices.filter {
          (all[$0].0...all[$0].1).contains(size) && all[$0].2.contains(kind)
        }
        if hits.isEmpty { isMissing = true }
        for other in hits.dropFirst() { overlaps.insert([hits[0], other]) }
      }
    }
    #expect(found.contains { $0.hasPrefix("table-case-missing") } == isMissing)
    #expect(found.filter { $0.hasPrefix("table-case-overlap") }.count == overlaps.count, "\(text)")
  }
}

/// Numbers that look random, and are the same every time.
private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

@Test func `tables of included files are used, and their order does not matter`() {
  let reading = Reading(
    """
    include: tables.yaml
    lifecycles: {work: {initial: a, states: {a: , b: {done: true}}, \
    transitions: {do: {from: a, to: b, by: owner, route: {table: t}}}}}
    kinds: {task: {lifecycle: work}}
    sections: [{title: S, measures: [{id: m, title: M, kind: task, owners: ann, cost: 12.50}]}]
    """,
    files: [
      "tables.yaml":
        "tables: {t: {when: measure.cost, then: route, "
        + "rows: [{when: 12.5, then: two}, {when: not(12.5), then: one}]}}"
    ])
  #expect(reading.codes == [])
  let route = reading.roadmap.route(of: TransitionIndex(0), for: MeasureIndex(raw: 0))
  #expect(route.map { reading.roadmap.routes[$0.position].id } == "two")
}

import CivilTime
import RoadmapModel
import Testing

@testable import RoadmapLanguage

@Test func `a measure keeps every word that is written of it`() throws {
  let reading = Reading(
    measures: "id: order, title: Order, kind: paper, owners: bob",
    """
    id: план-1, number: 1.10, title: 'План: до и после', kind: paper, term: До 15 октября,
            due: ../2018-10-15, owners: [bob, ann], after: [order, {measure: order, reaches: c}],
            awaits: [permit, letter], lifecycle: work, routes: {do: two}
    """)
  #expect(reading.codes == ["duplicate-dependency"] || reading.codes == [])
  let (roadmap, index) = (reading.roadmap, try reading.measure("план-1"))
  let entry = roadmap.measures[index]
  #expect(roadmap.texts[entry.number] == "1.10")
  #expect(roadmap.texts[entry.fullNumber] == "1.1.1.10")
  #expect(roadmap.texts[entry.title] == "План: до и после")
  #expect(roadmap.texts[entry.term] == "До 15 октября")
  #expect(entry.due?.to == CivilDate(year: 2018, month: 10, day: 15) && entry.due?.from == nil)
  #expect(
    roadmap.measures.owners[index.position].map { roadmap.people[$0.position].id } == [
      "bob", "ann",
    ])
  #expect(roadmap.measures.awaits[index.position].map(\.position) == [0, 1])
  #expect(roadmap.lifecycle(of: index)?.id == "work")
  #expect(roadmap.route(of: TransitionIndex(0), for: index) == RouteIndex(1))
  let dependencies = roadmap.measures.dependencies[index.position]
  #expect(dependencies.map { reading.id($0.predecessor) } == ["order", "order"])
  #expect(dependencies.map { $0.reaches?.position } == [nil, 1])
}

@Test(arguments: [
  (section: "2", number: "1", full: "2.1"), (section: "2.", number: "1", full: "2.1"),
  (section: "", number: "1", full: "1"), (section: "1.1", number: "1.10", full: "1.1.1.10"),
  (section: "2", number: "", full: ""), (section: "IV", number: "а", full: "IV.а"),
])
func `a full number joins the number of the section and the measure's own`(
  section: String, number: String, full: String
) throws {
  let reading = Reading(
    """
    sections:
      - number: "\(section)"
        title: S
        measures: [{id: m, number: "\(number)", title: M, kind: task, owners: bob}]
    """)
  let roadmap = reading.roadmap
  #expect(roadmap.texts[roadmap.measures[try reading.measure("m")].fullNumber] == full)
}

@Test func `a part has the kind and the owners of its parent where it names none`() throws {
  let reading = Reading(
    """
    sections:
      - number: "3"
        title: S
        measures:
          - id: whole
            number: "1"
            title: Whole
            kind: paper
            lifecycle: work
            owners: [bob, ann]
            parts:
              - id: heir
                number: "2"
                title: Heir
                parts: [{id: grandchild, number: "4", title: Grandchild}]
              - {id: own, title: Own, kind: task, owners: [eve]}
              - {id: orphan, title: Nobody's, owners: []}
    """)
  let roadmap = reading.roadmap
  let told = try ["heir", "grandchild", "own", "orphan"].map { id in
    let index = try reading.measure(id)
    let entry = roadmap.measures[index]
    let kind = entry.kind.map { roadmap.kinds[$0.position].id } ?? "-"
    let cycle = roadmap.lifecycle(of: index)?.id ?? "-"
    let owners = roadmap.measures.owners[index.position].map { roadmap.people[$0.position].id }
    let parent = entry.parent.map(reading.id) ?? "-"
    return ([id, kind, cycle, roadmap.texts[entry.fullNumber], parent] + owners)
      .joined(separator: " ")
  }
  #expect(
    told == [
      "heir paper written 3.1.2 whole bob ann", "grandchild paper written 3.1.2.4 heir bob ann",
      "own task work  whole eve", "orphan paper written  whole",
    ])
}

@Test(arguments: [
  (after: "first", found: ["first"]), (after: "\"1.1.1\"", found: ["first"]),
  (after: "1.1.2", found: ["second"]), (after: "[second, 1.1.1]", found: ["second", "first"]),
  (after: "{measure: 1.1.2}", found: ["second"]), (after: "[]", found: []),
  (after: "first-part", found: ["first-part"]), (after: "1.1.1.а", found: ["first-part"]),
])
func `a dependency names a measure by its id or by its full number`(
  after: String, found: [String]
) throws {
  let reading = Reading(
    measures: "id: last, title: L, kind: task, owners: bob, after: \(after)",
    "id: first, number: \"1\", title: F, kind: task, owners: bob, "
      + "parts: [{id: first-part, number: а, title: P}]",
    "id: second, number: 2, title: S, kind: task, owners: bob")
  #expect(reading.codes == [])
  let last = try reading.measure("last")
  #expect(
    reading.roadmap.measures.dependencies[last.position].map { reading.id($0.predecessor) }
      == found)
}

@Test func `an id comes before a number of the same text`() throws {
  let reading = Reading(
    measures: "id: \"1.1.2\", number: 1, title: A, kind: task, owners: bob",
    "id: b, number: 2, title: B, kind: task, owners: bob",
    "id: c, title: C, kind: task, owners: bob, after: 1.1.2")
  let last = try reading.measure("c")
  #expect(
    reading.roadmap.measures.dependencies[last.position].map { reading.id($0.predecessor) }
      == ["1.1.2"])
}

@Test(arguments: ["[two]", "{a: two}", "", "~"])
func `the route that a measure takes for a transition is a single id`(route: String) {
  let reading = Reading(
    measures: "id: a, title: A, kind: task, owners: bob, routes: {do: \(route)}")
  #expect(reading.codes == ["wrong-type"])
}

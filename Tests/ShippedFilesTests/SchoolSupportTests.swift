import CivilTime
import RoadmapLanguage
import RoadmapModel
import Testing

/// The road map of the school programme, compiled, beside the table that it must equal.
private struct School {
  let roadmap: Roadmap
  /// The measures by the id of the table, parts not among them.
  let measures: [String: MeasureIndex]

  init() throws {
    let compiled = try ShippedWorkflow.compiled("school-support-2018-2020.yaml")
    roadmap = compiled.roadmap
    let whole = roadmap.measures.indices.filter { [roadmap] in
      roadmap.measures[$0].parent == nil
    }
    let rows = try SeedMeasure.all()
    try #require(whole.count == rows.count)
    measures = Dictionary(uniqueKeysWithValues: zip(rows.map(\.id), whole))
  }

  func measure(_ id: String) throws -> MeasureIndex { try #require(measures[id]) }

  /// The text of the document's cell: the title, then each part after the mark of its list.
  func text(of measure: MeasureIndex, mark: String) -> String {
    let parts = roadmap.parts[measure.position].map { "\(mark) \(roadmap.title(of: $0))" }
    return ([roadmap.title(of: measure)] + parts).joined(separator: " ")
  }

  func owners(of measure: MeasureIndex) -> [String] {
    roadmap.measures.owners[measure.position].map { roadmap.people[$0.position].name }
  }

  func predecessors(of measure: MeasureIndex) -> [MeasureIndex] {
    roadmap.measures.dependencies[measure.position].map(\.predecessor)
  }

  func awaited(by measure: MeasureIndex) -> [DocumentIndex] {
    Array(roadmap.measures.awaits[measure.position])
  }

  /// Everything that a measure comes after, directly or through others.
  func ancestors(of measure: MeasureIndex) -> Set<MeasureIndex> {
    var found = Set<MeasureIndex>()
    var next = predecessors(of: measure)
    while let measure = next.popLast() {
      if found.insert(measure).inserted { next += predecessors(of: measure) }
    }
    return found
  }
}

@Test(arguments: try SeedMeasure.all())
func `a measure of the school programme says what its row says`(row: SeedMeasure) throws {
  let school = try School()
  let measure = try school.measure(row.id)
  let entry = school.roadmap.measures[measure]
  #expect(school.roadmap.number(of: measure) == row.fullNumber)
  #expect(school.text(of: measure, mark: row.id == "3.3" ? "-" : "–") == row.plainText)
  #expect(school.roadmap.parts[measure.position].count == row.partCount)
  #expect(school.roadmap.texts[entry.term] == row.term)
  #expect(school.owners(of: measure) == row.differentOwners)
  guard row.id != yearless else { return }
  #expect((entry.due?.from?.iso ?? "") == row.from)
  #expect((entry.due?.to?.iso ?? "") == row.to)
}

/// The one measure whose term, «В течение года», may mean several years: the table leaves it open.
private let yearless = "2.1.7"

@Test func `the one ambiguous term of the school programme is settled by a due`() throws {
  let row = try #require(try SeedMeasure.all().first { $0.id == yearless })
  #expect(row.from.isEmpty && row.to.isEmpty)
  let school = try School()
  #expect(school.roadmap.measures[try school.measure(yearless)].due?.edtf == "2018/2020")
  let written = try Shipped.text("workflows/school-support-2018-2020.yaml")
    .split(separator: "\n").filter { $0.contains(" due: ") }
  #expect(written.count == 1)
}

@Test func `the school programme waits for what is forced or derived, and for nothing else`() throws
{
  let school = try School()
  let wanted = try SeedEdge.all().filter { !$0.awaitsDocument && $0.strength != .advisory }.map {
    [try school.measure($0.from), try school.measure($0.to)]
  }
  let written = school.roadmap.measures.indices.flatMap { measure in
    school.predecessors(of: measure).map { [$0, measure] }
  }
  #expect(wanted.count == 25)
  #expect(written.count == wanted.count)
  #expect(Set(written) == Set(wanted))
}

@Test func `each paper from outside is awaited by the measure of its row, or by one of its parts`()
  throws
{
  let school = try School()
  let edges = try SeedEdge.all().filter(\.awaitsDocument)
  #expect(school.roadmap.documents.count == 6)
  #expect(edges.count == 6)
  var awaited: [DocumentIndex] = []
  for edge in edges {
    let measure = try school.measure(edge.to)
    let waiting = [measure] + school.roadmap.parts[measure.position]
    let documents = waiting.flatMap(school.awaited)
    #expect(documents.count == 1, "\(edge)")
    awaited += documents
  }
  #expect(Set(awaited).count == 6)
  #expect(school.roadmap.measures.indices.flatMap(school.awaited).count == 6)
  let club = try #require(school.roadmap.measures(named: "parents-club").first)
  #expect(school.awaited(by: club).count == 1)
}

@Test(arguments: ["festival", "coach-team", "contests", "expert-training"])
func `an event of the school programme comes after its order, its plan and the approval`(
  event: String
) throws {
  let school = try School()
  let ids = ["programme-order", "coordinator", "development-plan", "plan-approval", event]
  let chain = try ids.map { try #require(school.roadmap.measures(named: $0).first) }
  let kinds = chain.map {
    school.roadmap.measures[$0].kind.map { school.roadmap.kinds[$0.position].id }
  }
  #expect(kinds == ["order", "order", "plan", "approval", "event"])
  for (earlier, later) in zip(chain, chain.dropFirst()) {
    #expect(school.ancestors(of: later).contains(earlier))
  }
}

@Test func `nobody but placeholders approves in the school programme`() throws {
  let roadmap = try School().roadmap
  for holder in roadmap.people where !holder.roles.isEmpty {
    #expect(holder.name.hasSuffix("(укажите имя)"))
  }
  for role in roadmap.roles.indices { #expect(!roadmap.holders[role].isEmpty) }
}

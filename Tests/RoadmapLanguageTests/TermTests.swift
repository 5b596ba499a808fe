import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import Testing
import YAMLSource

@testable import RoadmapLanguage

/// A roadmap of one measure, with these keys of the heading, of the section and of the measure.
private func compiled(
  _ heading: String, title: String = "Work", _ keys: String, files: [String: [UInt8]] = [:],
  proving: Bool = true
) -> CompiledRoadmap {
  let text = """
    vekha: 1
    roadmap: {id: r, title: T, \(heading)}
    people: {ada: {}}
    kinds: {task: {lifecycle: work}}
    lifecycles:
      work:
        initial: planned
        states: {planned: {}, held: {done: true}}
        transitions: {finish: {from: planned, to: held, by: owner}}
    sections:
      - title: \(title)
        measures:
          - {id: a, title: A, kind: task, owners: ada, \(keys)}
    """
  return compile(
    LoadedFile(name: "r.yaml", shownPath: "r.yaml", bytes: Array(text.utf8)),
    from: Files(bytes: files), proving: proving)
}

/// Heading, title of the section, measure, dates.
@Test(arguments: [
  ("language: ru", "Раздел", "term: Сентябрь 2018", "2018-09"),
  ("language: ru", "Раздел 2018 года", "term: Сентябрь", "2018-09"),
  ("period: 2019", "Раздел", "term: Сентябрь", "2019-09"),
  ("period: 2018/2020", "Раздел 2020 года", "term: Сентябрь", "2020-09"),
  ("period: 2018/2020", "Раздел", "term: постоянно", "2018/2020"),
  ("period: 2018/2020", "Раздел", "term: «постоянно», due: 2018-03/2020", "2018-03/2020-12"),
  ("language: ru", "Раздел", "term: постоянно", nil),
  ("language: ru", "Раздел", "term: по плану", nil),
  ("language: ru", "Раздел", "due: 2018-09", "2018-09"),
  ("language: ru", "Раздел", "term: когда-нибудь, due: 2018-09", "2018-09"),
  ("terms: {until: exclusive}", "Раздел", "term: До 15 октября 2018", "../2018-10-14"),
  ("terms: {until: inclusive}", "Раздел", "term: До 15 октября 2018", "../2018-10-15"),
  (
    "language: ru, terms: {day-off: next}", "Раздел", "term: До 31 декабря 2018",
    "../2019-01-09"
  ),
  ("terms: {day-off: next}", "Section", "term: by 31 December 2017", "../2018-01-01"),
  ("calendar: ru, terms: {day-off: next}", "S", "term: by 31 December 2018", "../2019-01-09"),
])
func `a term gives the dates of its measure`(
  heading: String, title: String, keys: String, due: String?
) throws {
  let compiled = compiled(heading, title: title, keys)
  let entry = try #require(compiled.roadmap.measures.entries.first)
  #expect(entry.due?.edtf == due)
  #expect(!compiled.hasErrors, "\(compiled.diagnostics.map(\.message.en))")
}

@Test func `a calendar file moves terms and is kept with the definition`() throws {
  let days = Array("2018-12-31 off\n".utf8)
  let compiled = compiled(
    "calendar: ours/days.txt, terms: {day-off: previous}", "term: by 31 December 2018",
    files: ["ours/days.txt": days])
  #expect(compiled.diagnostics.map(\.message.en) == [])
  #expect(compiled.roadmap.measures.entries.first?.due?.edtf == "../2018-12-28")
  #expect(compiled.sources.map(\.path) == ["r.yaml", "ours/days.txt"])
  #expect(compiled.sources.last?.bytes == days)
}

@Test func `a run that was started is not stranded by what terms say`() {
  let keys = "term: Сентябрь 2018, due: 2018-10"
  #expect(compiled("language: ru", keys).hasErrors)
  let kept = compiled("language: ru", keys, proving: false)
  #expect(kept.diagnostics.isEmpty)
  #expect(kept.roadmap.measures.entries.first?.due?.edtf == "2018-10")
}

@Test func `the same words are read once under the same years`() throws {
  var readings = TermReadings()
  readings.readHeadings(
    of: [
      Section(number: "1", title: "2018 год", parent: nil),
      Section(number: "1.1", title: "Первое", parent: SectionIndex(0)),
      Section(number: "2", title: "2019 год", parent: nil),
    ])
  var symbols = SymbolTable()
  let words = symbols.intern("марть")
  let dates = (0..<3).map { section in
    readings.reading(of: words, in: SectionIndex(section), symbols).period?.edtf
  }
  #expect(dates == ["2018-03", "2018-03", "2019-03"])
  #expect(readings.told.count == 2)
}

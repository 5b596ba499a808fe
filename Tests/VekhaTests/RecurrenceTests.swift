import Foundation
import Testing

@Suite struct `Measures that come again` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      vekha: 1
      roadmap: {id: reports, title: Отчёты, period: 2018, language: ru}
      people: {ada: {}, joe: {}}
      kinds: {task: {lifecycle: work}}
      lifecycles:
        work:
          initial: planned
          states: {planned: {}, held: {done: true}}
          transitions: {finish: {from: planned, to: held, by: owner}}
      sections:
        - number: "1"
          title: Отчёты
          measures:
            - {id: data, number: 1, title: Данные, kind: task, owners: joe, every: квартал}
            - {id: report, number: 2, title: Отчёт, kind: task, owners: ada, every: квартал, after: data}
      """, to: "reports.yaml")
  }

  @Test func `each turn is carried out by itself, and waits for that of the same turn`() throws {
    let valid = try place.vekha("validate reports.yaml")
    #expect(valid.out.contains("2 measures, 8 parts, 4 dependencies"))
    try place.vekha("start reports.yaml --as ada --at 2018-01-09")
    let early = try place.vekha("advance report.2018-Q2 --as ada --at 2018-07-02")
    #expect(early.exit == 1 && early.err.contains("1.1.2018-Q2 `data.2018-Q2`"))
    try place.vekha("advance data.2018-Q2 --as joe --at 2018-07-02")
    #expect(try place.vekha("advance report.2018-Q2 --as ada --at 2018-07-02").exit == 0)
    #expect(try place.vekha("advance report.2018-Q3 --as ada --at 2018-07-02").exit == 1)
    let whole = try place.vekha("advance data --as joe --at 2018-07-02")
    #expect(whole.exit == 1 && whole.err.contains("waits for its part"))
    let due = try place.vekha("due --at 2018-07-02 --format json").json()
    let rows = try #require(due["due"] as? [[String: Any]])
    #expect(
      rows.compactMap { $0["measure"] as? String } == ["data.2018-Q1", "report.2018-Q1"])
    #expect(try place.vekha("status report.2018-Q2").out.contains("Отчёт (2 квартал 2018 г.)"))
    #expect(try place.vekha("audit").exit == 0)
  }
}

import CivilTime
import RoadmapModel
import Testing

@testable import RoadmapLanguage

@Test
func `durations, kinds and lags are read`() throws {
  let reading = Reading(
    """
    routes:
      one: {steps: [{id: s, by: role:head, within: 3 working days}, {id: t, by: bob}]}
      two: {steps: [{id: s, by: bob}]}
    sections:
      - title: S
        measures:
          - {id: m, title: M, kind: task, owners: ann, takes: 5 working days}
          - {id: z, title: Z, kind: task, owners: ann, takes: 0}
          - id: n
            title: N
            kind: task
            owners: ann
            after:
              - m
              - {measure: m, kind: start-start, lag: 5 working days}
              - {measure: m, kind: finish-finish, lag: {min: 2 дня, max: P2W}}
              - {measure: m, lag: -3 days}
              - {measure: z, lag: {max: 10d}}
    """)
  #expect(reading.codes == [])
  let measures = reading.roadmap.measures
  #expect(measures[try reading.measure("m")].takes == DayCount(5, .working))
  #expect(measures[try reading.measure("z")].takes == DayCount(0, .calendar))
  #expect(measures[try reading.measure("n")].takes == nil)
  #expect(reading.roadmap.routes[0].steps.map(\.within) == [DayCount(3, .working), nil])
  let row = try Array(measures.dependencies[reading.measure("n").position])
  #expect(
    row.map(\.kind)
      == [.finishStart, .startStart, .finishFinish, .finishStart, .finishStart])
  #expect(
    row.map { measures.lag(of: $0) } == [
      nil, Lag(minimum: DayCount(5, .working), maximum: nil),
      Lag(minimum: DayCount(2, .calendar), maximum: DayCount(14, .calendar)),
      Lag(minimum: DayCount(-3, .calendar), maximum: nil),
      Lag(minimum: nil, maximum: DayCount(10, .calendar)),
    ])
  #expect(row.map(\.isOrdering) == [true, true, true, false, false])
  #expect(row.map(\.mayLead) == [false, false, false, true, false])
}

@Test(arguments: [
  ("roadmap: {id: r, title: R}", "weekdays"), ("roadmap: {id: r, title: R, language: ru}", "ru"),
  ("roadmap: {id: r, title: R, calendar: ru}", "ru"),
])
func `the model knows its calendar`(heading: String, name: String) {
  let reading = Reading(heading)
  #expect(reading.roadmap.heading.calendar.name == name)
}

@Test
func `the model knows how terms are read`() {
  let reading = Reading(
    "roadmap: {id: r, title: R, calendar: ru, terms: {until: exclusive, day-off: next}}")
  #expect(reading.roadmap.heading.policies == TermPolicies(until: .exclusive, dayOff: .next))
}

@Test
func `timers and who sets terms are read`() throws {
  let reading = Reading(
    """
    roadmap:
      id: r
      title: R
      terms: {set-by: [lead, role:head]}
      timers: {due-soon: 5 days, escalate: bob}
    routes:
      one: {steps: [{id: s, by: role:head, within: 1 day, escalate: [bob, owner]}]}
      two: {steps: [{id: s, by: bob}]}
    """)
  #expect(reading.codes == [])
  let timers = reading.roadmap.heading.timers
  #expect(timers.dueSoon == DayCount(5, .calendar))
  #expect(timers.escalate == [.person(PersonIndex(1))])
  #expect(timers.termSetters == [.lead, .role(RoleIndex(0))])
  #expect(reading.roadmap.routes[0].steps[0].escalate == [.person(PersonIndex(1)), .owner])
  #expect(reading.roadmap.routes[1].steps[0].escalate == [])
}

@Test
func `a document may open a window`() throws {
  let reading = Reading(
    measures:
      "id: m, title: M, kind: task, owners: ann, "
      + "awaits: [letter, {document: permit, within: 10 working days}]",
    "id: n, title: N, kind: task, owners: ann, awaits: {document: permit}")
  #expect(reading.codes == [])
  let measures = reading.roadmap.measures
  #expect(Array(measures.awaits[0]).count == 2 && Array(measures.awaits[1]).count == 1)
  let permit = try #require(reading.roadmap.document(named: "permit"))
  let ten = try #require(DayCount(10, .working))
  #expect(measures.windows == [MeasureIndex(0): [AwaitedWindow(permit, within: ten)]])
  let codes = Reading(
    measures: "id: m, title: M, kind: task, owners: ann, "
      + "awaits: [permit, {document: permit}, {document: none}, {within: 3 days}]"
  ).codes
  #expect(codes == ["repeated-entry", "unknown-document", "missing-key"])
}

@Test(arguments: ["timers: {escalate: zed}", "terms: {set-by: role:nobody}"])
func `nobody unknown is told or sets terms`(keys: String) {
  let codes = Reading("roadmap: {id: r, title: R, \(keys)}").codes
  #expect(codes == [keys.hasPrefix("timers") ? "unknown-person" : "unknown-role"])
}

@Test
func `plain dependencies stay small`() {
  #expect(MemoryLayout<Dependency>.stride <= 16)
}

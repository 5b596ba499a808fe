import Bilingual
import CivilTime
import Testing

@Suite
struct SeriesTests {
  private func turns(
    _ text: String, _ first: String = "2018-09-01", _ last: String = "2019-08-31",
    _ policies: TermPolicies = TermPolicies(), limit: Int = 100
  ) throws -> [Turn] {
    let span = try #require(CivilDate(iso: first))...#require(CivilDate(iso: last))
    return try Series(reading: text, by: TermReader())
      .turns(in: span, policies, .russian, limit: limit)
  }

  @Test(arguments: [
    ("year", "2018 2019"), ("ежегодно", "2018 2019"),
    ("half-year", "2018-H2 2019-H1 2019-H2"), ("раз в полугодие", "2018-H2 2019-H1 2019-H2"),
    ("quarter", "2018-Q3 2018-Q4 2019-Q1 2019-Q2 2019-Q3"),
    ("ежеквартально", "2018-Q3 2018-Q4 2019-Q1 2019-Q2 2019-Q3"),
    ("FREQ=MONTHLY;INTERVAL=3", "2018-Q3 2018-Q4 2019-Q1 2019-Q2 2019-Q3"),
    ("RRULE:FREQ=YEARLY", "2018 2019"), ("FREQ=YEARLY;COUNT=1", "2018"),
    ("FREQ=MONTHLY;INTERVAL=6;UNTIL=20190101", "2018-H2 2019-H1"),
    ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=25", "2018-H2 2019-H1"),
    ("ежегодно до 1 марта", "2019"), ("every year by 1 March", "2019"),
    ("FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=15", "2018-H2 2019-H1"),
    ("FREQ=WEEKLY;BYDAY=MO;COUNT=3", "2018-09-03 2018-09-10 2018-09-17"),
  ])
  func `turns are called after the calendar`(text: String, labels: String) throws {
    #expect(try turns(text).map(\.label).joined(separator: " ") == labels)
  }

  @Test
  func `turns are cut to the span and keep their stretch of the calendar`() throws {
    let found = try turns("quarter")
    #expect(
      found.map(\.window.edtf) == [
        "2018-09", "2018-10/2018-12", "2019-01/2019-03", "2019-04/2019-06", "2019-07/2019-08",
      ])
    #expect(found[0].period.edtf == "2018-07/2018-09")
    #expect(found[0].words == Text(en: "quarter 3 of 2018", ru: "3 квартал 2018 г."))
  }

  @Test
  func `a deadline on a day off moves as the roadmap says`() throws {
    // 15 December 2018 is a Saturday, 15 June 2019 too.
    let rule = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15"
    #expect(try turns(rule).map(\.window.edtf) == ["2018-12-15", "2019-06-15"])
    let moved = try turns(rule, "2018-09-01", "2019-08-31", TermPolicies(dayOff: .previous))
    #expect(moved.map(\.window.edtf) == ["2018-12-14", "2019-06-14"])
    #expect(moved.map(\.label) == ["2018-H2", "2019-H1"])
  }

  @Test
  func `several times in one turn are told apart`() throws {
    #expect(
      try turns("2 раза в год", "2018-01-01", "2018-12-31").map(\.label) == ["2018-1", "2018-2"])
    #expect(
      try turns("FREQ=MONTHLY;BYMONTHDAY=5,20", "2018-09-01", "2018-10-31").map(\.label)
        == ["2018-09-05", "2018-09-20", "2018-10-05", "2018-10-20"])
  }

  @Test
  func `no more turns are given than asked for`() throws {
    #expect(try turns("day", "0001-01-01", "9999-12-31", limit: 7).count == 7)
  }

  @Test(arguments: ["", "скоро", "FREQ=HOURLY", "FREQ=", "15 октября 2018", "при необходимости"])
  func `what does not come again is refused`(text: String) {
    #expect(throws: SeriesError.self) { try Series(reading: text, by: TermReader()) }
  }
}

import Bilingual
import CivilTime
import Testing

/// Facts from dateutil 2.9.0: the first days, at most twelve and none after 2034.
private let rules: [(start: String, rule: String, days: String)] = [
  (
    "2018-01-01", "FREQ=YEARLY",
    "2018-01-01 2019-01-01 2020-01-01 2021-01-01 2022-01-01 2023-01-01 2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-01 2029-01-01"
  ),
  (
    "2020-02-29", "FREQ=YEARLY",
    "2020-02-29 2024-02-29 2028-02-29 2032-02-29"
  ),
  (
    "2018-09-01", "FREQ=MONTHLY;INTERVAL=3;COUNT=6",
    "2018-09-01 2018-12-01 2019-03-01 2019-06-01 2019-09-01 2019-12-01"
  ),
  (
    "2018-01-31", "FREQ=MONTHLY;COUNT=5",
    "2018-01-31 2018-03-31 2018-05-31 2018-07-31 2018-08-31"
  ),
  (
    "2018-01-25", "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20181225",
    "2018-01-25 2018-02-25 2018-03-25 2018-04-25 2018-05-25 2018-06-25 2018-07-25 2018-08-25 2018-09-25 2018-10-25 2018-11-25 2018-12-25"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5",
    "2018-01-31 2018-02-28 2018-03-31 2018-04-30 2018-05-31"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYMONTHDAY=-31,15;COUNT=8",
    "2018-01-01 2018-01-15 2018-02-15 2018-03-01 2018-03-15 2018-04-15 2018-05-01 2018-05-15"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6",
    "2018-01-26 2018-02-23 2018-03-30 2018-04-27 2018-05-25 2018-06-29"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYDAY=1MO,3WE;COUNT=7",
    "2018-01-01 2018-01-17 2018-02-05 2018-02-21 2018-03-05 2018-03-21 2018-04-02"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYDAY=5MO;COUNT=5",
    "2018-01-29 2018-04-30 2018-07-30 2018-10-29 2018-12-31"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6",
    "2018-01-31 2018-02-28 2018-03-30 2018-04-30 2018-05-31 2018-06-29"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-2;COUNT=6",
    "2018-01-01 2018-01-30 2018-02-01 2018-02-27 2018-03-01 2018-03-29"
  ),
  (
    "2018-01-01", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "2018-04-13 2018-07-13 2019-09-13 2019-12-13 2020-03-13 2020-11-13 2021-08-13 2022-05-13 2023-01-13 2023-10-13 2024-09-13 2024-12-13"
  ),
  (
    "2018-01-03", "FREQ=WEEKLY;COUNT=5",
    "2018-01-03 2018-01-10 2018-01-17 2018-01-24 2018-01-31"
  ),
  (
    "2018-01-03", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=7",
    "2018-01-05 2018-01-15 2018-01-19 2018-01-29 2018-02-02 2018-02-12 2018-02-16"
  ),
  (
    "2018-01-03", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=7",
    "2018-01-14 2018-01-16 2018-01-28 2018-01-30 2018-02-11 2018-02-13 2018-02-25"
  ),
  (
    "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    "1997-08-05 1997-08-10 1997-08-19 1997-08-24"
  ),
  (
    "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    "1997-08-05 1997-08-17 1997-08-19 1997-08-31"
  ),
  (
    "2018-01-03", "FREQ=WEEKLY;BYMONTH=3,9;BYDAY=TH;COUNT=8",
    "2018-03-01 2018-03-08 2018-03-15 2018-03-22 2018-03-29 2018-09-06 2018-09-13 2018-09-20"
  ),
  (
    "2018-01-30", "FREQ=DAILY;INTERVAL=10;COUNT=6",
    "2018-01-30 2018-02-09 2018-02-19 2018-03-01 2018-03-11 2018-03-21"
  ),
  (
    "2018-01-30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=28,29",
    "2018-02-28 2019-02-28 2020-02-28 2020-02-29 2021-02-28 2022-02-28 2023-02-28 2024-02-28 2024-02-29 2025-02-28 2026-02-28 2027-02-28"
  ),
  (
    "2018-01-30", "FREQ=DAILY;BYDAY=MO;BYMONTH=5;COUNT=6",
    "2018-05-07 2018-05-14 2018-05-21 2018-05-28 2019-05-06 2019-05-13"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10;COUNT=9",
    "2018-01-10 2018-04-10 2018-07-10 2018-10-10 2019-01-10 2019-04-10 2019-07-10 2019-10-10 2020-01-10"
  ),
  (
    "2018-03-05", "FREQ=YEARLY;BYMONTH=9;COUNT=4",
    "2018-09-05 2019-09-05 2020-09-05 2021-09-05"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO;COUNT=4",
    "2018-09-03 2019-09-02 2020-09-07 2021-09-06"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYDAY=20MO;COUNT=4",
    "2018-05-14 2019-05-20 2020-05-18 2021-05-17"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYDAY=-1SU;COUNT=4",
    "2018-12-30 2019-12-29 2020-12-27 2021-12-26"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYDAY=53MO;COUNT=3",
    "2018-12-31 2024-12-30 2029-12-31"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYMONTHDAY=1;COUNT=14",
    "2018-01-01 2018-02-01 2018-03-01 2018-04-01 2018-05-01 2018-06-01 2018-07-01 2018-08-01 2018-09-01 2018-10-01 2018-11-01 2018-12-01"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1;COUNT=4",
    "2018-02-28 2020-02-29 2022-02-28 2024-02-29"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU;COUNT=4",
    "2018-11-06 2019-11-05 2020-11-03 2021-11-02"
  ),
  (
    "2018-01-01", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ""
  ),
  (
    "2018-05-10", "FREQ=YEARLY;BYMONTH=3,8;BYDAY=SA;BYSETPOS=2;COUNT=4",
    "2019-03-09 2020-03-14 2021-03-13 2022-03-12"
  ),
  (
    "2018-05-10", "FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12,13,14,15;COUNT=10",
    "2018-05-10 2018-05-11 2018-05-12 2018-05-13 2018-05-14 2018-05-15 2019-11-10 2019-11-11 2019-11-12 2019-11-13"
  ),
  (
    "2018-05-10", "FREQ=DAILY;UNTIL=20180513",
    "2018-05-10 2018-05-11 2018-05-12 2018-05-13"
  ),
  (
    "2018-05-10", "FREQ=MONTHLY;BYMONTH=1,12;BYDAY=MO;BYSETPOS=1;COUNT=5",
    "2018-12-03 2019-01-07 2019-12-02 2020-01-06 2020-12-07"
  ),
  (
    "2018-12-31", "FREQ=MONTHLY;INTERVAL=6;COUNT=5",
    "2018-12-31 2019-12-31 2020-12-31 2021-12-31 2022-12-31"
  ),
]

private let span: ClosedRange<CivilDate>? = {
  guard let first = CivilDate(iso: "1990-01-01"), let last = CivilDate(iso: "2034-12-31")
  else { return nil }
  return first...last
}()

@Test(arguments: rules)
func `a rule gives the days that other readers give`(start: String, rule: String, days: String)
  throws
{
  let start = try #require(CivilDate(iso: start))
  let recurrence = try Recurrence(rrule: rule)
  let found = recurrence.occurrences(from: start, in: try #require(span), limit: 12)
  #expect(found.map(\.iso).joined(separator: " ") == days)
  #expect(try Recurrence(rrule: recurrence.rrule) == recurrence)
}

@Test(arguments: rules)
func `a span cuts the days of a rule and moves none`(start: String, rule: String, days: String)
  throws
{
  let start = try #require(CivilDate(iso: start))
  let recurrence = try Recurrence(rrule: rule)
  let all = recurrence.occurrences(from: start, in: try #require(span))
  let year = try #require(start.adding(days: 500))...(try #require(start.adding(days: 2000)))
  #expect(recurrence.occurrences(from: start, in: year) == all.filter(year.contains))
}

@Test(arguments: [
  "", "FREQ", "FREQ=", "FREQ=HOURLY", "INTERVAL=2", "FREQ=DAILY;FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=0",
  "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=99999999999999999999", "FREQ=DAILY;COUNT=0",
  "FREQ=DAILY;COUNT=2;UNTIL=20180101", "FREQ=DAILY;UNTIL=20180230", "FREQ=DAILY;UNTIL=2018-01-01",
  "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=0", "FREQ=YEARLY;BYMONTHDAY=32",
  "FREQ=MONTHLY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYDAY=54MO",
  "FREQ=WEEKLY;BYDAY=1MO",
  "FREQ=DAILY;BYHOUR=1", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=WEEKLY;BYMONTHDAY=1",
  "FREQ=YEARLY;WKST=1",
  "FREQ=YEARLY;BYMONTH=1,,2", "FREQ=DAILY;", "FREQ=DAILY;INTERVAL=1,2",
])
func `a text that is no rule is refused in both languages`(text: String) {
  let error = #expect(throws: RecurrenceError.self) { try Recurrence(rrule: text) }
  #expect(error?.message.en.isEmpty == false)
  #expect(error?.message.ru.isEmpty == false)
}

@Test(arguments: [
  "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=1;BYDAY=MO;BYSETPOS=7",
])
func `a rule that never comes ends with the calendar`(text: String) throws {
  let rule = try Recurrence(rrule: text)
  let first = CivilDate.earliest
  let last = try #require(CivilDate(iso: "1800-12-31"))
  #expect(rule.occurrences(from: first, in: first...last).isEmpty)
}

@Test func `a rule without an end stops at the limit`() throws {
  let rule = try Recurrence(rrule: "FREQ=DAILY")
  let found = rule.occurrences(from: .earliest, in: .earliest ... .latest, limit: 1000)
  #expect(found.count == 1000)
}

@Test func `a week at the end of the calendar does not fail`() throws {
  let rule = try Recurrence(rrule: "FREQ=WEEKLY;BYDAY=FR,SA;WKST=SU")
  let start = try #require(CivilDate(iso: "9999-12-20"))
  let found = rule.occurrences(from: start, in: start ... .latest)
  #expect(found.map(\.iso) == ["9999-12-24", "9999-12-25", "9999-12-31"])
}

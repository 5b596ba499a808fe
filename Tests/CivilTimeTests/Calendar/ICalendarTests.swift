import Bilingual
import CivilTime
import Testing

private func calendar(_ events: String) -> ICalendarHolidays {
  ICalendarHolidays("BEGIN:VCALENDAR\r\n\(events)END:VCALENDAR\r\n", years: 2018...2021)
}

private func event(_ lines: String...) -> String {
  "BEGIN:VEVENT\r\n" + lines.map { $0 + "\r\n" }.joined() + "END:VEVENT\r\n"
}

@Test(arguments: [
  (["DTSTART;VALUE=DATE:20181231"], "2018-12-31"),
  (["DTSTART;VALUE=DATE:20190701", "DTEND;VALUE=DATE:20190703"], "2019-07-01 2019-07-02"),
  (["DTSTART:20190701", "DURATION:P3D"], "2019-07-01 2019-07-02 2019-07-03"),
  (["DTSTART:20190701", "DTEND:20190701"], "2019-07-01"),
  (["DTSTART:20100501", "RRULE:FREQ=YEARLY"], "2018-05-01 2019-05-01 2020-05-01 2021-05-01"),
  (
    ["DTSTART:20100501", "RRULE:FREQ=YEARLY;UNTIL=20200101", "EXDATE;VALUE=DATE:20180501"],
    "2019-05-01"
  ),
  (["DTSTART:20190501", "RDATE:20190601,20190701"], "2019-05-01 2019-06-01 2019-07-01"),
  (["DTSTART:20190501", "STATUS:CANCELLED"], ""),
  (["DTSTART:20100501"], ""),
])
func `the all-day events of an iCalendar are days off`(lines: [String], days: String) {
  let text = "BEGIN:VEVENT\r\n" + lines.map { $0 + "\r\n" }.joined() + "END:VEVENT\r\n"
  let holidays = calendar(text)
  #expect(holidays.problems.isEmpty)
  #expect(holidays.days.map(\.date.iso).joined(separator: " ") == days)
}

@Test func `a folded name is put together, and its escapes are undone`() throws {
  let text = event("DTSTART:20190501", "SUMMARY;X=\"a:b\":День\\, тру", " да")
  let day = try #require(calendar(text).days.first)
  #expect(day.note == "День, труда")
  #expect(day.kind == .holiday)
  let working = WorkingCalendar.weekdays.overlaid(by: [day], name: "ours")
  #expect(!working.isWorking(day.date))
}

@Test(arguments: [
  (event("SUMMARY:no day"), 2, "DTSTART"),
  (event("DTSTART:20190501T100000Z"), 3, "20190501T100000Z"),
  (event("DTSTART:20190230"), 3, "20190230"),
  (event("DTSTART:20190501", "DTEND:20190401"), 4, "20190401"),
  (event("DTSTART:20190501", "DURATION:PT5H"), 4, "PT5H"),
  (event("DTSTART:20190501", "DURATION:P9999999999999999999D"), 4, "P9999"),
  (event("DTSTART:20190501", "RRULE:FREQ=HOURLY"), 4, "HOURLY"),
  (event("DTSTART:20190501", "EXDATE:x"), 4, "x"),
  ("BEGIN:VEVENT\r\nDTSTART:20190501\r\n", 2, "END"),
])
func `an event that cannot be read is told with its line`(text: String, line: Int, part: String) {
  let holidays = calendar(text)
  #expect(holidays.days.isEmpty)
  #expect(holidays.problems.map(\.line) == [line])
  #expect(holidays.problems.first?.message.en.contains(part) == true)
}

@Test func `a text that is no calendar says so`() {
  #expect(ICalendarHolidays("hello").problems.count == 1)
  #expect(ICalendarHolidays("").problems.count == 1)
}

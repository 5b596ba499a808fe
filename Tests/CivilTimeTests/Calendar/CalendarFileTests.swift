import Bilingual
import CivilTime
import Testing

@Test func `a calendar file is laid over another calendar`() throws {
  let file = CalendarFile(
    """
    # the days of our school
    2018-12-29\tworking\tmoved to 31 December

    2018-12-31 off
    2019-07-01/2019-07-14   holiday   summer  holidays
    """)
  #expect(file.problems.isEmpty)
  let calendar = WorkingCalendar.weekdays.overlaid(by: file.days, name: "school")
  let july = try #require(CivilDate(iso: "2019-07-05"))
  #expect(calendar.kind(of: july) == .holiday)
  #expect(calendar.note(of: july) == "summer  holidays")
  let friday = try #require(CivilDate(iso: "2018-12-28"))
  #expect(calendar.adding(workingDays: 1, to: friday)?.iso == "2018-12-29")
  #expect(calendar.adding(workingDays: 2, to: friday)?.iso == "2019-01-01")
}

@Test(arguments: [
  ("2018-02-30 off", 1, "2018-02-30"), ("\n31.12.2018 off", 2, "31.12.2018"),
  ("2018-12-31 free", 1, "free"), ("2018-12-31", 1, "no kind of day"),
  ("2018/2025 off", 1, "2018/2025"), ("2018-12-31/.. off", 1, "2018-12-31/.."),
])
func `a line that is no day of a calendar is told with its number`(
  text: String, line: Int, part: String
) {
  let file = CalendarFile(text)
  #expect(file.days.isEmpty)
  #expect(file.problems.map(\.line) == [line])
  #expect(file.problems.first?.message.en.contains(part) == true)
}

@Test func `a file of years that nobody knew makes them known`() throws {
  let date = try #require(CivilDate(iso: "2028-01-09"))
  let calendar = WorkingCalendar.russian.overlaid(by: [CalendarDay(date, .moved)], name: "ru+")
  #expect(calendar.certainty(of: 2028) == .known)
  #expect(calendar.certainty(of: 2029) == .provisional)
}

import CivilTime
import Testing

@Test(arguments: [
  "2018-12-31 off\n", "\u{FEFF}2018-12-31 off",
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20181231\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  "\u{FEFF}BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20181231\nEND:VEVENT\nEND:VCALENDAR\n",
])
func `a text is read as a calendar whichever of its forms it has`(text: String) throws {
  let (calendar, problems) = WorkingCalendar.reading(text, name: "ours")
  #expect(problems.isEmpty)
  #expect(calendar.name == "ours")
  #expect(!calendar.isWorking(try #require(CivilDate(iso: "2018-12-31"))))
  #expect(calendar.certainty(of: 2018) == .known)
  #expect(calendar.certainty(of: 2019) == .missing)
}
